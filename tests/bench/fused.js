// What a good JavaScript programmer would write for one figure: rule, neuron and recording fused into one loop over
// plain arrays, nothing generic, nothing allocated inside.

/**
 * Gradient descent on a sigmoid neuron: rows of w, b, loss.
 * @param {Float64Array} xs @param {Float64Array} ys @param {number} steps @param {number} rate
 */
export function gradientDescent(xs, ys, steps, rate, w = -2, b = -2) {
  const rows = new Float64Array(3 * (steps + 1));
  const n = xs.length;
  for (let t = 0, k = 0; t <= steps; t += 1, k += 3) {
    let loss = 0;
    let dw = 0;
    let db = 0;
    for (let i = 0; i < n; i += 1) {
      const x = xs[i];
      const f = 1 / (1 + Math.exp(-(w * x + b)));
      const e = f - ys[i];
      const d = e * f * (1 - f);
      loss += e * e;
      dw += d * x;
      db += d;
    }
    rows[k] = w;
    rows[k + 1] = b;
    rows[k + 2] = 0.5 * loss;
    w -= rate * dw;
    b -= rate * db;
  }
  return rows;
}

/**
 * Adam on a sigmoid neuron (β₁ 0.9, β₂ 0.999, ε 1e-8 under the root): rows of w, b, loss.
 * @param {Float64Array} xs @param {Float64Array} ys @param {number} steps @param {number} rate
 */
export function adam(xs, ys, steps, rate, w = -2, b = -2) {
  const rows = new Float64Array(3 * (steps + 1));
  const n = xs.length;
  let [mw, mb, vw, vb, p1, p2] = [0, 0, 0, 0, 1, 1];
  for (let t = 0, k = 0; t <= steps; t += 1, k += 3) {
    let loss = 0;
    let dw = 0;
    let db = 0;
    for (let i = 0; i < n; i += 1) {
      const x = xs[i];
      const f = 1 / (1 + Math.exp(-(w * x + b)));
      const e = f - ys[i];
      const d = e * f * (1 - f);
      loss += e * e;
      dw += d * x;
      db += d;
    }
    rows[k] = w;
    rows[k + 1] = b;
    rows[k + 2] = 0.5 * loss;
    mw = 0.9 * mw + 0.1 * dw;
    mb = 0.9 * mb + 0.1 * db;
    vw = 0.999 * vw + 0.001 * dw * dw;
    vb = 0.999 * vb + 0.001 * db * db;
    p1 *= 0.9;
    p2 *= 0.999;
    w -= (rate / Math.sqrt(vw / (1 - p2) + 1e-8)) * (mw / (1 - p1));
    b -= (rate / Math.sqrt(vb / (1 - p2) + 1e-8)) * (mb / (1 - p1));
  }
  return rows;
}
