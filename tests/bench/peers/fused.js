// What a good JavaScript programmer would write for one figure: rule, neuron and recording fused into one loop over
// typed arrays, nothing generic, nothing allocated inside. Each is the fastest of its variants that we have found.

/**
 * Gradient descent on a sigmoid neuron: rows of w, b, loss.
 * @param {Float64Array} xs @param {Float64Array} ys @param {number} steps @param {number} rate @param {number} w @param {number} b
 */
export function gradientDescent(xs, ys, steps, rate, w, b) {
  const rows = new Float64Array(3 * (steps + 1));
  const n = xs.length;
  for (let t = 0, k = 0; t <= steps; t += 1, k += 3) {
    let loss = 0;
    let dw = 0;
    let db = 0;
    for (let i = 0; i < n; i += 1) {
      const x = xs[i];
      const f = 1 / (1 + Math.exp(-w * x - b));
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

/** The same for two points, without a loop. @type {typeof gradientDescent} */
export function gradientDescentOfTwo(xs, ys, steps, rate, w, b) {
  const rows = new Float64Array(3 * (steps + 1));
  const x0 = xs[0], x1 = xs[1], y0 = ys[0], y1 = ys[1];
  for (let t = 0, k = 0; t <= steps; t += 1, k += 3) {
    const f0 = 1 / (1 + Math.exp(-w * x0 - b));
    const f1 = 1 / (1 + Math.exp(-w * x1 - b));
    const e0 = f0 - y0;
    const e1 = f1 - y1;
    const d0 = e0 * f0 * (1 - f0);
    const d1 = e1 * f1 * (1 - f1);
    rows[k] = w;
    rows[k + 1] = b;
    rows[k + 2] = 0.5 * (e0 * e0 + e1 * e1);
    w -= rate * (d0 * x0 + d1 * x1);
    b -= rate * (d0 + d1);
  }
  return rows;
}

/**
 * Adam (β₁ 0.9, β₂ 0.999, ε 1e-8 under the root) on the same.
 * @type {typeof gradientDescent}
 */
export function adam(xs, ys, steps, rate, w, b) {
  const rows = new Float64Array(3 * (steps + 1));
  const n = xs.length;
  let [mw, mb, vw, vb, p1, p2] = [0, 0, 0, 0, 1, 1];
  for (let t = 0, k = 0; t <= steps; t += 1, k += 3) {
    let loss = 0;
    let dw = 0;
    let db = 0;
    for (let i = 0; i < n; i += 1) {
      const x = xs[i];
      const f = 1 / (1 + Math.exp(-w * x - b));
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
    // Where 1 less a power is 1, it may stay as it is: subnormal numbers are slow.
    if (p1 > 1e-17) p1 *= 0.9;
    if (p2 > 1e-17) p2 *= 0.999;
    const scale = rate / (1 - p1);
    const weight = 1 / (1 - p2);
    // What needs no gradient first, root and quotient beside each other.
    const [kept, taken] = [0.999 * weight, 0.001 * weight];
    const aw = kept * vw + 1e-8 + taken * (dw * dw);
    const ab = kept * vb + 1e-8 + taken * (db * db);
    vw = 0.999 * vw + 0.001 * dw * dw;
    vb = 0.999 * vb + 0.001 * db * db;
    w -= ((scale * mw) / aw) * Math.sqrt(aw);
    b -= ((scale * mb) / ab) * Math.sqrt(ab);
  }
  return rows;
}

/** The same for two points, without a loop. @type {typeof gradientDescent} */
export function adamOfTwo(xs, ys, steps, rate, w, b) {
  const rows = new Float64Array(3 * (steps + 1));
  const x0 = xs[0], x1 = xs[1], y0 = ys[0], y1 = ys[1];
  let [mw, mb, vw, vb, p1, p2] = [0, 0, 0, 0, 1, 1];
  for (let t = 0, k = 0; t <= steps; t += 1, k += 3) {
    const f0 = 1 / (1 + Math.exp(-w * x0 - b));
    const f1 = 1 / (1 + Math.exp(-w * x1 - b));
    const e0 = f0 - y0;
    const e1 = f1 - y1;
    const d0 = e0 * f0 * (1 - f0);
    const d1 = e1 * f1 * (1 - f1);
    const dw = d0 * x0 + d1 * x1;
    const db = d0 + d1;
    rows[k] = w;
    rows[k + 1] = b;
    rows[k + 2] = 0.5 * (e0 * e0 + e1 * e1);
    mw = 0.9 * mw + 0.1 * dw;
    mb = 0.9 * mb + 0.1 * db;
    // Where 1 less a power is 1, it may stay as it is: subnormal numbers are slow.
    if (p1 > 1e-17) p1 *= 0.9;
    if (p2 > 1e-17) p2 *= 0.999;
    const scale = rate / (1 - p1);
    const weight = 1 / (1 - p2);
    // What needs no gradient first, root and quotient beside each other.
    const [kept, taken] = [0.999 * weight, 0.001 * weight];
    const aw = kept * vw + 1e-8 + taken * (dw * dw);
    const ab = kept * vb + 1e-8 + taken * (db * db);
    vw = 0.999 * vw + 0.001 * dw * dw;
    vb = 0.999 * vb + 0.001 * db * db;
    w -= ((scale * mw) / aw) * Math.sqrt(aw);
    b -= ((scale * mb) / ab) * Math.sqrt(ab);
  }
  return rows;
}
