// How many digits the numbers of a formula need, so that they add up under the reader's eyes: who computes the right
// side from the numbers that are shown, and rounds, has the left side that is shown.
import { evaluate } from './evaluate.js';
import { short } from './numbers.js';

/** @typedef {import('./tex.js').Tex} Tex */
/** @typedef {import('./substitute.js').Line} Line */
/** @typedef {import('./substitute.js').Known} Known */

/** Smaller numbers than this, and larger ones, are written as powers of ten. */
const TINY = 1e-4;
const HUGE = 1e6;

/** No number gets more digits than these besides its usual ones, and a line not more than these in all. */
const MOST = 13;
const ALL = 60;

/** What a knob may have in full: 0.9999 is not 1. */
const KNOB = 6;

/**
 * How many decimals all numbers of a line share.
 * @param {(number | null)[]} values
 */
export function decimals(values) {
  const needed = values.flatMap((x) => (x !== null && Math.abs(x) >= TINY && Number.isFinite(x) ? [2 - Math.floor(Math.log10(Math.abs(x)))] : []));
  return Math.max(2, ...needed);
}

/** A number of such a line. @param {number} x @param {number} digits @param {number} [more] further ones */
export function shared(x, digits, more = 0) {
  const size = Math.abs(x);
  if (x !== 0 && (size < TINY || size >= HUGE || !Number.isFinite(x))) return short(x, 3 + more);
  return x.toFixed(digits + more).replace(/^-(?=.*[1-9])/, '−').replace('-', '');
}

/** A number that is the same for all parameters. @param {number} x @param {number} more */
const single = (x, more) => short(x, Number(x.toPrecision(KNOB)) === x ? KNOB : 3 + more);

/** What a symbol stands for. @param {Known} known @param {number} i which parameter */
const value = ({ values }, i) => (values.length > 1 ? values[i] : values[0]);

/**
 * What is written for every symbol of a line. Where the usual digits do not add up, the number that is most to blame gets
 * one more, and again.
 * @param {Line} line @param {number} i which parameter @returns {Map<Tex, string>}
 */
export function written({ left, right, known }, i) {
  const digits = decimals([...known.values()].flatMap((one) => (one.values.length > 1 ? [value(one, i)] : [])));
  const write = (/** @type {Known} */ one, /** @type {number} */ more) => {
    const x = value(one, i);
    return x === null ? '–' : one.values.length > 1 ? shared(x, digits, more) : single(x, more);
  };
  const texts = new Map([...known].map(([tree, one]) => [tree, write(one, 0)]));
  const result = /** @type {string} */ (texts.get(left));
  const terms = [...known].filter(([tree]) => tree !== left);
  const more = new Map(terms.map(([tree]) => [tree, 0]));
  const compute = (/** @type {Tex} */ exact) => evaluate(right, (tree) => {
    const one = known.get(tree);
    return one && (tree === exact ? value(one, i) ?? NaN : read(texts.get(tree) ?? ''));
  });
  for (let turn = 0; turn < ALL; turn += 1) {
    const now = compute(left);
    if (agrees(now, result)) break;
    const open = terms.filter(([tree]) => (more.get(tree) ?? 0) < MOST);
    const blame = open.map(([tree]) => Math.abs(compute(tree) - now));
    // Where a comparison or an overflow hides who is to blame, everybody is.
    const worst = Math.max(...blame);
    const guilty = worst > 0 && Number.isFinite(worst) ? open.slice(blame.indexOf(worst)).slice(0, 1) : open;
    for (const [tree, one] of guilty) {
      more.set(tree, (more.get(tree) ?? 0) + 1);
      texts.set(tree, write(one, more.get(tree) ?? 0));
    }
  }
  return texts;
}

/** Whether a value, rounded as the text is, is the text; so is what there is no number for. @param {number} value @param {string} text */
function agrees(value, text) {
  const shown = read(text);
  if (!Number.isFinite(shown)) return true;
  return Math.abs(value - shown) <= place(text) / 2 + 1e-12 * Math.abs(shown);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {string} text mantissa and power of ten */
function halves(text) {
  const [mantissa, power = ''] = text.replace('−', '-').split(' × 10');
  return [mantissa, Number([...power].map((c) => (c === '⁻' ? '-' : SUPERSCRIPTS.indexOf(c))).join(''))];
}

/** The number that a reader sees. @param {string} text */
export function read(text) {
  const [mantissa, power] = halves(text);
  return Number(`${mantissa}e${power}`);
}

/** What its last digit counts. @param {string} text */
function place(text) {
  const [mantissa, power] = halves(text);
  return 10 ** (Number(power) - (String(mantissa).split('.')[1]?.length ?? 0));
}
