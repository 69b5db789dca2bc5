// What can be undone: a gesture is one change, whoever makes it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { History } from '../../www/history.js';
import { shape } from '../../www/shape.js';

/** @param {number} value @returns {any} */
const moment = (value) => ({ figure: value, facts: null });

/** @param {number} from @param {number} to @param {string} key @returns {import('../../www/history.js').Change} */
const change = (from, to, key) => ({ before: moment(from), after: moment(to), key, said: undefined });

test('back and forth goes through every figure', () => {
  const history = new History();
  history.note(change(0, 1, 'a'), 0);
  history.note(change(1, 2, 'b'), 10);
  assert.deepEqual([history.undo(), history.undo(), history.undo()].map((undone) => undone?.before.figure), [1, 0, undefined]);
  assert.deepEqual([history.redo(), history.redo(), history.redo()].map((redone) => redone?.after.figure), [1, 2, undefined]);
});

test('changes of one thing within a second are one, later or of another thing are others', () => {
  const history = new History();
  for (const [at, key] of /** @type {[number, string][]} */ ([[0, 'a'], [900, 'a'], [1800, 'a'], [2900, 'a'], [3000, 'b']])) history.note(change(at, at + 1, key), at);
  const befores = [];
  while (history.canUndo) befores.push(history.undo()?.before.figure);
  assert.deepEqual(befores, [3000, 2900, 0]);
});

test('while a pointer is down a change takes as long as it takes; the next press begins another', () => {
  const history = new History();
  history.held = true;
  history.close();
  for (const at of [0, 5000, 90_000]) history.note(change(at, at + 1, 'a'), at);
  history.close();
  history.note(change(90_001, 90_002, 'a'), 90_010);
  assert.equal(history.undo()?.before.figure, 90_001);
  assert.equal(history.undo()?.before.figure, 0);
});

test('a new change takes the place of what was undone', () => {
  const history = new History();
  history.note(change(0, 1, 'a'), 0);
  history.undo();
  history.note(change(0, 2, 'a'), 1);
  assert.equal(history.canRedo, false);
  assert.equal(history.undo()?.after.figure, 2);
  history.clear();
  assert.deepEqual([history.canUndo, history.canRedo], [false, false]);
});

test('figures of one shape differ in numbers alone', () => {
  const figure = { surface: { expression: 'w' }, runs: [{ method: 'adam', learning_rate: 0.1 }], steps: 5 };
  const same = (/** @type {any} */ other) => shape({ ...figure, ...other }) === shape(figure);
  // A title is read where it stands.
  assert.ok(same({ title: 'x' }));
  assert.ok(same({ steps: 9, surface: { expression: 'w^2' }, runs: [{ method: 'adam', learning_rate: 2 }], view: { window: [[0, 1], [0, 1]] } }));
  for (const other of [{ surface: { function: 'saddle' } }, { runs: [...figure.runs, ...figure.runs] }, { runs: [{ method: 'momentum', learning_rate: 0.1 }] }, { view: { views: ['rule'] } }]) {
    assert.ok(!same(other), JSON.stringify(other));
  }
});
