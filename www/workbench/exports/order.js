// What a reader wants a picture or a film to be like: view, colours, size, dots, pace.
import { make } from '../../dom.js';
import { say } from '../words.js';

/** @typedef {import('../bench.js').Bench} Bench */

/** Pixels a side. */
const [LEAST, MOST] = [64, 2000];

export class Order {
  #view = make('select');
  #theme = choice(['light', 'dark', 'print'], (name) => say(/** @type {import('../words.js').Key} */ (`light-${name}`)));
  #dots = choice(['1', '2', '3'], (n) => say('dots', { n }));
  #width = number(640, LEAST, MOST);
  #height = number(480, LEAST, MOST);
  #fps = number(20, 2, 50);
  #seconds = number(10, 1, 60);
  #views = '';

  /** Which view, in which light, how large. */
  get picture() {
    return [
      field(say('save-view'), this.#view), field(say('save-light'), this.#theme),
      field(say('save-width'), this.#width), field(say('save-height'), this.#height), field(say('save-dots'), this.#dots),
    ];
  }

  /** How fast and how long. */
  get pace() {
    return [field(say('film-fps'), this.#fps), field(say('film-seconds'), this.#seconds)];
  }

  /** @param {ThemeName} theme */
  light(theme) {
    this.#theme.value = theme;
  }

  /** Offers the views that there are of the figure as it is. @param {Bench} bench */
  follow({ facts }) {
    const plane = Boolean(facts.surface.domain);
    const views = ['surface', 'contour', 'fit', 'curves'].filter((name) => (name === 'curves' || plane) && (name !== 'fit' || facts.fit));
    if (views.join() === this.#views) return;
    const before = this.#view.value || 'contour';
    this.#views = views.join();
    this.#view.replaceChildren(...views.map((name) => make('option', { value: name }, say(/** @type {import('../words.js').Key} */ (`seen-${name}`)))));
    this.#view.value = views.includes(before) ? before : views[0];
  }

  /** The picture, or what is wrong with it. @returns {import('./easel.js').Sheet} */
  sheet() {
    const [width, height] = whole(say('save-size-allowed', { least: LEAST, most: MOST }), this.#width, this.#height);
    return { view: /** @type {ViewName} */ (this.#view.value), width, height, scale: Number(this.#dots.value), theme: /** @type {ThemeName} */ (this.#theme.value) };
  }

  /** The film's pace, or what is wrong with it. */
  beat() {
    const [fps, seconds] = whole(say('film-allowed'), this.#fps, this.#seconds);
    return { fps, seconds };
  }
}

/** @param {number} value @param {number} min @param {number} max */
function number(value, min, max) {
  return make('input', { type: 'number', class: 'number', value, min, max, step: 1 });
}

/** @param {string[]} values @param {(value: string) => string} word */
function choice(values, word) {
  return make('select', {}, ...values.map((value) => make('option', { value }, word(value))));
}

/** @param {string} title @param {HTMLElement} control */
function field(title, control) {
  return make('label', {}, make('span', {}, title), control);
}

/** The numbers in these fields; focuses the first that is none. @param {string} allowed @param {...HTMLInputElement} fields */
function whole(allowed, ...fields) {
  const wrong = fields.find((one) => !one.value || !one.validity.valid);
  for (const one of fields) one.setAttribute('aria-invalid', String(one === wrong));
  if (!wrong) return fields.map((one) => one.valueAsNumber);
  wrong.focus();
  throw new RangeError(allowed);
}
