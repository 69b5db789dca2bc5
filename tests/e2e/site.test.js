// The cover and the lesson as a reader meets them: every width, light and dark, nothing blank, nothing to complain of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { colors, inPage, picture, site } from './support/browser.js';
import { pages } from './support/pages.js';
import { inSight } from './support/visit.js';

const WIDTHS = [360, 1280];

for (const path of pages) {
  const name = path || 'cover';
  inSight(`${name}: no feedback and no key in the document before an answer`, path, {}, async (page) => {
    const [asked, told, leaked] = await page.evaluate(() => {
      const figures = [...document.querySelectorAll('ponder-figure')].map((element) => /** @type {any} */ (element));
      const ponders = figures.flatMap((figure) => figure.recipe.ponders ?? []);
      const secrets = ponders.flatMap((ponder) => [ponder.why, ...(ponder.options ?? []).map((/** @type {any} */ option) => option.why)]).filter(Boolean);
      // Answers for readers without JavaScript stand in noscript, which is text here.
      const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
      for (const noscript of page.querySelectorAll('noscript')) noscript.remove();
      const shown = page.textContent + figures.map((figure) => figure.shadowRoot.textContent).join('');
      return [ponders.length, secrets.length, secrets.filter((secret) => shown.includes(secret) || shown.includes(JSON.stringify(secret).slice(1, -1)))];
    });
    assert.ok(told > 0 || asked === 0 && path !== '');
    assert.deepEqual(leaked, []);
  });

  for (const width of WIDTHS) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      inSight(`${name} at ${width} px, ${colorScheme}`, path, { width, colorScheme }, async (page) => {
        for (const drawn of await page.locator('ponder-figure .canvas').all()) {
          await drawn.scrollIntoViewIfNeeded();
          assert.ok(colors(await picture(drawn)) > 20, 'a drawn view is not blank');
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px stick out to the right`);
        const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const [red = 0] = paper.match(/\d+/g)?.map(Number) ?? [];
        assert.equal(red > 128, colorScheme === 'light', paper);
      });
    }
  }
}

inPage('the cover leads to the lesson and the lesson back', {}, async (page) => {
  await page.goto(site);
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.waitForURL('**/lessons/01-guess-work.html');
  assert.match(await page.locator('h1').innerText(), /Guess work/);
  await page.getByRole('link', { name: 'Ponder' }).first().click();
  await page.waitForURL(/\/(index\.html)?$/);
});

/** What is far below is laid out when there is time for it. @param {import('playwright-core').Page} page */
const laid = (page) => page.waitForFunction(() => !document.querySelector('.lesson:not(.laid)'));

inPage('what is far below comes in time, and its figures when they come near', {}, async (page) => {
  await page.goto(`${site}lessons/07-learning-rate.html`);
  await laid(page);
  const hidden = await page.evaluate(() => [...document.querySelectorAll('.lesson > *')].filter((part) => getComputedStyle(part).contentVisibility !== 'visible').length);
  assert.equal(hidden, 0);
  await page.locator('ponder-figure').first().evaluate((/** @type {any} */ element) => element.ready);
  const far = page.locator('ponder-figure').last();
  assert.equal(await far.evaluate((/** @type {any} */ element) => element.steps), 0);
  await far.scrollIntoViewIfNeeded();
  await page.waitForFunction((element) => /** @type {any} */ (element).steps > 0, await far.elementHandle());
});

inPage('who comes to a place in a lesson, or back to one, finds it there', {}, async (page) => {
  const top = () => page.evaluate(() => Math.round(document.querySelector('#before-you-go')?.getBoundingClientRect().top ?? NaN));
  await page.goto(`${site}lessons/12-adam.html#before-you-go`);
  assert.ok(Math.abs(await top() - 32) < 40, `at ${await top()} px`);
  await laid(page);
  await page.evaluate(() => scrollBy(0, -600));
  const before = await top();
  await page.reload();
  assert.ok(Math.abs(await top() - before) < 400, `at ${await top()} px, was at ${before}`);
});

inPage('without JavaScript there are pictures, formulas and answers', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${site}lessons/02-gradient-descent.html`);
  const poster = page.locator('ponder-figure svg').first();
  assert.ok(await poster.isVisible());
  assert.ok(colors(PNG.sync.read(await poster.screenshot())) > 10);
  assert.ok(await page.locator('math').count() > 10);
  assert.match(await page.locator('body').innerText(), /Answers/);
});

test('a sub-path, and every address a page names exists', async () => {
  for (const path of pages) {
    const html = await (await fetch(site + path)).text();
    // Addresses in snippets are those of other pages.
    const named = [...html.replace(/<pre[^]*?<\/pre>/g, '').matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)].map(([, address]) => address);
    assert.ok(named.length > 0);
    for (const address of named.filter((address) => !/^(https?|mailto|data):/.test(address))) {
      assert.ok(!address.startsWith('/'), `${address} would leave the sub-path`);
      const answer = await fetch(new URL(address, site + path), { method: 'HEAD' });
      assert.equal(answer.status, 200, `${address} in ${path || 'index.html'}`);
    }
  }
});
