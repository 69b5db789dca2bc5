// What is known of many runs, before it is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';

// Node has no pictures; a field needs only a place for their bytes.
globalThis.ImageData ??= /** @type {any} */ (class {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
});
const { CYCLING, DIVERGED, ELSEWHERE, Field, NEVER } = await import('../../www/workbench/sweeps/field.js');
const { letter, shared, told } = await import('../../www/workbench/sweeps/said.js');

/** @type {BulkFacts} */
const FACTS = {
  run: 0,
  size: [4, 2],
  axes: ['w', 'b'],
  across: [-3, -1, 1, 3],
  down: [1, -1],
  window: [[-4, 4], [-2, 2]],
  targets: [{ at: [-1, 0], loss: 0 }, { at: [1, 0], loss: 0 }],
  within: 0.1,
  below: null,
  stride: 1,
  parameters: 2,
  bounds: [],
  colours: { light: [], dark: [], print: [] },
};

/** @param {number} from @param {number[]} fates @param {number[]} steps @param {number[]} losses @returns {BulkTile} */
function tile(from, fates, steps, losses) {
  const bytes = () => new Uint8ClampedArray(4 * fates.length).fill(from + 1);
  return {
    from,
    fates: Uint8Array.from(fates),
    steps: Uint32Array.from(steps),
    unders: new Uint32Array(fates.length).fill(NEVER),
    losses: Float64Array.from(losses),
    ends: new Float64Array(2 * fates.length),
    tints: { light: bytes(), dark: bytes(), print: bytes() },
    paths: [],
  };
}

test('tiles come in any order; shares and medians are of what is known', () => {
  const field = new Field(FACTS);
  field.put(tile(4, [1, ELSEWHERE, DIVERGED, 1], [7, NEVER, 3, 9], [0.5, 2, 0.1, NaN]));
  assert.equal(told(field, 0), 'From (−3, 1): not tried yet');
  field.put(tile(0, [1, 1, CYCLING], [30, 8, NEVER], [0.4, 0.3, 5]));
  assert.deepEqual([field.done, field.total], [7, 8]);
  const tally = field.tally().map(({ fate, count, median }) => [fate, count, median]);
  assert.deepEqual(tally, [[0, 0, null], [1, 4, 8], [ELSEWHERE, 1, null], [CYCLING, 1, null], [DIVERGED, 1, 3]]);
  assert.equal(field.best, 1, 'the lowest loss of those that did not diverge');
  assert.deepEqual([field.images.dark.data[0], field.images.dark.data[4 * 4]], [1, 5]);
  assert.equal(shared(field, field.tally()[1]), '57 % reach B (1, 0) in 8 steps (median)');
  assert.equal(told(field, 6), 'From (1, −1): diverges at step 3');
});

test('minima are lettered beyond the alphabet', () => {
  assert.deepEqual([0, 25, 26, 53].map(letter), ['A', 'Z', 'A2', 'B3']);
});
