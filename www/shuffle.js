// An order that looks like chance and is none.

/** Always the same order for the same seed. @param {number} length @param {string} seed */
export function shuffle(length, seed) {
  const order = Array.from({ length }, (_, i) => i);
  let state = [...seed].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  for (let i = length - 1; i > 0; i -= 1) {
    state = (state + 0x9e3779b9) | 0;
    const j = mixed(state) % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Every bit of the result depends on every bit of the number, so that neighbouring seeds part. @param {number} x */
function mixed(x) {
  const once = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
