// Data under a reader's hands, and what the recipe makes of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, fresh, moved, nearest, rows, withPoint, withoutPoint } from '../../www/data.js';
import { changes, withData } from '../../www/recipe.js';

/** @type {Point[]} */
const DATA = [[0.5, 0.2], [2.5, 0.9]];
/** @type {[Point, Point]} */
const WINDOW = [[0, 4], [0, 1]];

/** @type {FigureRecipe} */
const figure = { surface: { model: 'sigmoid-neuron', data: 'two-points', reduce: 'mean' }, runs: [{ method: 'momentum' }, { method: 'adam', start: [1, 1] }], steps: 4 };
const run = { name: 'm', method: 'm', convention: 'course', conventions: ['course'], formula: [], knobs: [], color: { light: '', dark: '' } };
/** @type {Facts} */
const facts = {
  surface: { title: '', formula: '', parameters: ['w', 'b'], domain: [[-6, 6], [-6, 6]], start: [-2, -2], minima: [], knobs: [], model: true },
  window: [[-6, 6], [-5, 5]], fit: WINDOW, camera: { yaw: 0, pitch: 0 }, height: 'linear', data: DATA, curves: { known: ['loss'], shown: ['loss'], panels: 1 },
  runs: [{ ...run, start: [-2, -2] }, { ...run, start: [1, 1] }],
};

test('a named set has the points that the wasm tells, a list its own', () => {
  assert.deepEqual(rows('two-points', () => Float64Array.of(0.5, 0.2, 2.5, 0.9)), DATA);
  assert.equal(rows(DATA, () => assert.fail('not asked')), DATA);
});

test('one point is moved or removed, the others and the original stay', () => {
  const next = withPoint(DATA, 1, [3, 1.5]);
  assert.deepEqual([next, withoutPoint(DATA, 0)], [[[0.5, 0.2], [3, 1.5]], [[2.5, 0.9]]]);
  assert.equal(next[0], DATA[0]);
  assert.deepEqual(DATA, [[0.5, 0.2], [2.5, 0.9]]);
});

test('a nudge is a share of the window, and may leave it', () => {
  assert.deepEqual(moved([1, 0.99], [-0.5, 0.02], WINDOW), [-1, 1.01]);
});

test('a new point stands in the widest gap', () => {
  assert.deepEqual(fresh(DATA, WINDOW), [1.5, 0.5]);
  assert.deepEqual(fresh([[0.5, 0]], WINDOW), [2.25, 0.5]);
});

test('the nearest point within reach; of two at one place the upper one', () => {
  assert.equal(nearest([[0, 0], [9, 0], [9, 0]], [6, 0], 5), 2);
  assert.equal(nearest([[0, 0], [20, 0]], [6, 0], 5), null);
});

test('pixels and points are each other’s; a pixel outside gives the edge', () => {
  const map = between(WINDOW, [[10, 110], [210, 10]]);
  assert.deepEqual([map.pixel([1, 0.5]), map.point([60, 60]), map.point([-50, 500])], [[60, 60], [1, 0.5], [0, 0]]);
});

test('other data leave starts, window and the rest of the surface as they were', () => {
  const next = withData(figure, facts, [[1, 1]]);
  assert.deepEqual(next.surface, { model: 'sigmoid-neuron', data: [[1, 1]], reduce: 'mean' });
  assert.deepEqual(next.runs.map((run) => run.start), [[-2, -2], [1, 1]]);
  assert.deepEqual(next.view, { window: [[-6, 6], [-5, 5]] });
  assert.equal(next.runs[1], figure.runs[1]);
});

test('changed data are told by how many they are; the same points under another name are no change', () => {
  const told = (/** @type {Point[]} */ data) => changes([figure, facts], [figure, { ...facts, data }]);
  assert.deepEqual(told([...DATA, [1, 1]]), [{ id: 'data', value: 3, run: null }]);
  assert.deepEqual(told([[0.5, 0.2], [2.5, 0.8]]), [{ id: 'data', value: 2, run: null }]);
  assert.deepEqual(told([[0.5, 0.2], [2.5, 0.9]]), []);
});
