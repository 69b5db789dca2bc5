// A rule's formula with the numbers of one update in it, one parameter at a time.
//
// The update lists what it noted in the order of the formula: a symbol on the right of a line stands for what was
// noted last before that line's left side. So the lines are read from the last to the first.
import { parse, spell } from './tex.js';

/** @typedef {import('./tex.js').Tex} Tex */
/** @typedef {{ part: string | null, values: (number | null)[] }} Known the numbers of a symbol: one a parameter, or one for all */
/** @typedef {{ left: Tex, right: Tex, known: Map<Tex, Known>, whole: boolean }} Line `whole`: everything has its number */

/** The most neighbours that are one symbol together: `H^{-1} \nabla w`. */
const TOGETHER = 3;

/**
 * A run's rule with one update in it.
 * @param {Pick<RunFacts, 'formula' | 'knobs'>} facts @param {Entry | null} entry null: the formula alone
 */
export const account = (facts, entry) => substitute(facts.formula, scalars(facts, entry), noted(entry));

/**
 * @param {string[]} formula TeX, one line an assignment
 * @param {Record<string, number>} scalars by spelling: rate, momentum and the rule's other knobs
 * @param {Term[]} noted empty for the formula alone
 * @returns {Line[]}
 */
export function substitute(formula, scalars, noted) {
  const terms = noted.map((term) => ({ ...term, name: spell(parse(term.symbol)) }));
  let end = terms.length;
  // What a memory was before its update is the same thing on the picture as what it is after it.
  const kept = new Set(terms.filter(({ part }) => part === 'memory').map(({ name }) => name));
  const last = (/** @type {string} */ name, /** @type {number} */ before) => terms.findLastIndex((term, i) => i < before && term.name === name);
  const lines = formula.toReversed().map((source) => {
    const [left, right] = source.split(/\\leftarrow/).map(parse);
    const at = last(spell(left), end);
    end = at < 0 ? end : at;
    const look = (/** @type {string} */ name) => {
      const found = terms[last(name, end)];
      if (found) return { part: found.part === 'term' && kept.has(name) ? 'memory' : found.part, values: found.value };
      return name in scalars ? { part: null, values: [scalars[name]] } : null;
    };
    /** @type {Map<Tex, Known>} */
    const known = new Map();
    const filled = fill(right, look, known);
    if (at >= 0) known.set(left, { part: terms[at].part, values: terms[at].value });
    return { left, right: filled, known, whole: known.has(left) && complete(filled, known) };
  });
  return lines.toReversed();
}

/**
 * The tree, with symbols that belong together in one row of their own; `known` gets the numbers of its parts.
 * @param {Tex} tree @param {(name: string) => Known | null} look @param {Map<Tex, Known>} known @returns {Tex}
 */
function fill(tree, look, known) {
  const inner = (/** @type {Tex} */ part) => fill(part, look, known);
  const found = tree.kind === 'number' ? null : look(spell(tree));
  if (found) known.set(tree, found);
  if (found) return tree;
  switch (tree.kind) {
    case 'row': return { kind: 'row', items: together(tree.items, look).map(inner) };
    case 'call': return { ...tree, inside: tree.inside.map(inner) };
    case 'cases': return { kind: 'cases', rows: tree.rows.map((cells) => cells.map(inner)) };
    case 'script': {
      const { base, sub, sup } = tree;
      return { kind: 'script', base: inner(sup && sub ? { kind: 'script', base, sub } : base), ...(sup ? { sup: inner(sup) } : { sub }) };
    }
    default: return tree;
  }
}

/** Neighbours that only together have a number become one. @param {Tex[]} items @param {(name: string) => Known | null} look @returns {Tex[]} */
function together(items, look) {
  const [first, ...rest] = items;
  if (!first) return [];
  for (let count = 1; count <= TOGETHER; count += 1) {
    const group = items.slice(0, count);
    if (count > 1 && look(group.map(spell).join(''))) return [{ kind: 'row', items: group }, ...together(items.slice(count), look)];
    if (count === 1 && look(spell(first))) break;
  }
  return [first, ...together(rest, look)];
}

/** Whether every name in it has a number. @param {Tex} tree @param {Map<Tex, Known>} known @returns {boolean} */
function complete(tree, known) {
  if (known.has(tree)) return true;
  switch (tree.kind) {
    case 'name': case 'slope': return false;
    case 'row': return tree.items.every((item) => complete(item, known));
    case 'call': return tree.inside.every((item) => complete(item, known));
    case 'cases': return tree.rows.every((cells) => cells.every((cell) => complete(cell, known)));
    case 'script': return complete(tree.base, known) && (!tree.sup || complete(tree.sup, known));
    default: return true;
  }
}

/** What was noted. A look at the very point where the run stands lights nothing of its own. @param {Entry | null} entry */
export function noted(entry) {
  const here = (/** @type {Term} */ { part, value }) => part === 'looked_at' && String(value) === String(entry?.at);
  return (entry?.parts ?? []).map((term) => (here(term) ? { ...term, part: 'term' } : term));
}

/** @param {Pick<RunFacts, 'knobs'>} facts @param {Entry | null} entry */
function scalars({ knobs }, entry) {
  const now = { learning_rate: entry?.rate, momentum: entry?.momentum };
  const values = knobs.map(({ knob, value }) => [spell(parse(knob.symbol)), now[/** @type {keyof typeof now} */ (knob.id)] ?? value]);
  return Object.fromEntries(values.filter(([symbol, value]) => symbol && typeof value === 'number'));
}
