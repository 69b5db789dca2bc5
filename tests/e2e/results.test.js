// Results of a race, and rates that are changed on the way.
import assert from 'node:assert/strict';
import { clean, open, recipe } from './support/bench.js';
import { inPage, mount, twoPoints } from './support/browser.js';

/** @typedef {import('playwright-core').Locator} Locator */

const RUNS = [{ method: 'gradient-descent' }, { method: 'momentum', learning_rate: 0.3 }, { method: 'adam', learning_rate: 0.1 }];
const FIGURE = twoPoints(RUNS, { steps: 200, view: { views: ['contour', 'curves'], curves: ['loss', 'schedule'] } });

/** The table as texts, with its head. @param {Locator} figure @returns {Promise<string[][]>} */
const table = (figure) => figure.locator('.results table').evaluate((element) => [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? '')));

/** @param {Locator} figure */
const names = async (figure) => (await table(figure)).slice(1).map(([name]) => name);

/** @param {Locator} figure @param {number} run @returns {Promise<number[]>} */
const losses = (figure, run) => figure.evaluate((element, run) => {
  const points = /** @type {Float64Array} */ (/** @type {any} */ (element).points(run));
  return [...points].filter((_, i) => i % 3 === 2);
}, run);

inPage('results are those of the runs, sorted by a rule that is said', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Results');
  assert.deepEqual(await names(figure), ['Adam', 'Momentum', 'Gradient descent']);
  assert.match(String(await figure.locator('.results .note').textContent()), /^Sorted by first step under 0.01, the lowest first, then by last loss\.$/);
  const reached = await Promise.all([2, 1, 0].map(async (run) => (await losses(figure, run)).findIndex((loss) => loss < 0.01)));
  assert.deepEqual((await table(figure)).slice(1).map((row) => Number(row[3])), reached);
  const uphill = (await losses(figure, 1)).filter((loss, t, all) => t > 0 && loss > all[t - 1] + 1e-12).length;
  assert.equal(Number((await table(figure))[2][5]), uphill);

  await figure.getByRole('button', { name: 'run', exact: true }).click();
  assert.deepEqual(await names(figure), ['Adam', 'Gradient descent', 'Momentum']);
  await figure.getByRole('button', { name: 'run', exact: true }).press('Enter');
  assert.deepEqual(await names(figure), ['Momentum', 'Gradient descent', 'Adam']);
  assert.equal(await figure.locator('.results th[aria-sort]').getAttribute('aria-sort'), 'descending');
  assert.match(String(await figure.locator('.results .note').textContent()), /^Sorted by name, from Z to A/);
});

inPage('the tolerance and the step are the reader\'s', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Results');
  const before = await table(figure);
  await figure.getByLabel('Tolerance: a loss below').fill('0.1');
  const after = await table(figure);
  assert.match(after[0][3], /first step under 0.1/);
  assert.ok(Number(after[1][3]) < Number(before[1][3]));
  await figure.getByLabel('Tolerance: a loss below').fill('none');
  assert.match(String(await figure.locator('.results .note').textContent()), /stays at 0.1/);
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 50; });
  assert.match((await table(figure))[0][1], /loss at step 50/);
  assert.notEqual((await table(figure))[1][1], after[1][1]);
});

inPage('before a question is answered nothing of later steps is told', {}, async (page) => {
  const ponders = [{ at: 30, kind: 'type', ask: 'How low at the end?' }];
  const figure = await open(page, { ...FIGURE, ponders }, 'Results');
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 200; });
  const [heads, first] = await table(figure);
  assert.match(String(await figure.locator('.results .note').textContent()), /nothing after step 30 is counted/);
  assert.deepEqual([first[heads.indexOf('last loss')], first[heads.indexOf('outcome')], first[heads.indexOf('gradients')]], ['later', 'later', '30']);
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  assert.equal((await table(figure))[1][heads.indexOf('gradients')], '200');
});

inPage('results are copied as text', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  const figure = await open(page, FIGURE, 'Results');
  await figure.getByRole('button', { name: 'Copy for a spreadsheet' }).click();
  await figure.getByText('Copied').waitFor();
  const [heads, first] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  assert.deepEqual(heads.slice(0, 3), ['run', 'loss at step 0', 'last loss']);
  assert.equal(Number(first[2]), (await losses(figure, 2)).at(-1), 'in full');
});

inPage('a rate changed on the way is in the recipe, and the recipe plays it again bit by bit', {}, async (page) => {
  const figure = await open(page, twoPoints([{ method: 'momentum' }]), 'Results');
  const before = await losses(figure, 0);
  const button = figure.getByRole('button', { name: 'Change the rate from here on' });
  assert.equal(await button.getAttribute('aria-disabled'), 'true', 'at the start there is the slider');
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 40; });
  await button.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual((await recipe(figure)).runs[0].changes, [[40, 0.5]]);
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowLeft');
  const made = await recipe(figure);
  const [[t, rate]] = made.runs[0].changes;
  assert.ok(t === 40 && rate < 0.5, `${rate}`);
  assert.match(String(await figure.locator('.turns').textContent()), /rate 1 → 0\.\d+ from step 40/);
  const after = await losses(figure, 0);
  assert.deepEqual(after.slice(0, 41), before.slice(0, 41));
  assert.notEqual(after[41], before[41]);
  const again = await mount(page, made);
  assert.deepEqual(await losses(again, 0), after);
});

inPage('a mark on the slider over time is moved, taken back and brought back with keys', {}, async (page) => {
  const figure = await open(page, twoPoints([{ method: 'momentum', changes: [[20, 0.1], [40, 0.5]] }]), 'Results');
  const changes = async () => (await recipe(figure)).runs[0].changes;
  const mark = figure.getByRole('button', { name: /^rate 1 → 0.1 from step 20; arrows/ });
  await mark.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await changes(), [[29, 0.1], [40, 0.5]]);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await changes(), [[39, 0.1], [40, 0.5]], 'not past the next');
  await page.keyboard.press('Delete');
  assert.deepEqual(await changes(), [[40, 0.5]]);
  // What is done within a second is undone in one.
  await page.waitForTimeout(1100);
  await page.keyboard.press('Delete');
  assert.equal(await changes(), undefined);
  await page.keyboard.press('Control+z');
  assert.deepEqual(await changes(), [[40, 0.5]]);
});

inPage('a change replaces those after it, while it plays too; each run keeps its own', {}, async (page) => {
  const figure = await open(page, { ...FIGURE, runs: [{ ...FIGURE.runs[0], changes: [[150, 0.2]] }, FIGURE.runs[1], { method: 'adadelta', start: [-2, -2] }] }, 'Results');
  await figure.evaluate((element) => { /** @type {any} */ (element).play(); });
  await page.waitForTimeout(500);
  await figure.getByRole('button', { name: 'Change the rate from here on' }).click();
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).playing), true);
  const { runs } = await recipe(figure);
  assert.deepEqual(runs.map((/** @type {any} */ { changes }) => changes?.map((/** @type {number[]} */ [, rate]) => rate)), [[0.5], [0.15], undefined]);
  assert.ok(await figure.getByText('AdaDelta has no learning rate to change.').isVisible());
});

for (const [scheme, width] of /** @type {const} */ ([['light', 1280], ['dark', 360]])) {
  inPage(`axe finds nothing in the results, ${scheme}, ${width} px`, { colorScheme: scheme, viewport: { width, height: 900 } }, async (page) => {
    const figure = await open(page, { ...FIGURE, runs: FIGURE.runs.map((run) => ({ ...run, changes: [[100, 0.2]] })) }, 'Results');
    await clean(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  });
}
