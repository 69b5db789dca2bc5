// A sweep of learning rates: the curve of final losses, and below it every run as a small picture of its path.
import { make, on } from '../../dom.js';
import { short } from '../../numbers.js';
import { say } from '../words.js';
import { Chart } from './chart.js';
import { DIVERGED, UNKNOWN } from './field.js';
import { told, under } from './said.js';

/** CSS pixels. */
const [WIDTH, HEIGHT] = [84, 84];

export class Rates {
  root;
  #field;
  #chart;
  /** @type {HTMLButtonElement[]} */
  #buttons;
  #window;
  #start;

  /**
   * @param {import('./field.js').Field} field
   * @param {{ choose(cell: number): void, signal: AbortSignal, window: [Point, Point], start: readonly number[] }} hooks
   */
  constructor(field, { choose, signal, window, start }) {
    this.#field = field;
    this.#window = around(window, [start, ...field.facts.targets.map(({ at }) => at)]);
    this.#start = start;
    this.#chart = new Chart(field, { choose, signal });
    this.#buttons = field.facts.across.map((rate, cell) => {
      const canvas = make('canvas', { 'aria-hidden': 'true' });
      const button = make('button', { type: 'button', class: 'multiple', tabindex: cell ? -1 : 0 }, canvas, make('span', {}, short(rate)));
      on(button, 'click', () => choose(cell), signal);
      return button;
    });
    const multiples = make('div', { class: 'multiples', role: 'group', 'aria-label': say('sweep-multiples-label') }, ...this.#buttons);
    on(multiples, 'keydown', (event) => this.#key(event), signal);
    this.root = make('div', { class: 'rates' }, this.#chart.root, multiples);
  }

  /** @param {ThemeName} theme */
  paint(theme) {
    this.#chart.paint();
    const { best, fates } = this.#field;
    this.#buttons.forEach((button, cell) => {
      button.setAttribute('aria-label', told(this.#field, cell));
      button.classList.toggle('best', cell === best);
      button.classList.toggle('lost', fates[cell] === DIVERGED);
      if (fates[cell] !== UNKNOWN) this.#draw(/** @type {HTMLCanvasElement} */ (button.firstChild), cell, theme);
    });
  }

  /** @param {HTMLCanvasElement} canvas @param {number} cell @param {ThemeName} theme */
  #draw(canvas, cell, theme) {
    const { facts: { parameters, targets, colours }, fates, paths } = this.#field;
    const scale = Math.min(devicePixelRatio, 3);
    [canvas.width, canvas.height] = [WIDTH * scale, HEIGHT * scale];
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.scale(scale, scale);
    const path = paths[cell] ?? new Float64Array();
    const points = parameters === 2 ? this.#plane(path) : losses(path, parameters);
    const list = colours[theme];
    const [line, dot] = [list[list.length - 1], fates[cell] < targets.length ? list[fates[cell]] : list[list.length - 1]];
    // What leaves the picture again and again does not blacken it.
    pen.lineWidth = fates[cell] === DIVERGED ? 0.5 : 1.25;
    pen.lineJoin = 'round';
    pen.strokeStyle = line;
    pen.beginPath();
    points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.stroke();
    for (const { at } of parameters === 2 ? targets : []) this.#cross(pen, at, line);
    const end = points[points.length - 1];
    if (!end || fates[cell] === DIVERGED) return;
    pen.fillStyle = dot;
    pen.beginPath();
    pen.arc(end[0], end[1], 3, 0, 2 * Math.PI);
    pen.fill();
  }

  /** @param {Float64Array} path @returns {Point[]} */
  #plane(path) {
    const spots = /** @type {Point[]} */ ([]);
    for (let i = 0; i + 2 < path.length && Number.isFinite(path[i + 2]); i += 3) spots.push(this.#spot([path[i], path[i + 1]]));
    return spots.length ? spots : [this.#spot(this.#start)];
  }

  /** Where a point is in the picture; far ones not farther than it takes to leave it. @param {readonly number[]} at @returns {Point} */
  #spot([w, b]) {
    const [[left, right], [low, high]] = this.#window;
    const near = (/** @type {number} */ n) => Math.max(-1e4, Math.min(1e4, n));
    return [near(((w - left) / (right - left)) * WIDTH), near(((high - b) / (high - low)) * HEIGHT)];
  }

  /** @param {CanvasRenderingContext2D} pen @param {Point} at @param {string} ink */
  #cross(pen, at, ink) {
    const [x, y] = this.#spot(at);
    pen.lineWidth = 1;
    pen.strokeStyle = ink;
    pen.beginPath();
    for (const [dx, dy] of [[4, 0], [0, 4]]) {
      pen.moveTo(x - dx, y - dy);
      pen.lineTo(x + dx, y + dy);
    }
    pen.stroke();
  }

  /** Arrows go from picture to picture: there is one tab stop. @param {KeyboardEvent} event */
  #key(event) {
    const at = this.#buttons.indexOf(/** @type {HTMLButtonElement} */ (event.composedPath().find((node) => node instanceof HTMLButtonElement)));
    const row = this.#buttons.filter(({ offsetTop }) => offsetTop === this.#buttons[0].offsetTop).length;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row, Home: -at, End: this.#buttons.length - 1 - at }[event.key];
    if (by === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = this.#buttons[at + by];
    if (!next) return;
    this.#buttons[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /** The same as rows of a table. */
  table() {
    const { facts, losses, total } = this.#field;
    const below = facts.below === null ? '–' : short(facts.below);
    const head = make('tr', {}, ...[say('sweep-table-rate'), say('sweep-table-loss'), say('sweep-table-under', { below }), say('sweep-table-end')].map((name) => make('th', { scope: 'col' }, name)));
    const rows = Array.from({ length: total }, (_, cell) => make('tr', {}, make('th', { scope: 'row' }, short(facts.across[cell])),
      make('td', {}, short(losses[cell])), make('td', {}, under(this.#field, cell)), make('td', {}, told(this.#field, cell).split(': ').slice(1).join(': '))));
    return make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows));
  }
}

/** A window and what else is to be seen. @param {[Point, Point]} window @param {(readonly number[])[]} places @returns {[Point, Point]} */
function around(window, places) {
  const range = (/** @type {Point} */ [low, high], /** @type {number} */ axis) => {
    const all = places.map((at) => at[axis]);
    const [from, to] = [Math.min(low, ...all), Math.max(high, ...all)];
    const room = 0.05 * (to - from);
    return /** @type {Point} */ ([from < low ? from - room : low, to > high ? to + room : high]);
  };
  return [range(window[0], 0), range(window[1], 1)];
}

/** Where there is no plane: the loss over the steps. @param {Float64Array} path @param {number} parameters @returns {Point[]} */
function losses(path, parameters) {
  const all = path.filter((_, i) => i % (parameters + 1) === parameters);
  const top = Math.max(...all.filter((loss) => Number.isFinite(loss)), 1e-300);
  return Array.from(all, (loss, i) => /** @type {Point} */ ([(i / Math.max(1, all.length - 1)) * WIDTH, HEIGHT - 4 - (loss / top) * (HEIGHT - 8)]));
}
