// Which question waits where, and how far one may see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Questions } from '../../www/questions.js';

/** @param {Moment} at @param {string} [id] @returns {Ponder} */
const ask = (at, id) => ({ at, kind: 'type', ask: '?', ...(id ? { id } : {}) });

/** @param {Moment[]} moments */
function settled(moments, steps = 100, find = (/** @type {Happening} */ _) => /** @type {number | undefined} */ (undefined)) {
  const questions = new Questions(moments.map((at) => ask(at)));
  questions.settle(steps, find);
  return questions;
}

test('the limit is the first open question; answers and skips move it', () => {
  const questions = settled([50, 0, 20]);
  assert.deepEqual(questions.list.map(({ step }) => step), [0, 20, 50]);
  assert.equal(questions.limit(100), 0);
  questions.list[0].state = 'answered';
  assert.equal(questions.limit(100), 20);
  questions.list[1].state = 'skipped';
  assert.equal(questions.limit(100), 50);
  questions.list[2].state = 'answered';
  assert.equal(questions.limit(100), 100);
});

test('a question asks about the step where the next one waits, or the end', () => {
  assert.deepEqual(settled([0, 20, 20, 50]).list.map(({ target }) => target), [20, 50, 50, 100]);
});

test('moments: a step, the end, an event, an event that never comes', () => {
  assert.deepEqual(settled([7.4, 'end', 300, -2]).list.map(({ step }) => step), [0, 7, 100, 100]);
  const found = settled([{ event: 'u-turn' }, { event: { loss_below: 0 } }], 100, (/** @type {any} */ event) => (event === 'u-turn' ? 37 : undefined));
  assert.deepEqual(found.list.map(({ step }) => step), [37, 100]);
});

test('where an event happens is a secret until it is reached', () => {
  assert.deepEqual(settled([3, { event: 'uphill' }]).list.map(({ secret }) => secret), [false, true]);
});

test('a question waits from its step on, and is shown after its answer', () => {
  const questions = settled([20]);
  const [question] = questions.list;
  assert.equal(questions.waiting(19), undefined);
  assert.equal(questions.waiting(20), question);
  question.state = 'answered';
  question.verdict = { answer: 1, truth: 1, correct: true, gap: 0 };
  assert.equal(questions.waiting(20), undefined);
  assert.equal(questions.current(60), question);
  assert.equal(questions.current(10), undefined);
  questions.settle(100, () => undefined);
  questions.settle(15, () => undefined);
  assert.equal(question.step, 15, 'an answered question stays, on a shorter run at its end');
  questions.settle(100, () => undefined);
  assert.equal(question.step, 20);
});

test('ids are given, or made', () => {
  const questions = new Questions([ask(0, 'where'), ask(1)]);
  assert.deepEqual(questions.list.map(({ id }) => id), ['where', 'ponder-2']);
});
