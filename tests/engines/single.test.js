// The single file as the playground saves it with a figure, opened from a disk by every engine that can be had: it lives, draws,
// and shows its tools.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { filled } from '../../www/workbench/exports/filled.js';
import { NotStarted, read } from './support/webdriver.js';

const { env } = process;

/** @type {any} */
const FIGURE = { surface: { function: 'saddle' }, runs: [{ method: 'adam', learning_rate: 0.1 }], steps: 60, title: 'A saddle, saved', view: { views: ['contour', 'surface'] } };

/** What the page does once it lives; the engines' shared driver waits for the title, then reads the text. */
const TELL = `<script>
  addEventListener('error', ({ message }) => tell(message));
  function tell(text) { document.body.textContent = text; document.title = 'done'; }
  customElements.whenDefined('ponder-figure').then(async () => {
    const figure = document.querySelector('ponder-figure');
    await figure.ready;
    figure.step = 60;
    for (let tries = 0; tries < 200 && !figure.shadowRoot.querySelector('[role=tab]'); tries += 1) await new Promise((done) => setTimeout(done, 50));
    tell(JSON.stringify([figure.recipe.title, figure.step, figure.shadowRoot.querySelectorAll('.view').length, figure.shadowRoot.querySelectorAll('[role=tab]').length > 0]));
  }).catch((error) => tell(String(error)));
</script>`;

/** @type {[name: string, driver: string | undefined, capabilities: object, missing: string | undefined][]} */
const BROWSERS = [
  ['Chromium', env.PONDER_CHROMEDRIVER, { 'goog:chromeOptions': { binary: env.PONDER_CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu'] } }, undefined],
  ['Firefox', env.PONDER_GECKODRIVER, { 'moz:firefoxOptions': { binary: env.PONDER_FIREFOX, args: ['-headless'] } }, env.PONDER_NO_FIREFOX],
];

for (const [name, driver, capabilities, missing] of BROWSERS) {
  test(`the single file from a disk in ${name}`, { timeout: 300_000 }, async (t) => {
    // Firefox is kept from reading /tmp where it is packed by a distribution; a home can be read.
    const folder = await mkdtemp(join(env.HOME ?? tmpdir(), 'ponder-single-'));
    try {
      if (driver === undefined) throw new NotStarted(missing ?? 'it has no driver');
      const html = await readFile(new URL('../../dist/site/ponder.html', import.meta.url), 'utf8');
      await writeFile(join(folder, 'ponder.html'), filled(html, FIGURE).replace('</body>', () => `${TELL}</body>`));
      const { text } = await read({ driver, capabilities }, pathToFileURL(join(folder, 'ponder.html')).href);
      assert.deepEqual(JSON.parse(text), [FIGURE.title, 60, 2, true]);
    } catch (error) {
      if (!(error instanceof NotStarted) || name === 'Chromium' || env.PONDER_ALL_ENGINES) throw error;
      t.skip(error.message);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
