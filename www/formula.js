// A line of a rule as MathML: in symbols, and in the numbers of one parameter.
import { written } from './digits.js';
import { math } from './dom.js';
import { typeset } from './tex.js';

/** @typedef {import('./substitute.js').Line} Line */
/** @typedef {import('./tex.js').Tex} Tex */

/** What a picture has an arrow or a mark for, by the part that was noted: the new point is where the move leads. @type {Record<string, string>} */
const LIT = { gradient: 'gradient', memory: 'memory', looked_at: 'looked_at', scale: 'scale', model: 'model', arrived: 'move' };

/**
 * A line of the formula, and the same line in numbers for every parameter.
 * @param {Line} line @param {string[]} names of the parameters
 * @returns {Element[]}
 */
export function block(line, names) {
  const { left, right, known, whole } = line;
  const term = (/** @type {Tex} */ tree) => {
    const part = lit(line, tree);
    return part ? math('mrow', { 'data-part': part }, typeset(tree)) : null;
  };
  const made = lit(line, left);
  /** @type {Record<string, string>} */
  const makes = made ? { 'data-makes': made } : {};
  const symbols = math('math', { class: 'law-symbols', ...makes }, typeset(left, term), math('mo', {}, '←'), typeset(right, term));
  if (!whole) return [symbols];
  const shown = known.get(left)?.values.length === 1 ? names.slice(0, 1) : names;
  const rows = shown.map((name, i) => {
    const label = shown.length > 1 ? [math('mi', {}, name), math('mo', { class: 'colon' }, ':')] : [];
    return math('math', { class: 'law-numbers', ...makes }, ...label, numbers(line, i));
  });
  return [symbols, ...rows];
}

/** A whole line in the numbers of one parameter. @param {Line} line @param {number} i which parameter */
function numbers(line, i) {
  const { left, right } = line;
  const texts = written(line, i);
  const put = (/** @type {Tex} */ tree) => filled(tree, line, texts);
  return math('mrow', {}, typeset(left, put), math('mo', {}, '←'), typeset(right, put));
}

/** The part of the picture that a symbol lights. @param {Line} line @param {Tex} tree */
const lit = ({ known }, tree) => LIT[known.get(tree)?.part ?? ''];

/**
 * A part of a formula in numbers: a known symbol is its number; in a row, neighbours without a sign between them are
 * factors. Null where nothing changes.
 * @param {Tex} tree @param {Line} line @param {Map<Tex, string>} texts
 * @returns {Element | null}
 */
function filled(tree, line, texts) {
  const put = (/** @type {Tex} */ part) => filled(part, line, texts);
  const number = (/** @type {Tex} */ part, /** @type {RegExp} */ guard) => amount(texts.get(part) ?? '', lit(line, part), guard);
  if (texts.has(tree)) return number(tree, NEVER);
  if (tree.kind === 'script' && texts.has(tree.base)) {
    return math('msup', {}, number(tree.base, POWERED), tree.sup ? typeset(tree.sup, put) : null);
  }
  if (tree.kind !== 'row') return null;
  const items = tree.items.filter(({ kind }) => kind !== 'space');
  return math('mrow', {}, ...items.flatMap((item, k) => {
    const before = items[k - 1];
    const made = texts.has(item) ? number(item, k > 0 && !opens(before) ? SIGNED : NEVER) : typeset(item, put);
    return before && factor(before, texts) && factor(item, texts) ? [math('mo', {}, '·'), made] : [made];
  }));
}

/** Which numbers need parentheses: none, negative ones after a sign, what is more than its digits under a power. */
const [NEVER, SIGNED, POWERED] = [/^$/, /^−/, /^−|×/];

/** Whether it may be a factor. @param {Tex} tree @param {Map<Tex, string>} texts */
const factor = (tree, texts) => texts.has(tree) || ['number', 'call', 'script', 'row'].includes(tree.kind);

/** Whether a negative number after it needs no parentheses. @param {Tex} tree */
const opens = (tree) => tree.kind === 'operator' && '(|,'.includes(tree.text);

/** @param {string} text @param {string | undefined} part @param {RegExp} guard for which texts there are parentheses */
function amount(text, part, guard) {
  const minus = text.startsWith('−');
  const digits = math('mn', {}, minus ? text.slice(1) : text);
  const signed = minus ? [math('mo', { form: 'prefix' }, '−'), digits] : [digits];
  const fenced = guard.test(text) ? [math('mo', {}, '('), ...signed, math('mo', {}, ')')] : signed;
  return math('mrow', part ? { 'data-part': part } : {}, ...fenced);
}
