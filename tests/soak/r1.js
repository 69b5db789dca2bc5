// What comes from outside is parsed without a panic and without a hang: recipes here, links as R3.
import { cargo } from './support/commands.js';

/** Four times as many wrong recipes are tried. */
export const [about, long] = ['recipes are taken or refused', 2_500_000];

/** @param {unknown} _ @param {number} size */
export async function keep(_, size) {
  const tests = await cargo(['--test', 'robust', 'recipe'], { PONDER_CASES: String(size) });
  return `${size} right recipes and ${4 * size} wrong ones: ${tests} tests, 0 panics`;
}
