// What a good JavaScript programmer would write for a map of basins: every start's Adam on two points, where it is after the
// last step, and from which step on it has been near the minimum (0: never). Each is the fastest of its variants that we
// have found.

/**
 * @typedef {{ xs: number[], ys: number[], rate: number, steps: number, target: number[], near: number }} Ground
 * @typedef {{ w: Float64Array, b: Float64Array, settled: Uint32Array }} Map
 */

/**
 * One run after the other, its state in locals.
 * @param {Ground} ground @param {Float64Array} ws @param {Float64Array} bs @returns {Map}
 */
export function runByRun({ xs: [x0, x1], ys: [y0, y1], rate, steps, target: [tw, tb], near }, ws, bs) {
  const n = ws.length;
  const [outW, outB, settled] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i += 1) {
    let w = ws[i];
    let b = bs[i];
    let [mw, mb, vw, vb, p1, p2] = [0, 0, 0, 0, 1, 1];
    let outside = 0;
    for (let t = 1; t <= steps; t += 1) {
      const f0 = 1 / (1 + Math.exp(-w * x0 - b));
      const f1 = 1 / (1 + Math.exp(-w * x1 - b));
      const d0 = (f0 - y0) * f0 * (1 - f0);
      const d1 = (f1 - y1) * f1 * (1 - f1);
      const dw = d0 * x0 + d1 * x1;
      const db = d0 + d1;
      mw = 0.9 * mw + 0.1 * dw;
      mb = 0.9 * mb + 0.1 * db;
      vw = 0.999 * vw + 0.001 * dw * dw;
      vb = 0.999 * vb + 0.001 * db * db;
      p1 *= 0.9;
      p2 *= 0.999;
      const scale = rate / (1 - p1);
      const weight = 1 / (1 - p2);
      w -= (scale * mw) / Math.sqrt(vw * weight + 1e-8);
      b -= (scale * mb) / Math.sqrt(vb * weight + 1e-8);
      if ((w - tw) * (w - tw) + (b - tb) * (b - tb) >= near) outside = t;
    }
    outW[i] = w;
    outB[i] = b;
    settled[i] = outside < steps ? outside + 1 : 0;
  }
  return { w: outW, b: outB, settled };
}

/**
 * All runs at once, step by step: the loop over steps is outside, what all runs share is computed once a step, and a tile of
 * runs stays in the nearest cache.
 * @type {typeof runByRun}
 */
export function stepByStep({ xs: [x0, x1], ys: [y0, y1], rate, steps, target: [tw, tb], near }, ws, bs) {
  const n = ws.length;
  const TILE = 256;
  const [w, b] = [ws.slice(), bs.slice()];
  const settled = new Uint32Array(n);
  const [mw, mb, vw, vb] = [0, 0, 0, 0].map(() => new Float64Array(TILE));
  const outside = new Uint32Array(TILE);
  for (let from = 0; from < n; from += TILE) {
    for (const memory of [mw, mb, vw, vb]) memory.fill(0);
    outside.fill(0);
    const count = Math.min(TILE, n - from);
    let [p1, p2] = [1, 1];
    for (let t = 1; t <= steps; t += 1) {
      p1 *= 0.9;
      p2 *= 0.999;
      const scale = rate / (1 - p1);
      const weight = 1 / (1 - p2);
      for (let k = 0, i = from; k < count; k += 1, i += 1) {
        const wi = w[i];
        const bi = b[i];
        const f0 = 1 / (1 + Math.exp(-wi * x0 - bi));
        const f1 = 1 / (1 + Math.exp(-wi * x1 - bi));
        const d0 = (f0 - y0) * f0 * (1 - f0);
        const d1 = (f1 - y1) * f1 * (1 - f1);
        const dw = d0 * x0 + d1 * x1;
        const db = d0 + d1;
        const nextMw = 0.9 * mw[k] + 0.1 * dw;
        const nextMb = 0.9 * mb[k] + 0.1 * db;
        const nextVw = 0.999 * vw[k] + 0.001 * dw * dw;
        const nextVb = 0.999 * vb[k] + 0.001 * db * db;
        mw[k] = nextMw;
        mb[k] = nextMb;
        vw[k] = nextVw;
        vb[k] = nextVb;
        const nextW = wi - (scale * nextMw) / Math.sqrt(nextVw * weight + 1e-8);
        const nextB = bi - (scale * nextMb) / Math.sqrt(nextVb * weight + 1e-8);
        w[i] = nextW;
        b[i] = nextB;
        if ((nextW - tw) * (nextW - tw) + (nextB - tb) * (nextB - tb) >= near) outside[k] = t;
      }
    }
    for (let k = 0; k < count; k += 1) settled[from + k] = outside[k] < steps ? outside[k] + 1 : 0;
  }
  return { w, b, settled };
}
