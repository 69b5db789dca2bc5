// A moving frame, the script's part.
import { moving } from './support/moving.js';

/** @type {import('./support/compete.js').Comparison} */
export default {
  about: 'the same frame until the call returns, before the browser paints',
  unit: 'ms',
  target: 1,
  browsers: ['A', 'B'],
  rounds: 401,
  cases: () => moving(false),
};
