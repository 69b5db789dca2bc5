// A step in parts: by a clock alone, and as a stage on the bowl, where a step is a gradient and a move.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import english from '../../www/words/en.json' with { type: 'json' };
import { Player } from '../../www/player.js';
import { bundled } from './support/bundled.js';

const { Stage, told, arrive, ready } = await bundled(`
  export { Stage } from './stage.js';
  export { told } from './parts.js';
  export { ready } from './engine.js';
  export { arrive } from '#glue';
`);
arrive();
await ready;

/** A clock whose steps have so many parts, one more with each step. @param {number} length */
function inParts(length) {
  const player = new Player(length);
  player.parts = (step) => step + 1;
  return player;
}

/** @param {{ step: number, part: number }} player */
const moment = ({ step, part }) => `${step}.${part}`;

/** @param {Player} player @param {number} by @param {number} times */
function walk(player, by, times) {
  return Array.from({ length: times }, () => {
    player.nudge(by);
    return moment(player);
  });
}

test('by hand it goes from part to part, across the borders of steps, and back the same way', () => {
  const player = inParts(3);
  const forward = [moment(player), ...walk(player, 1, 9)];
  assert.deepEqual(forward, ['0.0', '0.1', '1.0', '1.1', '1.2', '2.0', '2.1', '2.2', '2.3', '3.0']);
  assert.deepEqual(walk(player, 1, 1), ['3.0'], 'nothing leaves the end');
  assert.deepEqual(walk(player, -1, 10), [...forward.toReversed().slice(1), '0.0']);
  assert.deepEqual([moment(player), ...walk(player, 1, 9)], forward, 'and once more');
});

test('without parts a nudge is a step, and tens are whole steps anyway', () => {
  const plain = new Player(30);
  assert.deepEqual(walk(plain, 1, 2), ['1.0', '2.0']);
  assert.deepEqual(walk(plain, -1, 3), ['1.0', '0.0', '0.0']);
  const player = inParts(30);
  walk(player, 1, 4);
  assert.deepEqual(walk(player, 10, 1), ['11.0']);
  player.nudge(1);
  assert.deepEqual(walk(player, -10, 2), ['1.0', '0.0']);
});

test('to seek or to play is to leave the parts; steps are told as whole numbers, once each', () => {
  const player = inParts(8);
  /** @type {string[]} */
  const log = [];
  for (const type of ['step', 'part']) player.addEventListener(type, () => log.push(`${type} ${moment(player)}`));
  walk(player, 1, 4);
  player.seek(1);
  assert.equal(moment(player), '1.0');
  assert.deepEqual(log, ['part 0.1', 'step 1.0', 'part 1.0', 'part 1.1', 'part 1.2', 'part 1.0']);
  player.nudge(1);
  player.play();
  assert.deepEqual([player.playing, moment(player)], [true, '1.0']);
  player.tick(0);
  player.tick(100);
  player.nudge(1);
  assert.deepEqual([player.playing, moment(player)], [false, '1.1'], 'it pauses at the step first');
});

test('at the step where a question waits no part is left to see', () => {
  const player = inParts(8);
  player.limit = 1;
  assert.deepEqual(walk(player, 1, 4), ['0.1', '1.0', '1.0', '1.0']);
  assert.deepEqual(walk(player, -1, 1), ['0.1']);
  player.limit = 3;
  assert.deepEqual(walk(player, 1, 3), ['1.0', '1.1', '1.2']);
  player.limit = 1;
  player.stay();
  assert.equal(moment(player), '1.0', 'nor when one comes up');
});

const recipe = { surface: { function: 'bowl' }, runs: [{ method: 'gradient-descent', learning_rate: 0.25, start: [1, 1] }], steps: 4 };

test('a stage shows the present part, and what has arrived between two updates', () => {
  const stage = new Stage(recipe);
  assert.equal(stage.now.part, undefined);
  stage.pace.turn();
  const seen = Array.from({ length: 5 }, () => {
    const { step, part } = stage.now;
    stage.player.nudge(1);
    return `${step} ${part}`;
  });
  assert.deepEqual(seen, ['0 arrived', '0 gradient', '0 move', '1 arrived', '1 gradient']);
  stage.talk('gradient');
  assert.equal(stage.now.part, 'gradient', 'a term that is pointed at comes first');
  stage.talk(undefined);
  stage.player.seek(2);
  stage.talk('gradient');
  assert.equal(stage.now.part, 'arrived', 'but what has arrived has no arrow of the next update');
  stage.talk(undefined);
  stage.player.play();
  assert.equal(stage.now.part, undefined, 'what plays is whole');
  stage.player.pause();
  stage.player.seek(2);
  stage.player.nudge(1);
  stage.pace.turn();
  assert.deepEqual([stage.now.step, stage.now.part], [2, undefined]);
});

test('before the commit the update that leaves the question’s step has no part; after it, it has', () => {
  const stage = new Stage({ ...recipe, ponders: [{ id: 'loss', at: 1, kind: 'type', ask: 'How much?' }] });
  stage.pace.turn();
  for (let i = 0; i < 6; i += 1) stage.player.nudge(1);
  assert.deepEqual(stage.now, { step: 1, limit: 1, marks: [], part: 'arrived' });
  stage.commit(0.5);
  stage.player.nudge(1);
  assert.deepEqual([stage.now.step, stage.now.part], [1, 'gradient']);
});

test('a changed recipe keeps the part that the reader looks at', () => {
  const stage = new Stage(recipe);
  stage.pace.turn();
  stage.player.seek(1);
  stage.player.nudge(1);
  stage.change({ ...stage.figure, runs: [{ ...recipe.runs[0], start: [2, 2] }] });
  assert.deepEqual([stage.now.step, stage.now.part], [1, 'gradient']);
  stage.change({ ...stage.figure, steps: 1 });
  assert.deepEqual([stage.now.step, stage.now.part], [1, 'arrived'], 'nothing leaves the last step');
});

/** A stage at a part of an update that noted this. @param {string} present @param {Term[]} parts @param {number[]} at */
function at(present, parts, at = [1, 1]) {
  const surface = { parameters: ['w', 'b'], domain: [[-2, 2], [-2, 2]] };
  return { pace: { present }, player: { step: 3 }, facts: { surface, window: [[-2, 2], [-4, 4]] }, use: () => ({ at, parts }) };
}

test('every part that a figure goes through has a name and a sentence', () => {
  for (const part of ['looked_at', 'gradient', 'memory', 'scale', 'model', 'move']) {
    assert.ok(Object.hasOwn(english, `name-${part}`) && Object.hasOwn(english, `told-${part}`) && Object.hasOwn(english, `part-${part}`), part);
  }
});

test('a part in words has its numbers and its way on the map', () => {
  const noted = (/** @type {string} */ part, /** @type {number[]} */ value, symbol = 'v') => ({ symbol, part, value });
  assert.equal(told(at('gradient', [noted('gradient', [0.12, -0.003])]), 0), 'Gradient (0.12, −0.003): uphill is to the right');
  assert.equal(told(at('move', [noted('move', [-1, 2])]), 0), 'Move (−1, 2), to the upper left');
  assert.equal(told(at('move', [noted('move', [0, 0])]), 0), 'Move (0, 0), nowhere');
  assert.equal(told(at('memory', [noted('memory', [1, 2], 'm'), noted('memory', [3, 4])]), 0), 'Memory m (1, 2) and v (3, 4)');
  assert.equal(told(at('scale', [noted('scale', [1, 2])]), 0), 'Rates of w 1.00, b 2.00');
  const rests = [[], [noted('looked_at', [1, 1])], [noted('gradient', [1, 1])], [noted('looked_at', [NaN, 1])]];
  for (const parts of rests) assert.equal(told(at('looked_at', parts), 0), 'rests at this part');
  assert.equal(told(at('looked_at', [noted('looked_at', [2, 1])]), 0), 'Looks ahead at w 2.00, b 1.00');
});
