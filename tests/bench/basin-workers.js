// The map of `basin` as the page makes it, by two workers and by one.
import { Runner } from '../../www/workbench/sweeps/runner.js';

const [SIDE, STEPS, RATE] = [256, 200, 0.1];

/** @type {import('./support/compete.js').Comparison} */
export default {
  about: 'the map of `basin` as the page makes it, from the question to the last tile, workers at hand: ours by two of them, '
    + 'the other by one; wanted where two cores are free',
  unit: 'ms',
  target: 0.59,
  rounds: 31,
  cases: async () => {
    if (navigator.hardwareConcurrency < 2) throw new Error('two workers want two cores');
    return [{ name: 'two points', count: 1, ours: maps(2), peers: { 'one worker': maps(1) }, agree: same }];
  },
};

/** What makes the whole map, once for every call. @param {number} workers */
function maps(workers) {
  const runner = new Runner(workers);
  const recipe = {
    surface: { model: 'sigmoid-neuron', data: 'two-points' },
    runs: [{ method: 'adam', learning_rate: RATE }],
    steps: STEPS,
  };
  return async () => {
    const ends = new Float64Array(2 * SIDE * SIDE);
    await runner.run(/** @type {any} */ (recipe), { kind: 'basins', size: SIDE, window: [[-6, 6], [-6, 6]] }, {
      facts: () => {},
      tile: (tile) => ends.set(tile.ends, 2 * tile.from),
    });
    return ends;
  };
}

/** Bit by bit: tiles and workers cost nothing of the results. @param {Record<string, () => Promise<Float64Array>>} contenders */
async function same(contenders) {
  const [ours, ...others] = await Promise.all(Object.values(contenders).map((map) => map()));
  if (!ours.some((end) => end !== 0)) throw new Error('the map is empty');
  for (const other of others) if (!ours.every((end, i) => Object.is(end, other[i]))) throw new Error('two workers compute something else than one');
}
