// One optimizer step on the course's two points.
import { adam, adamOfTwo, gradientDescent, gradientDescentOfTwo } from './peers/fused.js';
import { stepping } from './support/stepping.js';

export default stepping({
  about: 'one step of a sigmoid neuron over two points, its row recorded: a trajectory of 10,000 steps by 10,000',
  data: 'two-points',
  points: [[0.5, 0.2], [2.5, 0.9]],
  start: [-2, -2],
}, {
  'gradient-descent': { rate: 1, peers: { 'hand-fused JavaScript': gradientDescent, 'for two points only': gradientDescentOfTwo } },
  // At larger rates Adam loses its footing on the flat after some thousand steps, and no two computations agree.
  adam: { rate: 0.001, peers: { 'hand-fused JavaScript': adam, 'for two points only': adamOfTwo } },
});
