// The update rule, with the numbers of the step that the reader sees; pointing at a term lights its arrow.
import { make, math, on } from './dom.js';
import { short } from './numbers.js';
import { decimals, shared, substitute } from './substitute.js';
import { parse, spell, typeset } from './tex.js';
import { say } from './words.js';

/** @typedef {import('./substitute.js').Line} Line */
/** @typedef {import('./tex.js').Tex} Tex */

/** What a picture has an arrow for. */
const ARROWS = ['gradient', 'memory', 'looked_at', 'scale', 'move', 'arrived'];

/** @param {import('./view.js').Context} context */
export function rule(context) {
  const { stage, signal } = context;
  const root = make('div', { class: 'rule', part: 'rule' });
  let shown = '';
  let dirty = true;
  const spoil = () => {
    dirty = true;
    context.beat.ask();
  };
  on(stage, 'frame', spoil, signal);
  for (const type of ['land', 'question']) {
    on(stage, type, () => {
      shown = '';
      spoil();
    }, signal);
  }
  on(root, 'pointerover', (event) => stage.talk(event.target.closest?.('[data-part]')?.getAttribute('data-part')), signal);
  on(root, 'pointerleave', () => stage.talk(undefined), signal);
  return {
    root,
    paint() {
      const t = dirty ? update(stage) : -1;
      if (dirty && String(t) !== shown) root.replaceChildren(...stage.facts.runs.map((_, run) => panel(stage, run, t)));
      if (dirty) shown = String(t);
      dirty = false;
    },
  };
}

/**
 * The number of the update to show: the one that leaves this step, or, where that is not to be seen yet (a question
 * waits) or does not exist, the one that led here; null at the very start.
 * @param {import('./stage.js').Stage} stage
 */
function update({ player }) {
  const t = player.step < player.end ? player.step : player.step - 1;
  return t < 0 ? null : t;
}

/** @param {import('./stage.js').Stage} stage @param {number} run @param {number | null} t */
function panel(stage, run, t) {
  const facts = stage.facts.runs[run];
  const entry = t === null ? null : stage.use((figure) => figure.entry(run, t));
  const lines = substitute(facts.formula, scalars(facts, entry), entry?.parts ?? []);
  const when = t === null ? '' : say('update', { from: t, to: t + 1 });
  const name = stage.facts.runs.length > 1 ? `${facts.name} ` : '';
  const title = make('p', { class: 'title' }, name, make('span', { class: 'when' }, when));
  const names = stage.facts.surface.parameters;
  return make('div', { class: 'law' }, title, ...lines.flatMap((line) => block(line, names)));
}

/** @param {RunFacts} facts @param {Entry | null} entry */
function scalars({ knobs }, entry) {
  const now = { learning_rate: entry?.rate, momentum: entry?.momentum };
  const values = knobs.map(({ knob, value }) => [spell(parse(knob.symbol)), now[/** @type {keyof typeof now} */ (knob.id)] ?? value]);
  return Object.fromEntries(values.filter(([symbol, value]) => symbol && typeof value === 'number'));
}

/** A line of the formula, and the same line in numbers for every parameter. @param {Line} line @param {string[]} names */
function block(line, names) {
  const { left, right, known, whole } = line;
  const term = (/** @type {Tex} */ tree) => {
    const part = known.get(tree)?.part ?? null;
    return lights(part) ? math('mrow', { 'data-part': part }, typeset(tree)) : null;
  };
  const symbols = math('math', { class: 'law-symbols' }, typeset(left, term), math('mo', {}, '←'), typeset(right, term));
  if (!whole) return [symbols];
  const shown = known.get(left)?.values.length === 1 ? names.slice(0, 1) : names;
  const rows = shown.map((name, i) => {
    const digits = decimals([...known.values()].flatMap(({ values }) => (values.length > 1 ? [values[i]] : [])));
    const put = (/** @type {Tex} */ tree) => numbers(tree, known, i, digits);
    const sides = math('mrow', {}, typeset(left, put), math('mo', {}, '←'), typeset(right, put));
    const label = shown.length > 1 ? [math('mi', {}, name), math('mo', { class: 'colon' }, ':')] : [];
    return math('math', { class: 'law-numbers' }, ...label, sides);
  });
  return [symbols, ...rows];
}

/** @param {string | null} part @returns {part is string} */
const lights = (part) => part !== null && ARROWS.includes(part);

/**
 * A part of a formula in numbers: a known symbol is its number; in a row, neighbours without a sign between them are
 * factors. Null where nothing changes.
 * @param {Tex} tree @param {Line['known']} known @param {number} i which parameter @param {number} digits
 * @returns {Element | null}
 */
function numbers(tree, known, i, digits) {
  const put = (/** @type {Tex} */ part) => numbers(part, known, i, digits);
  if (known.has(tree)) return number(/** @type {import('./substitute.js').Known} */ (known.get(tree)), i, digits, false);
  if (tree.kind === 'script' && known.has(tree.base)) {
    const base = number(/** @type {import('./substitute.js').Known} */ (known.get(tree.base)), i, digits, true);
    return math('msup', {}, base, tree.sup ? typeset(tree.sup, put) : null);
  }
  if (tree.kind !== 'row') return null;
  const items = tree.items.filter(({ kind }) => kind !== 'space');
  return math('mrow', {}, ...items.flatMap((item, k) => {
    const before = items[k - 1];
    const found = known.get(item);
    const made = found ? number(found, i, digits, k > 0 && !opens(before)) : typeset(item, put);
    return before && ends(before, known) && begins(item, known) ? [math('mo', {}, '·'), made] : [made];
  }));
}

/** @param {Tex} tree @param {Line['known']} known Whether a factor may end with it. */
const ends = (tree, known) => known.has(tree) || ['number', 'call', 'script', 'row'].includes(tree.kind);

/** @param {Tex} tree @param {Line['known']} known Whether a factor may begin with it. */
const begins = (tree, known) => known.has(tree) || ['number', 'call', 'script', 'row'].includes(tree.kind);

/** @param {Tex} tree Whether a negative number after it needs no parentheses. */
const opens = (tree) => tree.kind === 'operator' && '(|,'.includes(tree.text);

/** @param {import('./substitute.js').Known} known @param {number} i @param {number} digits @param {boolean} guarded negative numbers in parentheses */
function number({ values, part }, i, digits, guarded) {
  const value = values.length > 1 ? values[i] : values[0];
  const text = value === null ? '–' : values.length === 1 ? short(value) : shared(value, digits);
  const minus = text.startsWith('−');
  const amount = math('mn', {}, minus ? text.slice(1) : text);
  const signed = minus ? [math('mo', { form: 'prefix' }, '−'), amount] : [amount];
  const fenced = minus && guarded ? [math('mo', {}, '('), ...signed, math('mo', {}, ')')] : signed;
  return math('mrow', lights(part) ? { 'data-part': part } : {}, ...fenced);
}
