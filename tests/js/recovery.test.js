// Life after a trap, with a glue whose fuse a test can light.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Engine, Handle } from '../../www/recovery.js';
import * as bowl from './support/bowl.js';

const { state } = bowl;
const glue = /** @type {Glue} */ (/** @type {unknown} */ (bowl));
const recipe = { surface: { function: 'bowl' }, runs: [{ method: 'gradient-descent', learning_rate: 0.1 }], steps: 4 };

beforeEach(() => Object.assign(state, { fuse: 0, resets: 0, made: 0, freed: 0 }));

async function engine() {
  const made = new Engine(glue);
  bowl.arrive();
  await made.load('');
  return made;
}

test('before it is loaded, a call says so', () => {
  assert.throws(() => new Engine(glue).call((g) => g.version()), /ready/);
});

test('a trap makes a new instance and the call is made again', async () => {
  const one = await engine();
  state.fuse = 1;
  assert.equal(one.call((g) => g.trajectory(recipe)).length, 15);
  assert.deepEqual([state.resets, one.generation], [1, 1]);
});

test('a second trap is an Error, and the next call finds a fresh instance', async () => {
  const one = await engine();
  state.fuse = 2;
  assert.throws(() => one.call((g) => g.trajectory(recipe)), /gave up/);
  assert.equal(one.call((g) => g.trajectory(recipe)).length, 15);
  assert.equal(state.resets, 2);
});

test('without room for a fresh instance it is an Error, and the next call tries again', async () => {
  let room = false;
  const narrow = { ...bowl, __wbg_reset_state: () => { if (!room) throw new RangeError('out of memory'); } };
  const one = new Engine(/** @type {Glue} */ (/** @type {unknown} */ (narrow)));
  bowl.arrive();
  await one.load('');
  state.fuse = 1;
  for (let i = 0; i < 2; i += 1) assert.throws(() => one.call((g) => g.trajectory(recipe)), /gave up/);
  room = true;
  assert.equal(one.call((g) => g.trajectory(recipe)).length, 15);
  assert.equal(one.generation, 1);
});

test('what was left in the middle of a call is made again', async () => {
  const one = await engine();
  const handle = new Handle(one, (g) => new g.Figure(recipe));
  let stuck = true;
  const steps = handle.use((figure) => {
    if (!stuck) return figure.steps;
    stuck = false;
    throw new Error('recursive use of an object detected which would lead to unsafe aliasing in rust');
  });
  assert.deepEqual([steps, state.made, one.generation], [4, 2, 1]);
});

test('an ordinary error is no trap', async () => {
  const one = await engine();
  assert.throws(() => one.call((g) => g.trajectory({})), /runs: missing/);
  assert.equal(state.resets, 0);
});

test('a handle is made when first used, and again after a reset', async () => {
  const one = await engine();
  const handle = new Handle(one, (g) => new g.Figure(recipe));
  assert.equal(state.made, 0);
  assert.equal(handle.use((figure) => figure.steps), 4);
  state.fuse = 1;
  assert.equal(handle.use((figure) => figure.points(0)).length, 15);
  assert.equal(state.made, 2);
});

test('a trap in one figure leaves the other alive', async () => {
  const one = await engine();
  const [a, b] = [1, 2].map(() => new Handle(one, (g) => new g.Figure(recipe)));
  for (const handle of [a, b]) handle.use(() => {});
  state.fuse = 2;
  assert.throws(() => a.use((figure) => figure.points(0)), /gave up/);
  assert.equal(b.use((figure) => figure.points(0)).length, 15);
  assert.equal(a.use((figure) => figure.points(0)).length, 15);
});

test('freed once, never after a reset, and made again after a rest', async () => {
  const one = await engine();
  const handle = new Handle(one, (g) => new g.Figure(recipe));
  handle.use(() => {});
  handle.rest();
  handle.rest();
  assert.equal(state.freed, 1);
  handle.use(() => {});
  state.fuse = 1;
  one.call((g) => g.trajectory(recipe));
  handle.free();
  assert.equal(state.freed, 1, 'its memory belongs to the new instance');
  assert.throws(() => handle.use(() => {}), /freed/);
});

test('another program takes its place: what lives is made again in it, and the old one lets go', async () => {
  const one = await engine();
  const handle = new Handle(one, (g) => new g.Figure(recipe));
  handle.use(() => {});
  await one.grow(/** @type {Glue} */ ({ ...glue, version: () => 'more' }), '');
  assert.equal(one.call((g) => g.version()), 'more');
  assert.equal(handle.use((figure) => figure.steps), 4);
  assert.deepEqual([state.made, state.freed, state.resets], [2, 0, 1]);
});
