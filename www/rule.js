// The update rule, with the numbers of the step that the reader sees; pointing at a term lights its arrow.
import { make, math, on } from './dom.js';
import { short } from './numbers.js';
import { decimals, shared, substitute } from './substitute.js';
import { parse, spell, typeset } from './tex.js';
import { say } from './words.js';

/** @typedef {import('./substitute.js').Piece} Piece */

/** What a picture has an arrow for. */
const ARROWS = ['gradient', 'memory', 'looked_at', 'scale', 'move', 'arrived'];

/** @param {import('./view.js').Context} context @param {MethodInfo[]} methods */
export function rule(context, methods) {
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
      if (dirty && String(t) !== shown) root.replaceChildren(...stage.facts.runs.map((_, run) => panel(stage, run, methods, t)));
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

/** @param {import('./stage.js').Stage} stage @param {number} run @param {MethodInfo[]} methods @param {number | null} t */
function panel(stage, run, methods, t) {
  const facts = stage.facts.runs[run];
  const method = methods.find(({ id }) => id === facts.method);
  if (!method) return '';
  const entry = t === null ? null : stage.use((figure) => figure.entry(run, t));
  const lines = substitute(method.formula, scalars(stage.figure.runs[run], method, entry), entry?.parts ?? []);
  const when = t === null ? '' : say('update', { from: t, to: t + 1 });
  const name = stage.facts.runs.length > 1 ? `${facts.name} ` : '';
  const title = make('p', { class: 'title' }, name, make('span', { class: 'when' }, when));
  const names = stage.facts.surface.parameters;
  return make('div', { class: 'law' }, title, ...lines.flatMap((line) => block(line, names)));
}

/** @param {RunRecipe} run @param {MethodInfo} method @param {Entry | null} entry */
function scalars(run, method, entry) {
  const now = { learning_rate: entry?.rate, momentum: entry?.momentum };
  const values = method.knobs.map((knob) => {
    const value = now[/** @type {keyof typeof now} */ (knob.id)] ?? run[knob.id] ?? knob.default;
    return [spell(parse(knob.symbol)), value];
  });
  return Object.fromEntries(values.filter(([, value]) => typeof value === 'number'));
}

/** A line of the formula, and the same line in numbers for every parameter. @param {import('./substitute.js').Line} line @param {string[]} names */
function block({ left, right }, names) {
  const symbols = math('math', { class: 'law-symbols' }, term(left), math('mo', {}, '←'), ...right.map(term));
  const pieces = [left, ...right];
  if (!left.values || right.some(({ tree, values }) => needed(tree) && !values)) return [symbols];
  const rows = names.map((name, i) => {
    const digits = decimals(pieces.flatMap(({ values }) => (values && values.length > 1 ? [values[i]] : [])));
    const numbers = math('mrow', {}, number(left, i, digits, false), math('mo', {}, '←'), ...signs(right, i, digits));
    return math('math', { class: 'law-numbers' }, math('mi', {}, name), math('mo', { class: 'colon' }, ':'), numbers);
  });
  return [symbols, ...rows];
}

/** @param {string | null} part @returns {part is string} */
const lights = (part) => part !== null && ARROWS.includes(part);

/** @param {Piece} piece */
function term({ tree, part }) {
  return lights(part) ? math('mrow', { 'data-part': part }, typeset(tree)) : typeset(tree);
}

/** Whether a piece of a formula stands for a number. @param {import('./tex.js').Tex} tree */
const needed = (tree) => tree.kind !== 'operator' && tree.kind !== 'space' && tree.kind !== 'number';

/** The right side in numbers; neighbours without a sign between them are factors. @param {Piece[]} pieces @param {number} i @param {number} digits */
function signs(pieces, i, digits) {
  const visible = pieces.filter(({ tree }) => tree.kind !== 'space');
  return visible.flatMap((piece, k) => {
    const factor = k > 0 && needed(piece.tree) && needed(visible[k - 1].tree);
    const made = piece.values ? number(piece, i, digits, k > 0) : typeset(piece.tree);
    return factor ? [math('mo', {}, '·'), made] : [made];
  });
}

/** @param {Piece} piece @param {number} i @param {number} digits @param {boolean} guarded negative numbers in parentheses */
function number({ values, part }, i, digits, guarded) {
  const value = values && (values.length > 1 ? values[i] : values[0]);
  const text = value === null ? '–' : values?.length === 1 ? short(value) : shared(value, digits);
  const minus = text.startsWith('−');
  const amount = math('mn', {}, minus ? text.slice(1) : text);
  const signed = minus ? [math('mo', { form: 'prefix' }, '−'), amount] : [amount];
  const fenced = minus && guarded ? [math('mo', {}, '('), ...signed, math('mo', {}, ')')] : signed;
  return math('mrow', lights(part) ? { 'data-part': part } : {}, ...fenced);
}
