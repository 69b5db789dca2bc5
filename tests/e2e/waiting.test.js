// What waits: texts for the commitment in an exhibit, figures for the screen.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';
import { exhibit, lesson } from './support/lesson.js';

inPage('what a sweep found is told once both of its questions are answered', {}, async (page) => {
  await lesson(page, '07-learning-rate');
  const told = page.getByRole('cell', { name: 'the best of the five' });
  const sweep = exhibit(page, 'sweep');
  await sweep.getByRole('button', { name: '0.01', exact: true }).click();
  assert.equal(await told.count(), 0);
  await sweep.getByRole('button', { name: 'Commit' }).click();
  await told.waitFor();
  assert.equal(await told.count(), 1);
});

inPage('the book-keeping of batches is told once the reader has counted, by keyboard', {}, async (page) => {
  await lesson(page, '06-noise');
  const told = page.getByText('In short:', { exact: true });
  assert.equal(await told.count(), 0);
  await exhibit(page, 'batches').getByRole('button', { name: 'B = 2' }).press('Enter');
  await page.keyboard.type('7');
  assert.equal(await told.count(), 0);
  await page.keyboard.press('Enter');
  await told.waitFor();
});

inPage('a figure far from the screen does no work until it comes near', {}, async (page) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { begun: [] });
    addEventListener('ready', ({ target }) => /** @type {any} */ (globalThis).begun.push(/** @type {Element} */ (target).closest('figure')?.id), true);
  });
  await page.goto(`${site}lessons/02-gradient-descent.html`);
  const all = await page.evaluate(() => [...document.querySelectorAll('ponder-figure')].map((figure) => (
    { id: figure.closest('figure')?.id, far: figure.getBoundingClientRect().top > 2 * innerHeight })));
  await page.evaluate(() => /** @type {any} */ (document.querySelector('ponder-figure')).ready);
  await page.waitForTimeout(500);
  const begun = () => page.evaluate(() => /** @type {any} */ (globalThis).begun);
  const far = all.filter((figure) => figure.far).map(({ id }) => id);
  assert.ok(far.length >= 3);
  assert.deepEqual((await begun()).filter((/** @type {string} */ id) => far.includes(id)), []);
  const last = page.locator(`#${far.at(-1)} ponder-figure`);
  assert.equal(await last.locator('canvas').count(), 0);
  await last.scrollIntoViewIfNeeded();
  await last.locator('canvas').first().waitFor();
  assert.ok((await begun()).includes(far.at(-1)));
});
