// What comes from outside is parsed without a panic and without a hang: formulas, recipe files, links. libFuzzer looks for
// what breaks them, where there is a nightly compiler with cargo-fuzz; elsewhere texts are made by chance.
import { cargo, fuzz, fuzzes } from './support/commands.js';

/** Texts for each target. */
export const [about, long] = ['formulas, recipes and links are taken or refused', 10_000_000];

const TARGETS = ['expression', 'recipe', 'link'];

/** @param {unknown} _ @param {number} size */
export async function keep(_, size) {
  if (!await fuzzes()) {
    const cases = Math.ceil(size / 4);
    const tests = await cargo(['--test', 'robust'], { PONDER_CASES: String(cases) });
    return `no \`cargo +nightly fuzz\`: ${cases} right recipes, ${4 * cases} wrong ones, ${10 * cases} links by chance: ${tests} tests, 0 panics`;
  }
  await Promise.all(TARGETS.map((target) => fuzz(target, size)));
  return `${size} texts for each of ${TARGETS.join(', ')}: 0 crashes, 0 hangs`;
}
