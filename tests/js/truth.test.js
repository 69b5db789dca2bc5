// Keys and verdicts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Question } from '../../www/questions.js';
import { angle, judge, key } from '../../www/truth.js';

/** A run along (t, −t) with loss 1 / (t + 1). @type {import('../../www/truth.js').Ground} */
const ground = { at: (t) => [t, -t], loss: (t) => 1 / (t + 1), steps: 10, window: [[-3, 3], [-4, 4]] };

/** @param {Omit<Ponder, 'at' | 'ask'>} ponder */
function question(ponder, step = 2, target = 6) {
  return Object.assign(new Question({ at: 0, ask: '?', ...ponder }, 0), { step, target });
}

test('without a key of its own: where the run will stand, its loss there, the tip of the next step', () => {
  assert.deepEqual(key(question({ kind: 'click' }), ground).value, [6, -6]);
  assert.equal(key(question({ kind: 'type' }), ground).value, 1 / 7);
  assert.deepEqual(key(question({ kind: 'draw' }), ground).value, [3, -3]);
  assert.deepEqual(key(question({ kind: 'draw' }, 10, 10), ground).value, [10, -10]);
});

test('a given key, with and without a tolerance', () => {
  assert.deepEqual(key(question({ kind: 'click', answer: [1, 2] }), ground), { value: [1, 2], tolerance: 0.5 });
  assert.deepEqual(key(question({ kind: 'type', answer: { value: 4, tolerance: 1 } }), ground), { value: 4, tolerance: 1 });
  assert.deepEqual(key(question({ kind: 'type', answer: { tolerance: 1 } }), ground), { value: 1 / 7, tolerance: 1 });
  assert.equal(key(question({ kind: 'type', answer: 0 }), ground).value, 0);
});

test('choose: exactly the right options, in any number', () => {
  const options = [{ text: 'a', right: true }, { text: 'b' }, { text: 'c', right: true }];
  const asked = question({ kind: 'choose', options });
  assert.deepEqual(judge(asked, [0, 2], ground), { answer: [0, 2], truth: [0, 2], correct: true, gap: null });
  assert.equal(judge(asked, [0], ground).correct, false);
});

test('order: the options as they are written', () => {
  const asked = question({ kind: 'order', options: ['x', 'y', 'z'] });
  assert.equal(judge(asked, [0, 1, 2], ground).correct, true);
  assert.equal(judge(asked, [0, 2, 1], ground).correct, false);
});

test('the gap is a distance, or a difference', () => {
  assert.equal(judge(question({ kind: 'click', answer: [0, 0] }), [3, 4], ground).gap, 5);
  const typed = judge(question({ kind: 'type', answer: { value: 2, tolerance: 0.5 } }), 1.5, ground);
  assert.deepEqual([typed.gap, typed.correct], [0.5, true]);
});

test('an arrow is right if it points the right way, or, with a tolerance, if its tip is near', () => {
  const way = question({ kind: 'draw' });
  assert.deepEqual([[9, -9], [2, 9], [2, -2]].map((tip) => judge(way, tip, ground).correct), [true, false, false]);
  const tip = question({ kind: 'draw', answer: { value: [3, -3], tolerance: 0.5 } });
  assert.deepEqual([[3.3, -3.3], [9, -9]].map((at) => judge(tip, at, ground).correct), [true, false]);
});

test('a run that left the finite numbers has no gap and is not right', () => {
  const lost = { ...ground, at: () => /** @type {Point} */ ([NaN, NaN]) };
  const { gap, correct } = judge(question({ kind: 'click' }), [0, 0], lost);
  assert.deepEqual([gap, correct], [null, false]);
});

test('the angle between two arrows', () => {
  assert.equal(Math.round(angle([0, 0], [1, 0], [0, 2]) ?? NaN), 90);
  assert.equal(Math.round(angle([0, 0], [-1, -0.001], [-1, 0.001]) ?? NaN), 0);
  assert.equal(angle([0, 0], [0, 0], [1, 1]), null);
});
