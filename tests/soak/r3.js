// Links are safe and for ever.
import { cargo } from './support/commands.js';

/** Ten times as many changed links are tried. */
export const [about, long] = ['links come back, changed ones open or say why, published ones open', 100_000];

/** @param {unknown} _ @param {number} size */
export async function keep(_, size) {
  const tests = await cargo(['--test', 'robust', 'link'], { PONDER_CASES: String(size) });
  const published = await cargo(['--test', 'links']);
  return `${size} states round trip, ${10 * size} changed links: ${tests} tests; links once published: ${published} tests`;
}
