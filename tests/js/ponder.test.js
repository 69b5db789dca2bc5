// The module as a script or a server sees it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './support/bundled.js';

test('it loads where there is no document, says when it is not ready, and copies what it is given', async () => {
  const ponder = await bundled("export * from './ponder.js'; export { arrive } from '#glue';");
  assert.throws(() => ponder.version(), /ready/);
  assert.throws(() => new ponder.Run({}, 0), /ready/);
  ponder.arrive();
  await ponder.ready;
  assert.equal(ponder.version(), '0.0.0');
  const recipe = { runs: [{ learning_rate: 0.25 }], steps: 2 };
  assert.equal(ponder.trajectory(recipe).length, 9);
  assert.throws(() => ponder.trajectory({ ...recipe, surface: () => 1 }), /plain data/);
  const trap = Object.defineProperty({ ...recipe }, 'runs', { enumerable: true, get() { throw new Error('mine'); } });
  assert.throws(() => ponder.trajectory(trap), /mine/);
});

test('a run goes on after a trap where it was', async () => {
  const { Run, arrive, ready, state } = await bundled("export { Run, ready } from './ponder.js'; export { arrive, state } from '#glue';");
  arrive();
  await ready;
  const run = new Run({ runs: [{ learning_rate: 0.25 }], steps: 3 }, 0);
  const seen = [run.next().t];
  state.fuse = 1;
  for (let entry = run.next(); entry; entry = run.next()) seen.push(entry.t);
  assert.deepEqual(seen, [0, 1, 2, 3]);
  assert.equal(run.next(), null);
  run.free();
  assert.throws(() => run.next(), /freed/);
});
