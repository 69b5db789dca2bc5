// An order that looks like chance and is none.

/** Always the same order for the same seed. @param {number} length @param {string} seed */
export function shuffle(length, seed) {
  const order = Array.from({ length }, (_, i) => i);
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  for (let i = length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The upper bits: the lower ones of such a generator hardly change.
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
