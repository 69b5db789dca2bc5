// A moving frame until it can be seen.
import { moving } from './support/moving.js';

/** @type {import('./support/compete.js').Comparison} */
export default {
  about: '6 runs of 500 steps over level lines that stand still, 960 × 720 px: one frame near the end, with its marks, heads '
    + 'and names, call to pixels; d3-scale and d3-shape draw the same things from points that they are given',
  unit: 'ms',
  target: 1,
  bounds: { p95: 8 },
  browsers: ['A', 'B'],
  rounds: 401,
  cases: () => moving(true),
};
