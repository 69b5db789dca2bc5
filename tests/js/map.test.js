// The map without its pictures: windows, and the step that all views point at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { midway, scaled } from '../../www/lens.js';
import { placed } from '../../www/numbers.js';
import { Pointed } from '../../www/pointed.js';
import { bundled } from './support/bundled.js';

const { Stage, arrive, ready, state } = await bundled(`
  export { Stage } from './stage.js';
  export { ready } from './engine.js';
  export { arrive, state } from '#glue';
`);
arrive();
await ready;

const recipe = { surface: { function: 'bowl' }, runs: [{ method: 'gradient-descent', learning_rate: 0.25, start: [1, 1] }], steps: 4 };

/** @typedef {import('../../www/lens.js').Window} Window */
/** @type {Window} */
const WINDOW = [[-6, 6], [0, 4]];

test('a window shrinks around the point that is held, and follows a hand', () => {
  assert.deepEqual(scaled(WINDOW, 0.5, [0.5, 0.5]), [[-3, 3], [1, 3]]);
  const held = scaled(WINDOW, 0.25, [0.75, 0.25]);
  assert.deepEqual(held, [[0.75, 3.75], [0.75, 1.75]]);
  assert.equal(held[0][0] + 0.75 * 3, -6 + 0.75 * 12, 'what lay there lies there');
  assert.deepEqual(scaled(WINDOW, 1, [0.5, 0.5], [0.75, 0.5]), [[-9, 3], [0, 4]], 'dragged to the right');
});

test('half-way between two windows is half as many times as large, around what lies still in both', () => {
  const goal = scaled(WINDOW, 1 / 16, [0.25, 0.75]);
  const half = midway(WINDOW, goal, 0.5);
  assert.deepEqual(half.map(([from, to]) => to - from), [3, 1]);
  half.forEach((side, axis) => assert.ok(Math.abs(side[0] - scaled(WINDOW, 0.25, [0.25, 0.75])[axis][0]) < 1e-12));
  assert.deepEqual(midway(WINDOW, scaled(WINDOW, 1, [0, 0], [0.5, 0]), 0.5), scaled(WINDOW, 1, [0, 0], [0.25, 0]));
});

test('a coordinate has as many decimals as its window is worth', () => {
  assert.deepEqual([placed(-1.23456, [-6, 6]), placed(-1.23456, [-1.3, -1.2]), placed(250, [0, 5000])], ['−1.23', '−1.2346', '250']);
});

test('one step is pointed at, none that has not been shown; a view takes back only its own', () => {
  const player = { step: 5 };
  let told = 0;
  const pointed = new Pointed(player, () => { told += 1; });
  pointed.point({ step: 4, run: 0 }, 'map');
  pointed.point({ step: 4, run: 0 }, 'map');
  assert.deepEqual([pointed.spot, told], [{ step: 4, run: 0 }, 1]);
  pointed.point({ step: 2, run: null }, 'curves');
  pointed.leave('map');
  assert.deepEqual(pointed.spot, { step: 2, run: null });
  pointed.point({ step: 5, run: 0 }, 'curves');
  player.step = 3;
  assert.equal(pointed.spot, null, 'the reader has gone back');
  player.step = 5;
  pointed.leave('curves');
  assert.deepEqual([pointed.spot, told], [null, 4]);
});

test('a question’s answer and another recipe take back what was pointed at', () => {
  const stage = new Stage({ ...recipe, ponders: [{ at: 2, kind: 'type', ask: 'How much?' }] });
  stage.player.seek(2);
  stage.pointed.point({ step: 3, run: 0 }, 'table');
  assert.equal(stage.now.pointed, undefined, 'beyond the question');
  stage.pointed.point({ step: 1, run: 0 }, 'table');
  assert.equal(stage.now.pointed, 1);
  stage.skip();
  assert.equal(stage.now.pointed, undefined);
  stage.pointed.point({ step: 2, run: 0 }, 'table');
  stage.change({ ...stage.figure, steps: 3 });
  assert.equal(stage.now.pointed, undefined);
});

test('the window of the map outlives its instance, a change keeps it, a new figure has its own', () => {
  const stage = new Stage(recipe);
  stage.lens.look([[0, 1], [0, 1]], true);
  stage.change({ ...stage.figure, steps: 3 });
  assert.deepEqual(stage.window, [[0, 1], [0, 1]]);
  state.looks.length = 0;
  state.fuse = 1;
  stage.points(0);
  assert.deepEqual(state.looks, [{ window: [0, 1, 0, 1], moving: false }], 'after a trap it is set again, at rest');
  stage.lens.look(null);
  assert.deepEqual(stage.window, stage.facts.window);
  assert.deepEqual(new Stage(recipe).window, [[-2, 2], [-2, 2]]);
});
