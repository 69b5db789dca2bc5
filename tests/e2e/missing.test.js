// Browsers that lack what a figure lives on: what the element holds stays, with the reason, wherever it came from.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { QUIET } from '../support/chromium.js';
import { site, twoPoints } from './support/browser.js';

const FIGURE = JSON.stringify(twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } }));
const POSTER = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
/** @param {string} script */
const html = (script) => `<!doctype html><html lang="en"><title>missing</title>${script}<ponder-figure recipe='${FIGURE}'>${POSTER} A hill.</ponder-figure>`;

const DISK = pathToFileURL(fileURLToPath(new URL('../../dist/site/ponder.html', import.meta.url))).href;

/** A module with one vector in it: whether a browser knows them. */
const VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

/** @param {import('playwright-core').Page} page @param {string} address */
async function told(page, address) {
  await page.goto(address);
  const figure = page.locator('ponder-figure');
  await figure.getByRole('status').filter({ hasText: 'WebAssembly' }).waitFor();
  assert.match(await figure.evaluate((element) => /** @type {any} */ (element).ready.then(() => '', (/** @type {Error} */ error) => error.message)), /./);
  assert.equal(await figure.locator('.view').count(), 0);
  return figure;
}

/** @type {[name: string, args: string[], without: (page: import('playwright-core').Page) => Promise<boolean>][]} */
const BROWSERS = [
  // Vectors of WebAssembly need these instructions; other processors than Intel's have no such switch.
  ['without the vectors of WebAssembly', ['--js-flags=--no-enable-sse4-1'], (page) => page.evaluate((bytes) => !WebAssembly.validate(new Uint8Array(bytes)), VECTOR)],
  ['without WebAssembly', [], async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.goto('about:blank');
    return page.evaluate(() => typeof WebAssembly === 'undefined');
  }],
];

for (const [name, args, without] of BROWSERS) {
  test(`a browser ${name}: the poster and the reason, as module, classic script, frame and single file`, { timeout: 60_000 }, async (t) => {
    const browser = await chromium.launch({ executablePath: process.env.PONDER_CHROMIUM, args: [...QUIET, '--disable-gpu', ...args] });
    try {
      const page = await browser.newPage();
      /** @type {string[]} */
      const thrown = [];
      page.on('pageerror', ({ message }) => thrown.push(message));
      if (!await without(page)) return t.skip('this browser cannot be without it');
      for (const script of ['<script type="module" src="ponder.js"></script>', '<script src="ponder.classic.js"></script>']) {
        await page.route(`${site}missing.html`, (route) => route.fulfill({ contentType: 'text/html', body: html(script) }));
        const figure = await told(page, `${site}missing.html`);
        assert.equal(await figure.locator('svg').isVisible(), true);
        await page.unroute(`${site}missing.html`);
      }
      await told(page, `${site}embed.html?${new URLSearchParams({ recipe: FIGURE })}`);
      await told(page, DISK);
      assert.deepEqual(thrown, []);
    } finally {
      await browser.close();
    }
  });
}
