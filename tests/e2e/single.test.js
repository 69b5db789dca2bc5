// The playground as one file, from a disk: nothing is fetched, everything is there.
import assert from 'node:assert/strict';
import { readFile, rename } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { count, inPage, MOMENTUM, mount, picture, site, twoPoints, view } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const FILE = pathToFileURL(fileURLToPath(new URL('../../dist/site/ponder.html', import.meta.url))).href;

inPage('the single file plays, with its tools, and fetches nothing', {}, async (page) => {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => !/^(blob|data):/.test(request.url()) && asked.push(request.url()));
  await page.goto(FILE);
  const figure = page.locator('ponder-figure');
  await figure.locator('.view').first().waitFor();
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  assert.ok(count(await picture(view(figure, 'contour')), MOMENTUM) > 100);
  await figure.getByRole('tab').first().waitFor();
  assert.deepEqual(asked, [FILE]);
});

inPage('without JavaScript the single file says what it needs', { javaScriptEnabled: false }, async (page) => {
  await page.goto(FILE);
  assert.match(await page.locator('ponder-figure').innerText(), /moves with JavaScript/);
});

const EVIL = '</script><img src=x onerror="document.title=1">';
const FIGURE = twoPoints([{ method: 'momentum' }], { title: `A hill ${EVIL}`, alt: EVIL, view: { views: ['contour'] } });

/** What the tool writes; what the page says of it where it cannot. @param {Page} page */
async function written(page) {
  await page.getByRole('tab', { name: 'Save' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as one HTML file' }).click()]);
  return { name: download.suggestedFilename(), path: await download.path(), text: await readFile(await download.path(), 'utf8') };
}

inPage('any figure is saved as one HTML file, which opens with it from a disk, and saves itself', {}, async (page) => {
  const figure = await mount(page, FIGURE);
  await figure.evaluate((element) => element.setAttribute('controls', 'playground'));
  const first = await written(page);
  assert.match(first.name, /^a-hill-script-img-.*\.html$/);
  assert.ok(Buffer.byteLength(first.text) <= 600_000, `${Buffer.byteLength(first.text)} bytes`);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => !/^(blob|data):/.test(request.url()) && asked.push(request.url()));
  // A browser reads a file by its name.
  await rename(first.path, `${first.path}.html`);
  const place = pathToFileURL(`${first.path}.html`).href;
  await page.goto(place);
  const saved = page.locator('ponder-figure');
  await saved.locator('.view').waitFor();
  assert.equal(await saved.evaluate((element) => /** @type {any} */ (element).recipe.title), FIGURE.title);
  assert.equal(await page.title(), `${FIGURE.title} · Ponder`);
  assert.equal(await page.locator('img').count(), 0);
  await saved.evaluate((element) => /** @type {any} */ (element).seek(60));
  assert.ok(count(await picture(view(saved, 'contour')), MOMENTUM) > 100);
  assert.equal((await written(page)).text, first.text);
  assert.deepEqual(asked, [place]);
});

inPage('where no such file lies beside it, the tool says so', {}, async (page) => {
  await page.route(`${site}ponder.html`, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }));
  const figure = await mount(page, FIGURE);
  await figure.evaluate((element) => element.setAttribute('controls', 'playground'));
  await page.getByRole('tab', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save as one HTML file' }).click();
  await page.getByText('no ponder.html lies beside this copy').waitFor();
});
