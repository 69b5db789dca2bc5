// The single file as the playground saves it with a figure, opened from a disk by every engine that can be had: it lives, draws,
// and shows its tools.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filled } from '../../../www/workbench/exports/filled.js';
import { inEngines } from '../support/engines.js';
import { read } from '../support/webdriver.js';

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

inEngines('the single file from a disk', async (engine) => {
  // Firefox is kept from reading /tmp where it is packed by a distribution; a home can be read.
  const folder = await mkdtemp(join(process.env.HOME ?? tmpdir(), 'ponder-single-'));
  try {
    const html = await readFile(new URL('../../../dist/site/ponder.html', import.meta.url), 'utf8');
    await writeFile(join(folder, 'ponder.html'), filled(html, FIGURE).replace('</body>', () => `${TELL}</body>`));
    const { text } = await read(engine, pathToFileURL(join(folder, 'ponder.html')).href);
    assert.deepEqual(JSON.parse(text), [FIGURE.title, 60, 2, true]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
