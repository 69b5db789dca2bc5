// The exhibits of batches and of rates: what they count and draw is what the engine says, and nothing before a guess.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const SURFACE = { model: 'sigmoid-neuron', data: 'two-points' };

/** @param {Page} page @param {string} lesson @param {string} kind */
async function opened(page, lesson, kind) {
  await page.goto(`${site}lessons/${lesson}.html`);
  const exhibit = page.locator(`ponder-exhibit[kind=${kind}]`);
  await exhibit.scrollIntoViewIfNeeded();
  await exhibit.locator('.controls').waitFor();
  return exhibit;
}

/** The last loss of a run. @param {Page} page @param {unknown} run */
const last = (page, run) => page.evaluate(async ({ surface, run }) => {
  const ponder = await import(new URL('../ponder.js', location.href).href);
  await ponder.ready;
  return ponder.trajectory({ surface, runs: [run], steps: 100 }).at(-1);
}, { surface: SURFACE, run });

inPage('S1-59: two epochs of eight points, by the size of a batch', {}, async (page) => {
  const exhibit = await opened(page, '06-noise', 'batches');
  for (const [size, steps] of [[1, 16], [2, 8], [4, 4], [8, 2]]) {
    await exhibit.getByRole('button', { name: `B = ${size}` }).click();
    assert.ok(!(await exhibit.innerText()).includes(`${steps} steps`), `B = ${size}: nothing before the guess`);
    await exhibit.locator('input').fill(String(steps));
    await page.keyboard.press('Enter');
    assert.ok((await exhibit.locator('.told').innerText()).startsWith('Yes'));
    await exhibit.getByRole('button', { name: 'Look at all' }).click();
    const readings = await exhibit.locator('.readings dd').allInnerTexts();
    assert.deepEqual(readings.slice(0, 3), ['16', String(steps), '2'], `B = ${size}`);
  }
});

inPage('S1-68: the sweep shows no loss before its question', {}, async (page) => {
  const exhibit = await opened(page, '07-learning-rate', 'sweep');
  assert.equal(await exhibit.locator('svg.sweep circle').count(), 0);
  await exhibit.getByRole('button', { name: '0.1', exact: true }).click();
  assert.equal(await exhibit.locator('svg.sweep circle:not(.grip)').count(), 5);
  await exhibit.getByRole('button', { name: 'Commit' }).click();
  const rate = Number(await exhibit.locator('.readings dd').first().innerText());
  const loss = Number(await exhibit.locator('.readings dd').last().innerText());
  const run = { method: 'gradient-descent', start: [-2, -2], learning_rate: rate };
  assert.ok(Math.abs(loss / (await last(page, run)) - 1) < 0.005, `${loss} at ${rate}`);
});

inPage('S1-70: ten turns at rate 1 are the constant schedule, and can be played again', {}, async (page) => {
  const exhibit = await opened(page, '07-learning-rate', 'scheduler');
  for (let turn = 0; turn < 10; turn += 1) await exhibit.getByRole('button', { name: /^Go / }).click();
  const rows = await exhibit.locator('table tbody tr').allInnerTexts();
  const own = rows.find((row) => row.startsWith('you'))?.replace('you', '');
  assert.ok(rows.some((row) => row.startsWith('constant') && row.replace('constant', '') === own), rows.join('\n'));
  await exhibit.getByRole('button', { name: 'Play your run' }).click();
  const changes = await exhibit.locator('ponder-figure').evaluate((/** @type {any} */ element) => element.recipe.runs[0].changes.length);
  assert.equal(changes, 10);
});
