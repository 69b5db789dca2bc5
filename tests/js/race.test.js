// A race's record in words, and the recipes that make it fair.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import init, * as exports from '#all';
import { headline, lowest, record, set, swept, verdict } from '../../www/fair.js';
import { withRates } from '../../www/recipe.js';

const glue = /** @type {Glue} */ (/** @type {unknown} */ (exports));
await init({ module_or_path: await readFile(fileURLToPath(new URL('./ponder_wasm_bg.wasm', import.meta.resolve('#all')))) });

/** On ½ (10 w² + b²) at (1, 0) the gradient is (10, 0). */
const RACE = {
  surface: { function: 'ravine' },
  runs: [
    { method: 'gradient-descent', learning_rate: 0.1, start: [1, 0] },
    { method: 'momentum', learning_rate: 0.01, start: [1, 0] },
    { method: 'newton', start: [1, 0] },
  ],
  steps: 12,
};
const NAMES = ['Gradient descent', 'Momentum', 'Newton'];

/** @param {FigureRecipe} figure @param {number} step @param {number} limit */
function told(figure, step, limit) {
  const live = new glue.Figure(figure);
  const race = live.race(step, limit);
  const points = figure.runs.map((_, run) => live.points(run));
  live.free();
  const loss = (/** @type {number} */ run, /** @type {number} */ t) => points[run][3 * t + 2];
  const sentences = race.rules.map((rule) => [rule.rule, verdict(rule, { race, names: NAMES, loss }, 'w 1, b 0')]);
  return { race, sentences: Object.fromEntries(sentences) };
}

test('rules that are not kept say by how much', () => {
  const { race, sentences } = told(RACE, 12, 12);
  assert.equal(sentences['same-start'], 'Yes: w 1, b 0.');
  assert.equal(sentences['same-rate'], 'No. Compared with Gradient descent: Momentum 10 times smaller.');
  assert.equal(sentences['same-first-step'], 'No. Compared with Gradient descent: Momentum 10 times shorter.');
  assert.equal(sentences['same-gradients'], 'Yes: 12 each.');
  assert.match(sentences['same-price'], /^No\. Compared with Gradient descent: Newton 2 times more\. At 12 looks each: .* Newton at step 6, loss 0\.$/);
  assert.equal(headline(race), 'Kept: same start and same number of gradients. Not kept: same rate, same first step and same work.');
});

test('the record is a table of what there is', () => {
  const { heads, rows } = record(told(RACE, 12, 12).race);
  assert.deepEqual(heads, ['Rate', 'First step', 'Gradients', 'Hessians']);
  assert.deepEqual(rows, [['0.1', '1', '12', '0'], ['0.01', '0.1', '12', '0'], ['1', '1', '12', '12']]);
});

test('nothing is told of a step that may not be known yet', () => {
  const { race, sentences } = told(RACE, 9, 0);
  assert.ok(!('same-first-step' in sentences));
  assert.deepEqual(record(race).rows.map(([, gradients]) => gradients), ['0', '0', '0']);
});

test('seeds and schedules are told', () => {
  const run = { method: 'gradient-descent', learning_rate: 1, schedule: { kind: 'inverse-time', k: 1 } };
  const shaken = { ...run, batch: { size: 1, order: 'shuffled', seed: 7 }, noise: { deviation: 0.5, seed: 3 } };
  const race = told({ surface: { model: 'sigmoid-neuron', data: 'two-points' }, runs: [run, shaken], steps: 4 }, 2, 4).race;
  const { heads, rows } = record(race);
  assert.deepEqual(heads, ['Rate', 'First step', 'Gradients', 'Data points', 'Batches', 'Noise']);
  assert.deepEqual([rows[0][0], ...rows[0].slice(4)], ['1, inverse time', 'all', 'none']);
  assert.deepEqual(rows[1].slice(2), ['2', '2', '1, seed 7', '0.5, seed 3']);
  assert.ok(race.rules.some(({ rule, gaps }) => rule === 'same-draws' && gaps.length === 1));
});

test('rates that make a rule hold make another recipe, and say what changed', () => {
  for (const [rule, expected] of /** @type {[string, (number | null)[]][]} */ ([['same-rate', [0.1, 0.1, null]], ['same-first-step', [0.1, 0.1, 1]]])) {
    const live = new glue.Figure(RACE);
    const rates = live.rates(rule);
    live.free();
    assert.deepEqual(rates, expected);
    const fair = withRates(RACE, rates);
    assert.match(told(fair, 0, 12).sentences[rule], /^Yes/);
    assert.equal(fair.runs[0], RACE.runs[0], 'who keeps its rate stays as it was');
    assert.equal(RACE.runs[1].learning_rate, 0.01, 'the old recipe stays');
  }
  assert.equal(set('same rate', NAMES, [0.1, 0.01, 1], [0.1, 0.1, 1]), 'Set for same rate: Momentum 0.1, was 0.01.');
  assert.equal(set(null, NAMES, [1], [1]), 'Nothing to change.');
});

test('a sweep in slices says which rate ends lower', () => {
  const sweep = new glue.Sweep({ ...RACE, steps: 1 });
  let slices = 1;
  while (!sweep.advance(7)) slices += 1;
  const [found, grid] = [sweep.found(), [...sweep.grid]];
  sweep.free();
  assert.ok(slices > 5);
  assert.equal(found[2], null, 'a factor of Newton’s step is no rate');
  assert.equal(swept(found, grid, NAMES, 1), 'No. Momentum ends lower at 0.1: loss 0 at step 1, not 4.05.');
  assert.match(swept([found[0], null, null], grid, NAMES, 1), /^Yes: of 37 rates from 0\.0001 to 100 /);
});

test('who stands lowest', () => {
  const names = ['A', 'B', 'C'];
  assert.equal(lowest(names, [2, 1, 1]), 'Lowest now: B and C, loss 1.00; next A, 2.00.');
  assert.equal(lowest(names, [1, 1, 1]), 'All stand level now, loss 1.00.');
  assert.equal(lowest(names, [1, NaN, NaN]), 'Lowest now: A, loss 1.00.');
  assert.equal(lowest(names, [NaN, NaN, NaN]), 'All have diverged.');
});
