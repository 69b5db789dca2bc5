// A rule's formula with the numbers of one update in it, one parameter at a time.
//
// The update lists what it noted in the order of the formula: a symbol on the right of a line stands for what was
// noted last before that line's left side. So the lines are read from the last to the first.
import { short } from './numbers.js';
import { parse, spell } from './tex.js';

/** @typedef {import('./tex.js').Tex} Tex */
/** @typedef {{ tree: Tex, part: string | null, values: number[] | null }} Piece a symbol, or a sign between symbols */
/** @typedef {{ left: Piece, right: Piece[] }} Line */

/**
 * @param {string[]} formula TeX, one line an assignment
 * @param {Record<string, number>} scalars by spelling: rate, momentum and the rule's other knobs
 * @param {Term[]} noted empty for the formula alone
 * @returns {Line[]}
 */
export function substitute(formula, scalars, noted) {
  const terms = noted.map((term) => ({ ...term, name: spell(parse(term.symbol)) }));
  let end = terms.length;
  const last = (/** @type {string} */ name, /** @type {number} */ before) => terms.findLastIndex((term, i) => i < before && term.name === name);
  const lines = formula.toReversed().map((source) => {
    const [left, right] = sides(source);
    const at = last(spell(left), end);
    end = at < 0 ? end : at;
    const piece = (/** @type {Tex} */ tree) => {
      const name = spell(tree);
      const found = terms[last(name, end)];
      return { tree, part: found?.part ?? null, values: found?.value ?? (name in scalars ? [scalars[name]] : null) };
    };
    return { left: { tree: left, part: terms[at]?.part ?? null, values: terms[at]?.value ?? null }, right: right.map(piece) };
  });
  return lines.toReversed();
}

/** @param {string} source @returns {[Tex, Tex[]]} */
function sides(source) {
  const [left, right] = source.split(/\\leftarrow|=/);
  return [single(parse(left)), parse(right).items];
}

/** A row of one thing is that thing. @param {import('./tex.js').Row} row */
const single = (row) => (row.items.length === 1 ? row.items[0] : row);

/** Smaller numbers than this are written as powers of ten. */
const TINY = 1e-4;

/**
 * How many decimals all numbers of a line share, so that they add up under the reader's eyes.
 * @param {number[]} values
 */
export function decimals(values) {
  const needed = values.filter((x) => Math.abs(x) >= TINY && Number.isFinite(x)).map((x) => 2 - Math.floor(Math.log10(Math.abs(x))));
  return Math.max(2, ...needed);
}

/** A number of such a line. @param {number} x @param {number} digits */
export const shared = (x, digits) => (x !== 0 && Math.abs(x) < TINY ? short(x) : x.toFixed(digits).replace('-', '−'));
