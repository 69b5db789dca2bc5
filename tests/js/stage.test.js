// A live figure without its looks, on the bowl w² + b²: what it tells, and what it keeps to itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './support/bundled.js';

const { Stage, arrive, csv, ready, state } = await bundled(`
  export { Stage } from './stage.js';
  export { csv } from './table.js';
  export { ready } from './engine.js';
  export { arrive, state } from '#glue';
`);
arrive();
await ready;

const recipe = { surface: { function: 'bowl' }, runs: [{ method: 'gradient-descent', learning_rate: 0.25, start: [1, 1] }], steps: 4 };
const ponders = [{ id: 'where', at: 0, kind: 'click', ask: 'Where?' }, { id: 'loss', at: 2, kind: 'type', ask: 'How much?' }];

test('a figure with questions shows nothing after the first open one', () => {
  const stage = new Stage({ ...recipe, ponders });
  stage.player.seek(4);
  assert.equal(stage.player.step, 0);
  assert.equal(stage.now.limit, 0);
  assert.deepEqual(csv(stage).trim().split('\n'), ['run,step,w,b,loss', '0,0,1,1,2']);
  assert.equal(stage.over, false);
});

test('a commit computes the key, tells it, and opens the way to the next question', () => {
  const stage = new Stage({ ...recipe, ponders });
  /** @type {any[]} */
  const told = [];
  stage.addEventListener('answer', (/** @type {any} */ event) => told.push({ ...event.detail.verdict, id: event.detail.id }));
  stage.arrive();
  assert.equal(stage.question.verdict, null);
  stage.commit([0.25, 0.25]);
  assert.deepEqual(told, [{ id: 'where', answer: [0.25, 0.25], truth: [0.25, 0.25], correct: true, gap: 0 }]);
  assert.deepEqual(stage.now.marks.map((/** @type {any} */ mark) => mark.kind), ['gap', 'truth', 'guess']);
  stage.player.seek(4);
  assert.equal(stage.player.step, 2);
  stage.commit(1);
  assert.equal(told[1].truth, 2 / 256);
  stage.player.seek(4);
  assert.equal(stage.over, true);
});

test('each question is announced once, also when two wait at one step', () => {
  const stage = new Stage({ ...recipe, ponders: [ponders[0], { ...ponders[1], at: 0 }] });
  /** @type {string[]} */
  const told = [];
  stage.addEventListener('ponder', (/** @type {any} */ event) => told.push(event.detail.id));
  stage.arrive();
  stage.player.seek(3);
  stage.commit([0, 0]);
  stage.next();
  stage.skip();
  assert.deepEqual(told, ['where', 'loss']);
});

test('a changed recipe is another run: it starts again where a question waits, and else stays at its step', () => {
  const stage = new Stage({ ...recipe, ponders });
  stage.commit([0, 0]);
  stage.player.seek(2);
  stage.change({ ...stage.figure, runs: [{ ...recipe.runs[0], start: [2, 2] }] });
  assert.equal(stage.player.step, 0);
  assert.deepEqual(stage.row(0, 0).at, [2, 2]);
  assert.deepEqual(stage.now.marks, []);
  stage.skip();
  stage.player.seek(3);
  stage.change({ ...stage.figure, runs: recipe.runs });
  assert.equal(stage.player.step, 3);
});

test('a bad change leaves the figure as it was', () => {
  const stage = new Stage(recipe);
  assert.throws(() => stage.change({ ...recipe, runs: [] }), /runs/);
  assert.equal(stage.figure.runs.length, 1);
  assert.equal(stage.points(0).length, 15);
});

test('after a trap the figure is made again from its own state', () => {
  const stage = new Stage(recipe);
  stage.player.seek(2);
  state.fuse = 1;
  assert.equal(stage.points(0).length, 15);
  assert.equal(stage.player.step, 2);
});

test('of two questions at one step the second waits until the first verdict has been read', () => {
  const two = [{ id: 'one', at: 2, kind: 'type', ask: '?', answer: 1 }, { id: 'two', at: 2, kind: 'type', ask: '?', answer: 2 }];
  const stage = new Stage({ ...recipe, ponders: two });
  /** @type {string[]} */
  const asked = [];
  stage.addEventListener('ponder', (/** @type {any} */ event) => asked.push(event.detail.id));
  stage.player.seek(4);
  stage.commit(1);
  assert.deepEqual([stage.question.id, stage.reading.id, stage.player.step, stage.now.limit, asked], ['one', 'one', 2, 2, ['one']]);
  stage.next();
  assert.deepEqual([stage.question.id, stage.reading, asked], ['two', undefined, ['one', 'two']]);
  stage.commit(2);
  assert.deepEqual([stage.reading, stage.now.limit], [undefined, 4]);
});

test('a host that skips one of two questions meets the other at once, a reader reads first', () => {
  const two = [{ id: 'one', at: 0, kind: 'type', ask: '?' }, { id: 'two', at: 0, kind: 'type', ask: '?' }];
  const stage = new Stage({ ...recipe, ponders: two });
  stage.skip();
  assert.equal(stage.question.id, 'two');
  const other = new Stage({ ...recipe, ponders: two });
  other.skip({ read: true });
  assert.deepEqual([other.question.id, other.question.state], ['one', 'skipped']);
});

test('a skipped question tells its truth, and no answer', () => {
  const stage = new Stage({ ...recipe, ponders });
  let answers = 0;
  stage.addEventListener('answer', () => { answers += 1; });
  stage.skip();
  const { state, verdict } = stage.question;
  assert.deepEqual([state, verdict.answer, verdict.truth, answers], ['skipped', undefined, [0.25, 0.25], 0]);
  assert.deepEqual(stage.now.marks.map((/** @type {any} */ mark) => mark.kind), ['truth']);
});

test('a verdict stays through a change, its marks do not', () => {
  const stage = new Stage({ ...recipe, ponders: ponders.slice(0, 1) });
  assert.equal(stage.asking, true);
  stage.commit([0, 0]);
  assert.equal(stage.asking, false);
  stage.change({ ...stage.figure, steps: 2, runs: [{ ...recipe.runs[0], start: [2, 2] }] });
  assert.deepEqual([stage.changes, stage.question.id, stage.now.marks], [
    [{ id: 'start', value: [2, 2], run: 0 }, { id: 'steps', value: 2, run: null }], 'where', [],
  ]);
  stage.change(stage.first);
  assert.deepEqual([stage.changed, stage.steps, stage.row(0, 0).at, stage.waiting], [false, 4, [1, 1], undefined]);
});

test('marks end where the run has gone past what was asked about', () => {
  const stage = new Stage({ ...recipe, ponders: [{ at: 1, kind: 'draw', ask: 'Where to?' }] });
  stage.player.seek(1);
  stage.commit([1, 1]);
  const kinds = [1, 2, 3].map((step) => {
    stage.player.seek(step);
    return stage.now.marks.length;
  });
  assert.deepEqual(kinds, [3, 3, 0]);
});

test('until: playing stops where the loss is low enough', () => {
  const stage = new Stage({ ...recipe, steps: 40, until: { loss_below: 0.01 } });
  stage.player.play();
  for (let t = 0; t < 20_000; t += 50) stage.player.tick(t);
  assert.equal(stage.player.step, 4);
});
