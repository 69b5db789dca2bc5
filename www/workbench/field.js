// Labelled controls that a tool is made of. Each follows what it stands for: `place` shows its value, `set` was changed by hand.
import { make } from '../dom.js';
import { scaleOf } from '../knobs.js';
import { short } from '../numbers.js';
import { tex } from '../tex.js';
import { say } from './words.js';

/** Positions on a slider. */
const NOTCHES = 240;

/** @typedef {{ root: HTMLElement, place(value: any): void, lock(locked: boolean): void }} Field */

/**
 * A number to type. Nothing happens while what stands there is no number.
 * @param {string} label @param {(value: number) => void} set @param {{ whole?: boolean, min?: number, title?: string, symbol?: string, optional?: () => void }} [how] optional: what an empty field means
 * @returns {Field & { input: HTMLInputElement }}
 */
export function number(label, set, { whole = false, min, title = '', symbol = '', optional } = {}) {
  const input = make('input', { type: 'number', step: whole ? 1 : 'any', class: 'entry', inputmode: 'decimal', ...(min === undefined ? {} : { min }) });
  /** @type {number | string} */
  let last = '';
  input.addEventListener('input', () => {
    if (input.value === '' && optional && !input.validity.badInput) optional();
    else if (input.value !== '' && Number.isFinite(Number(input.value))) set((last = Number(input.value)));
  });
  // Left empty it shows what is true still; what was typed and is no number stays for its reader to mend.
  input.addEventListener('blur', () => {
    if (input.value === '' && !optional && !input.validity.badInput) input.value = String(last);
  });
  const root = make('label', { class: 'entry-field', ...(title && { title }) }, make('span', { class: 'label' }, label, symbol && ' ', symbol && tex(symbol)), input);
  return { root, input, place: (value) => put(input, (last = value ?? '')), lock: (locked) => { input.disabled = locked; } };
}

/** Not under the reader's hands: what is being typed stays as it is typed. @param {HTMLInputElement} input @param {unknown} value */
function put(input, value) {
  const root = /** @type {ShadowRoot | Document} */ (input.getRootNode());
  if (root.activeElement === input && Number(input.value) === Number(value)) return;
  input.value = String(value);
}

/**
 * A choice among a few things, in groups or not.
 * @param {string} label @param {{ id: string, title: string, group?: string }[]} options @param {(id: string) => void} set
 * @returns {Field & { select: HTMLSelectElement }}
 */
export function choice(label, options, set) {
  const select = make('select', { class: 'choice' });
  /** @type {Map<string, HTMLOptGroupElement>} */
  const groups = new Map();
  for (const { id, title, group } of options) {
    const option = make('option', { value: id }, title);
    if (!group) select.append(option);
    else {
      if (!groups.has(group)) {
        groups.set(group, make('optgroup', { label: group }));
        select.append(/** @type {HTMLElement} */ (groups.get(group)));
      }
      groups.get(group)?.append(option);
    }
  }
  select.addEventListener('change', () => set(select.value));
  const root = make('label', { class: 'choice-field' }, make('span', { class: 'label' }, label), select);
  return { root, select, place: (value) => { select.value = String(value); }, lock: (locked) => { select.disabled = locked; } };
}

/** @param {string} label @param {(on: boolean) => void} set @param {string} [title] @returns {Field} */
export function flag(label, set, title = '') {
  const input = make('input', { type: 'checkbox', class: 'flag' });
  input.addEventListener('change', () => set(input.checked));
  const root = make('label', { class: 'flag-field', ...(title && { title }) }, input, make('span', { class: 'label' }, label));
  return { root, place: (value) => { input.checked = value === true; }, lock: (locked) => { input.disabled = locked; } };
}

/**
 * What a table says of a knob, as a control: a slider with the number beside it, a switch, a choice of words. Beyond the
 * slider's usual range a number is taken, and said to be unusual.
 * @param {KnobInfo} info @param {string} label @param {(value: number | boolean | string) => void} set @param {(word: string) => string} word
 * @returns {Field}
 */
export function knob(info, label, set, word = (text) => text) {
  if (info.scale === 'flag') return flag(label, set, info.about);
  if (info.words) return choice(label, info.words.map((id) => ({ id, title: word(id) })), set);
  const range = make('input', { type: 'range', min: 0, max: NOTCHES, step: 1, class: 'range', 'aria-label': label });
  const hint = make('span', { class: 'unusual' });
  const entry = number(label, (value) => (show(value), set(value)), { title: info.about, symbol: info.symbol });
  let scale = scaleOf(info, info.min);
  const slide = (/** @type {number} */ value) => {
    range.value = String(scale.notch(value));
    range.style.setProperty('--share', String(Number(range.value) / NOTCHES));
    range.setAttribute('aria-valuetext', short(value));
  };
  const show = (/** @type {number} */ value) => {
    slide(value);
    const usual = value >= info.min && value <= info.max;
    const words = usual ? '' : say('unusual', { low: short(info.min), high: short(info.max) });
    if (hint.textContent === words) return;
    hint.replaceChildren(words);
    if (words) hint.dispatchEvent(new CustomEvent('told', { detail: words, bubbles: true }));
  };
  range.addEventListener('input', () => {
    const value = scale.value(Number(range.value));
    entry.place(value);
    show(value);
    set(value);
  });
  const root = make('div', { class: 'knob-field' }, entry.root, range, hint);
  return {
    root,
    place: (value) => {
      const now = Number(value);
      // The range stays under the hand that slides.
      if (root.getRootNode() instanceof ShadowRoot && /** @type {ShadowRoot} */ (root.getRootNode()).activeElement !== range) scale = scaleOf(info, now);
      entry.place(now);
      show(now);
    },
    lock: (locked) => {
      range.disabled = locked;
      entry.lock(locked);
    },
  };
}

/** @param {string} label @param {() => void} act @param {string} [kind] */
export function button(label, act, kind = 'quiet') {
  const made = make('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', act);
  return made;
}
