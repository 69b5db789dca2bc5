// Diverging runs end with a reason, and nothing that is not finite is drawn, printed, linked to.
import { cargo } from './support/commands.js';

/** A 25th of this is drawn. */
export const [about, long] = ['rates from 1e-12 to 1e12', 250_000];

/** @param {unknown} _ @param {number} size */
export async function keep(_, size) {
  const tests = await cargo(['--test', 'robust', 'rates'], { PONDER_CASES: String(size) });
  return `${Math.ceil(size / 25)} figures at any rate, in every view, as SVG and as links: ${tests} test, nothing but finite numbers`;
}
