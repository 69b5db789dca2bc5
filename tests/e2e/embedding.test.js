// The Embed page: what its builder writes lives where it is pasted.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

/** Pastes what the builder says into a page of no policy. @param {Page} page */
async function pasted(page) {
  const snippet = await page.locator('#snippet').innerText();
  const address = `${site}pasted.html`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>pasted</title><body>${snippet}</body></html>` }));
  await page.goto(address);
  return snippet;
}

inPage('an element, with what was chosen', {}, async (page) => {
  await page.goto(`${site}embedding.html`);
  await page.getByLabel('Controls').selectOption('few');
  await page.getByLabel('Theme').selectOption('dark');
  await page.waitForFunction(() => document.querySelector('#snippet')?.textContent?.includes('theme="dark"'));
  await page.locator('#preview .figure[data-theme="dark"]').waitFor();
  assert.match(await pasted(page), /^<script type="module"[^>]*><\/script>\n<ponder-figure controls="few" theme="dark" recipe='/);
  await page.locator('ponder-figure .figure[data-theme="dark"]').waitFor();
  assert.equal(await page.locator('ponder-figure').evaluate(async (element) => (await /** @type {any} */ (element).ready).steps), 200);
});

inPage('a frame', {}, async (page) => {
  await page.goto(`${site}embedding.html`);
  await page.locator('select[name=form]').selectOption('frame');
  await page.getByLabel('Controls').selectOption('none');
  await page.waitForFunction(() => document.querySelector('#snippet')?.textContent?.includes('controls=none'));
  assert.match(await pasted(page), /embed\.html\?controls=none#v=1/);
  await page.frameLocator('iframe').locator('.view').waitFor();
});

inPage('what is no figure is told, and the last snippet stays', {}, async (page) => {
  await page.goto(`${site}embedding.html`);
  await page.locator('#preview .view').waitFor();
  const before = await page.locator('#snippet').innerText();
  await page.getByLabel('Link or figure').fill('{ "surface": ');
  await page.locator('.wrong').filter({ hasText: 'JSON' }).waitFor();
  assert.equal(await page.locator('#snippet').innerText(), before);
});

inPage('the page fits a narrow screen, and stands without JavaScript', { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }, async (page) => {
  await page.goto(`${site}embedding.html`);
  assert.equal(await page.locator('#builder').isVisible(), false);
  assert.equal(await page.getByRole('heading', { name: 'mdBook' }).isVisible(), true);
});
