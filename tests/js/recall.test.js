// Closing questions: the order of their variants, and what a desk does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from '../../www/recall/desk.js';
import { due, turn } from '../../www/recall/visit.js';
import { shuffle } from '../../www/shuffle.js';

test('an order is whole, the same for a seed, and not the same for all', () => {
  const orders = Array.from({ length: 40 }, (_, i) => shuffle(6, `seed ${i}`));
  for (const order of orders) assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(shuffle(6, 'seed 3'), orders[3]);
  assert.deepEqual(new Set(orders.map(([first]) => first)), new Set([0, 1, 2, 3, 4, 5]), 'each comes first some time');
});

test('every variant comes once before one comes again, never the same twice in a row', () => {
  for (const count of [2, 3, 24]) {
    const name = `count ${count}`;
    const met = Array.from({ length: 3 * count }, () => {
      const now = due(name, count);
      assert.equal(due(name, count), now, 'asked for again, it is the same');
      turn(name);
      return now;
    });
    assert.equal(new Set(met.slice(0, count)).size, count);
    assert.ok(met.every((now, i) => i === 0 || now !== met[i - 1]));
  }
});

test('a desk judges by the key that the question carries, and asks another one afresh', () => {
  const number = { at: 0, kind: 'type', ask: '?', answer: { value: 2, tolerance: 0.1 } };
  const desk = new Desk(number, 'q');
  let told = 0;
  desk.addEventListener('question', () => { told += 1; });
  desk.commit(2.05);
  assert.deepEqual([desk.question.state, desk.question.verdict?.correct, desk.question.id], ['answered', true, 'q']);
  desk.ask({ ...number, answer: { value: 3, tolerance: 0.1 } });
  assert.deepEqual([desk.question.open, desk.question.verdict], [true, null]);
  desk.commit(2.05);
  assert.equal(desk.question.verdict?.correct, false);
  desk.ask(number);
  desk.skip();
  assert.deepEqual([desk.question.state, desk.question.verdict?.truth, told], ['skipped', 2, 5]);
});
