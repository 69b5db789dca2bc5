// Level lines of a grid that is handed over, as coordinates that JavaScript can read.
import { contours } from 'd3-contour';
import { contenders } from './support/modules.js';
import { meetings } from './support/vertices.js';

const SIDE = 256;
const LEVELS = 16;
const WINDOW = [-2, 2, -1, 3];

const across = (/** @type {number} */ node) => WINDOW[0] + (node / (SIDE - 1)) * (WINDOW[1] - WINDOW[0]);
const up = (/** @type {number} */ node) => WINDOW[2] + (node / (SIDE - 1)) * (WINDOW[3] - WINDOW[2]);

/** @type {import('./support/compete.js').Comparison} */
export default {
  about: 'level lines of Rosenbrock’s function over [−2, 2] × [−1, 3], 256 × 256 nodes, heights log₁₀(f + 10⁻³), 16 equally '
    + 'spaced levels, a call that takes the numbers and gives coordinates; ours is the page’s own code behind a door of its own',
  unit: 'ms',
  target: 0.4,
  cases: async () => {
    const { lines } = await contenders();
    const values = Float64Array.from({ length: SIDE * SIDE }, (_, node) => {
      const [x, y] = [across(node % SIDE), up(Math.floor(node / SIDE))];
      return Math.log10((1 - x) ** 2 + 100 * (y - x * x) ** 2 + 1e-3);
    });
    const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    const levels = Float64Array.from({ length: LEVELS }, (_, i) => low + ((i + 1) / (LEVELS + 1)) * (high - low));
    const d3 = contours().size([SIDE, SIDE]).thresholds([...levels]);
    return [{
      name: 'Rosenbrock',
      count: 1,
      ours: () => lines(values, SIDE, WINDOW, levels),
      peers: { 'd3-contour': () => d3(values) },
      agree: ({ ours, 'd3-contour': theirs }) => meetings(ours(), theirs(), SIDE, WINDOW),
    }];
  },
};
