// Questions that cannot be asked are refused, with their path.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept } from '../../www/accept.js';

const good = { at: 3, kind: 'click', ask: 'Where?' };
const options = [{ text: 'here', right: true }, { text: 'there', why: 'no' }];

test('what can be asked is taken', () => {
  assert.deepEqual(accept(undefined), []);
  const fine = [good, { ...good, kind: 'choose', options, id: 'a' }, { ...good, kind: 'order', options: ['1', '2'], at: 'end' },
    { ...good, kind: 'type', answer: { value: 2, tolerance: 1 }, at: { event: 'u-turn' } },
    { ...good, kind: 'draw', answer: [1, 2], at: { event: { loss_below: 0.1 } } }];
  assert.equal(accept(fine).length, 5);
});

/** @type {[string, unknown][]} */
const BAD = [
  ['ponders', {}],
  ['ponders[0]', ['Where?']],
  ['ponders[0].kind', [{ ...good, kind: 'guess' }]],
  ['ponders[0].ask', [{ at: 0, kind: 'click' }]],
  ['ponders[0].at', [{ ...good, at: 'soon' }]],
  ['ponders[0].at', [{ ...good, at: { event: 'down' } }]],
  ['ponders[1].hint', [good, { ...good, hint: 'x' }]],
  ['ponders[0].options', [{ ...good, kind: 'choose', options: [{ text: 'a' }, { text: 'b' }] }]],
  ['ponders[0].options', [{ ...good, kind: 'order', options: ['only'] }]],
  ['ponders[0].answer', [{ ...good, answer: [1, NaN] }]],
  ['ponders[0].answer', [{ ...good, kind: 'type', answer: '3' }]],
  ['ponders', [{ ...good, id: 'a' }, { ...good, id: 'a' }]],
];

for (const [path, ponders] of BAD) {
  test(`refused: ${path} of ${JSON.stringify(ponders).slice(0, 60)}`, () => {
    assert.throws(() => accept(ponders), (/** @type {any} */ error) => error.path === path && error.message.startsWith(`${path}: `));
  });
}
