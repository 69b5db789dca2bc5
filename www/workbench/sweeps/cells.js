// A map of cells: read and chosen by pointer, or by arrows and Enter.
import { make, on } from '../../dom.js';
import { short } from '../../numbers.js';
import { say } from '../words.js';
import { letter, place, told } from './said.js';

/** Arrows go so many cells, with Shift so many. */
const [STRIDE, LEAP] = [1, 10];
/** What is read is said only once the arrows rest, in ms. */
const REST = 250;

export class Cells {
  root;
  #field;
  #canvas;
  #cursor = make('div', { class: 'at', hidden: true });
  #reading = make('p', { class: 'spelled' });
  #cell = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #tell;

  /**
   * @param {import('./field.js').Field} field
   * @param {{ choose(cell: number): void, say(text: string): void, signal: AbortSignal }} hooks
   */
  constructor(field, { choose, say: tell, signal }) {
    this.#field = field;
    this.#tell = tell;
    const [columns, rows] = field.facts.size;
    this.#canvas = make('canvas', { width: columns, height: rows, 'aria-hidden': 'true' });
    const ground = make('div', { class: 'ground', role: 'application', tabindex: 0, 'aria-label': say('sweep-map-label') }, this.#canvas, ...marks(field.facts), this.#cursor);
    this.root = make('div', { class: 'atlas' }, ...axes(field.facts), ground, this.#reading);
    on(ground, 'pointermove', (event) => this.#show(this.#under(event)), signal);
    on(ground, 'click', (event) => choose(this.#under(event)), signal);
    on(ground, 'focus', () => { if (this.#cell < 0) this.#show(this.#middle); }, signal);
    on(ground, 'keydown', (event) => this.#key(event, choose), signal);
    this.#reading.append(say('sweep-map-hint'));
  }

  get #middle() {
    const [columns, rows] = this.#field.facts.size;
    return Math.floor(rows / 2) * columns + Math.floor(columns / 2);
  }

  /** @param {ThemeName} theme */
  paint(theme) {
    this.#canvas.getContext('2d')?.putImageData(this.#field.images[theme], 0, 0);
  }

  /** The cell under a pointer. @param {MouseEvent} event */
  #under({ clientX, clientY }) {
    const [columns, rows] = this.#field.facts.size;
    const box = this.#canvas.getBoundingClientRect();
    const part = (/** @type {number} */ share, /** @type {number} */ count) => Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    return part((clientY - box.top) / box.height, rows) * columns + part((clientX - box.left) / box.width, columns);
  }

  /** @param {number} cell */
  #show(cell) {
    this.#cell = cell;
    const [columns, rows] = this.#field.facts.size;
    this.#cursor.hidden = false;
    this.#cursor.style.left = `${(100 * ((cell % columns) + 0.5)) / columns}%`;
    this.#cursor.style.top = `${(100 * (Math.floor(cell / columns) + 0.5)) / rows}%`;
    this.#reading.replaceChildren(told(this.#field, cell));
  }

  /** @param {KeyboardEvent} event @param {(cell: number) => void} choose */
  #key(event, choose) {
    const [columns, rows] = this.#field.facts.size;
    const stride = event.shiftKey ? LEAP : STRIDE;
    const way = { ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride], Home: [-columns, 0], End: [columns, 0] }[event.key];
    if (!way && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (!way) {
      choose(this.#cell);
      return;
    }
    const within = (/** @type {number} */ n, /** @type {number} */ count) => Math.max(0, Math.min(count - 1, n));
    this.#show(within(Math.floor(this.#cell / columns) + way[1], rows) * columns + within((this.#cell % columns) + way[0], columns));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(told(this.#field, this.#cell)), REST);
  }
}

/** Where the minima are on a map of starts; the largest rates on one of rates. @param {BulkFacts} facts */
function marks({ window, targets, bounds, across, size: [columns, rows] }) {
  if (!window) return [line(bounds, across, columns, rows)];
  const [[left, right], [low, high]] = window;
  return targets.flatMap(({ at: [w, b] }, target) => {
    const [x, y] = [(w - left) / (right - left), (high - b) / (high - low)];
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return [];
    const mark = make('span', { class: 'target', 'aria-hidden': 'true' }, letter(target));
    mark.style.left = `${100 * x}%`;
    mark.style.top = `${100 * y}%`;
    return [mark];
  });
}

const SVG = 'http://www.w3.org/2000/svg';

/** The largest rate at which each row can settle, across the map. @param {BulkFacts['bounds']} bounds @param {number[]} across @param {number} columns @param {number} rows */
function line(bounds, across, columns, rows) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${columns} ${rows}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' })) svg.setAttribute(name, value);
  const [first, last] = [Math.log(across[0]), Math.log(across[columns - 1])];
  const points = bounds.flatMap((bound, row) => (bound ? [`${0.5 + ((Math.log(bound.rate) - first) / (last - first)) * (columns - 1)},${row + 0.5}`] : []));
  // Twice, as a line on a ground of any colour needs an edge.
  for (let i = 0; i < 2; i += 1) {
    const path = document.createElementNS(SVG, 'polyline');
    path.setAttribute('points', points.join(' '));
    svg.append(path);
  }
  return svg;
}

/** What the sides stand for, in words. @param {BulkFacts} facts */
function axes({ window, axes: [first, second], across, down, targets }) {
  const ends = (/** @type {(number | null)[]} */ values) => ({ from: short(values[0]), to: short(values[values.length - 1]) });
  const text = window
    ? say('sweep-map-starts', { w0: short(window[0][0]), w1: short(window[0][1]), b0: short(window[1][0]), b1: short(window[1][1]) })
    : say('sweep-map-phase', { ...ends(across), low: short(down[down.length - 1]), high: short(down[0]), second, first });
  const known = targets.map(({ at }, target) => `${letter(target)} ${place(at)}`);
  return [make('p', { class: 'label' }, text, window && known.length ? make('span', {}, say('sweep-map-minima', { list: known.slice(0, 8).join(', ') })) : '')];
}
