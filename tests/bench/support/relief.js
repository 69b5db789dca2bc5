// What every contender draws: a hundred cells a side, heights between 0 and 1 with tints, from a direction.

/** @typedef {{ side: number, heights: Float64Array, colors: Uint8Array }} Land */

const SIDE = 101;
const STOPS = [[180, 207, 212], [207, 221, 211], [233, 233, 217], [244, 238, 221], [243, 230, 211]];
const TINTS = 256;

/** @param {(w: number, b: number) => number} loss @param {[number, number][]} window @returns {Land} */
export function sampled(loss, [[w0, w1], [b0, b1]]) {
  const share = (/** @type {number} */ index) => index / (SIDE - 1);
  const logs = Float64Array.from({ length: SIDE * SIDE }, (_, node) => {
    const [column, row] = [node % SIDE, Math.floor(node / SIDE)];
    return Math.log10(loss(w0 + share(column) * (w1 - w0), b0 + share(row) * (b1 - b0)) + 0.5);
  });
  const [low, high] = [logs.reduce((a, b) => Math.min(a, b)), logs.reduce((a, b) => Math.max(a, b))];
  return { side: SIDE, heights: logs.map((height) => (height - low) / (high - low)), colors: ramp() };
}

function ramp() {
  const mixed = (/** @type {number} */ tint) => {
    const at = tint / TINTS * (STOPS.length - 1);
    const [from, to] = [STOPS[Math.floor(at)], STOPS[Math.floor(at) + 1]];
    return from.map((part, i) => part + (at % 1) * (to[i] - part));
  };
  return Uint8Array.from(Array.from({ length: TINTS }, (_, tint) => mixed(tint)).flat());
}

/** Every call turns a little further. @param {(yaw: number, pitch: number) => any} draw */
export function turning(draw) {
  let frame = 0;
  return () => draw(0.5 + 0.02 * (frame = (frame + 1) % 40), 0.6);
}
