// What the playground's tools know without a page: rows of a table, standings of a race, rates that change on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, rateAt, withRate, withTurn, withTurnAt, withoutTurn } from '../../www/turns.js';
import { widened, withModel, withRows } from '../../www/workbench/data/recipes.js';
import { empty, followed, good, names, replaced, row, split, written } from '../../www/workbench/data/rows.js';
import { columns, sorted, text } from '../../www/workbench/results/standings.js';

/** Numbers as JavaScript reads them, in the place of the wasm's reader. @type {import('../../www/workbench/data/rows.js').Read} */
const read = (given) => {
  const cells = given.split('\n').map((line) => Number(line.replace(',', '.')));
  const bad = cells.findIndex(Number.isNaN);
  return bad < 0 ? { rows: cells.map((cell) => [cell]), notes: { separator: 'tabs', header: null, comma: null } }
    : { problems: [{ line: bad + 1, cell: 1, kind: 'number', given: '', allowed: '' }] };
};

test('a bad cell keeps its text and the row its numbers; a row that is not whole is no fault', () => {
  const bad = written(row([1, 2]), 0, 'high', read);
  assert.deepEqual([bad.text, bad.good, [...bad.wrong.keys()]], [['high', '2'], [1, 2], [0]]);
  const half = written(empty(2), 0, '0,5', read);
  assert.deepEqual([half.good, half.wrong.size], [null, 0]);
  assert.deepEqual(written(half, 1, ' 3 ', read).good, [0.5, 3]);
  assert.deepEqual([...written(row([1, 2]), 1, ' ', read).wrong.values()].map(({ kind }) => kind), ['empty']);
});

test('other data take the places of the old, and leave what cannot be read where it is', () => {
  const bad = written(row([1, 2]), 0, 'high', read);
  const rows = [bad, row([3, 4], true), row([5, 6]), written(empty(2), 0, '7', read)];
  const next = followed(rows, [[1, 2], [5, 9]], [[3, 4]]);
  assert.deepEqual(next.map(({ text: cells }) => cells), [['high', '2'], ['3', '4'], ['5', '9'], ['7', '']]);
  assert.deepEqual(followed(rows, [[1, 2]], [[3, 4]]).map(({ good: numbers, held }) => [numbers, held]), [[[1, 2], false], [[3, 4], true], [null, false]]);
  assert.deepEqual([good(rows, false), good(rows, true)], [[[1, 2], [5, 6]], [[3, 4]]]);
});

test('rows are pasted over others and beyond the end; every k-th is held out', () => {
  const rows = [row([1, 1]), row([2, 2]), row([3, 3])];
  assert.deepEqual(good(replaced(rows, 2, [row([8, 8]), row([9, 9])]), false), [[1, 1], [2, 2], [8, 8], [9, 9]]);
  assert.deepEqual(good(split(rows, 2), true), [[2, 2]]);
  assert.deepEqual(good(split(split(rows, 2), 0), true), []);
  assert.deepEqual(names(5), ['x1', 'x2', 'x3', 'x4', 'y']);
});

/** @type {FigureRecipe} */
const figure = { surface: { model: 'sigmoid-neuron', data: 'two-points', reduce: 'mean' }, runs: [{ method: 'momentum', learning_rate: 1, start: [1, 1] }, { method: 'adam', learning_rate: 1 }], steps: 50, view: { window: [[0, 1], [0, 1]], knobs: ['learning_rate'] } };
const facts = /** @type {Facts} */ (/** @type {unknown} */ ({ surface: { domain: [[0, 1], [0, 1]] }, window: [[0, 1], [0, 1]], runs: [{ start: [1, 1] }, { start: [2, 2] }] }));

test('another model keeps the data, and all else where it has as many inputs', () => {
  const line = withModel(figure, facts, 'linear-neuron', [[1, 2]], []);
  assert.deepEqual([line.surface, line.runs[0], line.view], [{ model: 'linear-neuron', data: [[1, 2]], reduce: 'mean' }, figure.runs[0], figure.view]);
  const four = withModel(figure, facts, 'four-input-neuron', widened([[1, 2]], 5), []);
  assert.deepEqual([four.surface.data, four.runs[0].start, four.view?.window], [[[1, 0, 0, 0, 2]], undefined, undefined]);
  assert.deepEqual(withRows(figure, facts, [[1, 2]], [[3, 4]]).surface, { model: 'sigmoid-neuron', data: [[1, 2]], reduce: 'mean', validation: [[3, 4]] });
  assert.ok(!('validation' in withRows(withRows(figure, facts, [[1, 2]], [[3, 4]]), facts, [[1, 2]], []).surface));
});

/** @param {string} name @param {number | null} reached @param {number | null} last @param {string | null} kind @param {number} [values] */
const line = (name, reached, last, kind, values = 0) => ({
  name, loss: 1, result: { last, reached, u_turns: 0, uphill: 0, evaluations: { values, gradients: 5, curvatures: 0, points: 10 }, outcome: kind === null ? null : { kind, sentence: '' } },
});

test('standings: what has no value is last either way, the last loss decides, outcomes go from good to bad', () => {
  const lines = [line('a', null, 3, 'diverged'), line('b', 7, 2, 'running'), line('c', 7, 1, 'converged'), line('d', 3, 9, 'stalled')];
  const order = (/** @type {string} */ by, /** @type {boolean} */ down) => sorted(lines, by, down).map(({ name }) => name).join('');
  assert.deepEqual([order('reached', false), order('reached', true), order('outcome', false), order('last', true)], ['dcba', 'cbda', 'cbda', 'dabc']);
  assert.deepEqual(sorted([line('x', 1, null, null), line('y', 1, null, null)], 'reached').map(({ name }) => name), ['x', 'y'], 'else as they came');
});

test('looks that nobody pays for have no column; text has all digits', () => {
  assert.ok(!columns([line('a', 1, 1, null)]).some(({ id }) => id === 'values'));
  assert.ok(columns([line('a', 1, 1, null), line('b', 1, 1, null, 3)]).some(({ id }) => id === 'values'));
  assert.equal(text(['run', 'loss'], [['a, "b"', 0.1 + 0.2], ['c', null]], ','), 'run,loss\n"a, ""b""",0.30000000000000004\nc,\n');
});

test('a rate from a step on replaces what came later, for each run its own', () => {
  const half = (/** @type {number} */ rate) => rate / 2;
  const once = withTurn({ ...figure, runs: [{ ...figure.runs[0], changes: [[10, 4], [30, 8]] }, figure.runs[1]] }, [0, 1], 20, half, [1, 6]);
  assert.deepEqual(once.runs.map(({ changes }) => changes), [[[10, 4], [20, 2]], [[20, 3]]]);
  assert.deepEqual(marked(once, [1, 6]), [{ t: 10, before: 1, rate: 4, runs: [0] }, { t: 20, before: 4, rate: 2, runs: [0] }, { t: 20, before: 6, rate: 3, runs: [1] }]);
  const [first] = marked(once, [1, 6]);
  assert.deepEqual(withRate(once, first, 5).runs[0].changes, [[10, 5], [20, 2]]);
  assert.deepEqual(withoutTurn(once, marked(once, [1, 6])[2]).runs[1], figure.runs[1], 'no change, no key');
  assert.deepEqual([rateAt([[10, 4]], 1, 9), rateAt([[10, 4]], 1, 10)], [1, 4]);
});

test('a change stays between its neighbours and within the run', () => {
  const made = { ...figure, runs: [{ ...figure.runs[0], changes: [[10, 4], [30, 8]] }] };
  const [early, late] = marked(made, [1]);
  assert.equal(withTurnAt(made, early, -5)[1], 1);
  assert.equal(withTurnAt(made, early, 40)[1], 29);
  assert.equal(withTurnAt(made, late, 90)[1], 49);
  assert.deepEqual(withTurnAt(made, late, 35)[0].runs[0].changes, [[10, 4], [35, 8]]);
});
