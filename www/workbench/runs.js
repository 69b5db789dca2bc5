// The runs: which there are, in which order, and everything that the tables of methods and schedules let one of them be.
import { make, on } from '../dom.js';
import { button } from './field.js';
import { length } from './length.js';
import { locked } from './locked.js';
import { newcomer, nextMethod } from './newcomer.js';
import { moved } from './recipes.js';
import { controls, outline } from './run.js';
import { translated, wrong } from '../words.js';
import { say } from './words.js';

/** No recipe has more. */
const MOST = 16;

/** @type {import('./index.js').Tool} */
export const runs = { id: 'runs', open };

/** @param {import('./bench.js').Bench} bench */
function open(bench) {
  const { tables, methods } = translated(bench.call((glue) => ({ tables: glue.tables(), methods: glue.methods() })));
  const told = make('p', { class: 'told', role: 'status' });
  /** A recipe that cannot be is refused in words, and what was typed stays. @param {FigureRecipe} figure @param {string} said */
  const edit = (figure, said) => {
    try {
      bench.edit(figure, said);
      told.replaceChildren();
      return true;
    } catch (error) {
      told.replaceChildren(wrong(error));
      return false;
    }
  };
  let chosen = 0;
  const list = make('ul', { class: 'run-list', 'aria-label': say('tool-runs') });
  const detail = make('div', { class: 'detail' });
  const whole = length(bench, edit);
  const put = (/** @type {RunRecipe[]} */ next, /** @type {string} */ said, /** @type {number} */ to) => {
    const before = chosen;
    chosen = to;
    if (!edit({ ...bench.figure, runs: next }, said)) chosen = before;
    show();
  };
  const all = () => bench.figure.runs;
  const acts = {
    add: button(say('add-run'), () => put([...all(), newcomer(bench, all()[chosen], nextMethod(bench.figure, methods), '')], say('add-run'), all().length), 'main'),
    copy: button(say('copy-run'), () => put([...all().slice(0, chosen + 1), { ...all()[chosen] }, ...all().slice(chosen + 1)], say('copy-run'), chosen + 1)),
    remove: button(say('remove-run'), () => put(all().filter((_, i) => i !== chosen), say('remove-run'), Math.max(0, chosen - 1))),
    up: button(say('run-up'), () => put(moved(all(), chosen, chosen - 1), say('run-up'), chosen - 1)),
    down: button(say('run-down'), () => put(moved(all(), chosen, chosen + 1), say('run-down'), chosen + 1)),
  };
  /** @type {import('./run.js').Part[]} */
  let parts = [];
  let drawn = '';
  const show = () => {
    chosen = Math.min(chosen, all().length - 1);
    chips(bench, list, chosen, (i) => {
      chosen = i;
      show();
    });
    const place = { bench, tables, methods, run: chosen, edit };
    if (outline(place) !== drawn) {
      drawn = outline(place);
      const open = detail.querySelector('details')?.open ?? false;
      const focused = focusOf(detail);
      parts = controls(place);
      detail.replaceChildren(...parts.map(({ element }) => element));
      detail.querySelector('details')?.toggleAttribute('open', open);
      refocus(detail, focused);
    }
    parts.forEach((part) => part.place());
    whole.place();
    able(acts, chosen, all().length);
    // What these are done to is a chip away.
    for (const act of [acts.copy, acts.remove, acts.up, acts.down]) act.setAttribute('aria-description', bench.facts.runs[chosen].name);
  };
  on(bench, 'change', show, bench.signal);
  show();
  const bar = make('div', { class: 'run-bar' }, list, make('div', { class: 'acts' }, ...Object.values(acts)));
  return make('div', {}, locked(bench, bar, detail, whole.element), bar, detail, whole.element, told);
}

/** @param {Record<'add' | 'copy' | 'remove' | 'up' | 'down', HTMLButtonElement>} acts @param {number} chosen @param {number} count */
function able({ add, copy, remove, up, down }, chosen, count) {
  const free = { add: count < MOST, copy: count < MOST, remove: count > 1, up: chosen > 0, down: chosen + 1 < count };
  const buttons = { add, copy, remove, up, down };
  for (const [name, button] of Object.entries(buttons)) button.disabled = !free[/** @type {keyof typeof free} */ (name)];
}

/** The runs by name and colour. @param {import('./bench.js').Bench} bench @param {HTMLElement} list @param {number} chosen @param {(run: number) => void} choose */
function chips(bench, list, chosen, choose) {
  const focused = [...list.querySelectorAll('button')].findIndex((button) => button.matches(':focus'));
  list.replaceChildren(...bench.facts.runs.map(({ name, color }, i) => {
    const swatch = make('span', { class: 'swatch both', 'aria-hidden': 'true' });
    swatch.style.setProperty('--run-light', color.light);
    swatch.style.setProperty('--run-dark', color.dark);
    const chip = make('button', { type: 'button', class: 'quiet chip', 'aria-pressed': String(i === chosen) }, swatch, name);
    chip.addEventListener('click', () => choose(i));
    return make('li', {}, chip);
  }));
  if (focused >= 0) list.querySelectorAll('button')[Math.min(focused, bench.facts.runs.length - 1)].focus();
}

/** Where the focus is among the controls, by what they are called. @param {HTMLElement} detail */
function focusOf(detail) {
  const focused = /** @type {HTMLElement | null} */ (detail.querySelector(':focus'));
  return focused && label(focused);
}

/** @param {HTMLElement} detail @param {string | null} name */
function refocus(detail, name) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (detail.querySelectorAll('input, select, button, summary'));
  if (name) [...all].find((each) => label(each) === name)?.focus();
}

/** @param {HTMLElement} control */
const label = (control) => `${control.tagName} ${control.getAttribute('type')} ${(control.closest('label') ?? control).querySelector('.label')?.textContent ?? control.getAttribute('aria-label') ?? control.textContent}`;
