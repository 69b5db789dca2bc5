// One optimizer step on a hundred points, most of them with x = 0.
import { adam, gradientDescent } from './peers/fused.js';
import { stepping } from './support/stepping.js';

// The set `sparse`: y = σ(4x − 1).
const SEEN = [
  0.6509, 0.5359, 0.5074, 0.4336, 0.0907, 0.2232, 0.8585, 0.1178, 0.5816, 0.0596, 0.4181, 0.489, 0.6682, 0.7015, 0.4617,
  0.1171, 0.7682, 0.2476, 0.4492, 0.1762, 0.4189, 0.8995,
];
const points = Array.from({ length: 100 }, (_, i) => SEEN[i] ?? 0).map((x) => [x, 1 / (1 + Math.exp(1 - 4 * x))]);

export default stepping({
  about: 'the same over the hundred points of `sparse`',
  data: 'sparse',
  points,
  start: [-2, 4],
}, {
  'gradient-descent': { rate: 0.1, peers: { 'hand-fused JavaScript': gradientDescent } },
  adam: { rate: 0.001, peers: { 'hand-fused JavaScript': adam } },
});
