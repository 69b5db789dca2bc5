// The playground as one file, from a disk: nothing is fetched, everything is there.
import assert from 'node:assert/strict';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { count, inPage, MOMENTUM, picture, view } from './support/browser.js';

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
