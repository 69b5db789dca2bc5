// Trajectories of one sigmoid neuron through the public call, against hand-fused JavaScript over the same points.

/**
 * @typedef {(xs: Float64Array, ys: Float64Array, steps: number, rate: number, w: number, b: number) => Float64Array} Fused
 */

const STEPS = 10_000;

/**
 * @param {{ data: string, points: number[][], start: [number, number], about: string }} ground
 * @param {Record<string, { rate: number, peers: Record<string, Fused> }>} methods
 * @returns {import('./compete.js').Comparison}
 */
export function stepping({ data, points, start, about }, methods) {
  const xs = Float64Array.from(points, ([x]) => x);
  const ys = Float64Array.from(points, ([, y]) => y);
  const cases = (/** @type {any} */ { trajectory }) => Object.entries(methods).map(([method, { rate, peers }]) => {
    const recipe = {
      surface: { model: 'sigmoid-neuron', data },
      runs: [{ method, learning_rate: rate, start }],
      steps: STEPS,
    };
    const fused = Object.entries(peers).map(([name, go]) => [name, () => go(xs, ys, STEPS, rate, ...start)]);
    return { name: method, count: STEPS, ours: () => trajectory(recipe), peers: Object.fromEntries(fused) };
  });
  return { about, unit: 'ns', target: 0.8, cases };
}
