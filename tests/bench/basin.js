// A map of basins: where Adam comes from each of many starts, and from which step on it is near the minimum.
import { runByRun, stepByStep } from './peers/basin.js';
import { bulk } from './support/modules.js';

const [SIDE, STEPS, RATE] = [256, 200, 0.1];
/** So many starts may be settled a step apart: where a run passes at just the distance that counts, the last bit decides. */
const SPARE = 1e-3;
/** What two points may differ by and still be the same. */
const GAP = 1e-9;

/** @type {import('./support/compete.js').Comparison} */
export default {
  about: '256 × 256 starts of Adam over two points, window ±6, 200 steps at 0.1: where each ends, and from which step on it '
    + 'has been near the minimum; one thread',
  unit: 'ms',
  target: 0.6,
  rounds: 31,
  cases: async () => {
    const { Job } = await bulk();
    const recipe = {
      surface: { model: 'sigmoid-neuron', data: 'two-points' },
      runs: [{ method: 'adam', learning_rate: RATE }],
      steps: STEPS,
    };
    const job = new Job(recipe, { kind: 'basins', size: SIDE, window: [[-6, 6], [-6, 6]] });
    const { across, down, targets, within } = job.facts();
    const ground = { xs: [0.5, 2.5], ys: [0.2, 0.9], rate: RATE, steps: STEPS, target: targets[0].at, near: within ** 2 };
    const cells = Array.from({ length: SIDE * SIDE }, (_, cell) => cell);
    const ws = Float64Array.from(cells, (cell) => across[cell % SIDE]);
    const bs = Float64Array.from(cells, (cell) => down[Math.floor(cell / SIDE)]);
    const ours = () => {
      job.turnTo(0, SIDE * SIDE);
      while (!job.advance(1e6));
      return { fates: job.fates(), steps: job.steps(), ends: job.ends() };
    };
    return [{
      name: 'two points',
      count: 1,
      ours,
      peers: { 'JavaScript, steps outside': () => stepByStep(ground, ws, bs), 'JavaScript, run by run': () => runByRun(ground, ws, bs) },
      agree: ({ ours, ...peers }) => Object.entries(peers).forEach(([name, peer]) => same(name, ours(), peer())),
    }];
  },
};

/**
 * @param {string} name @param {{ fates: Uint8Array, steps: Uint32Array, ends: Float64Array }} ours
 * @param {import('./peers/basin.js').Map} theirs
 */
function same(name, { fates, steps, ends }, { w, b, settled }) {
  const gap = w.reduce((worst, x, i) => Math.max(worst, Math.abs(x - ends[2 * i]), Math.abs(b[i] - ends[2 * i + 1])), 0);
  const off = settled.filter((step, i) => step !== (fates[i] === 0 ? steps[i] : 0)).length;
  // NaN is no agreement.
  if (!(gap <= GAP) || off > SPARE * settled.length) throw new Error(`${name} computes something else: ${gap} off, ${off} starts`);
}
