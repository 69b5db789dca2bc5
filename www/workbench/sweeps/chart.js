// The loss at the end over the learning rate, both in powers of ten, with the rate that is best and the largest one with
// which the rule can settle.
import { short } from '../../numbers.js';
import { make } from '../../dom.js';
import { say } from '../words.js';
import { DIVERGED } from './field.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 180;
/** Room for numbers: left, right, top, bottom. */
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 16, 22, 34];
/** What the name of the bound takes. */
const NAME = 90;
/** Losses below this share of the largest are drawn as if they were it. */
const LOWEST = 1e-12;

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} [text] */
function shape(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text) made.append(text);
  return made;
}

/** Whole powers of ten between two, at most six of them. @param {number} low @param {number} high */
function powers(low, high) {
  const stride = Math.max(1, Math.ceil((high - low) / 6));
  return Array.from({ length: Math.floor((high - Math.ceil(low)) / stride) + 1 }, (_, i) => Math.ceil(low) + i * stride);
}

/** A whole power of ten, as an axis has it. @param {number} power */
const tick = (power) => short(10 ** power).replace(/^1 × /, '');

export class Chart {
  root = make('div', { class: 'chart' });
  #field;
  /** @type {(rate: number) => number} */
  #x = () => 0;

  /** @param {import('./field.js').Field} field @param {{ choose(cell: number): void, signal: AbortSignal }} hooks */
  constructor(field, { choose, signal }) {
    this.#field = field;
    const observer = new ResizeObserver(() => this.paint());
    observer.observe(this.root);
    signal.addEventListener('abort', () => observer.disconnect());
    this.root.addEventListener('click', (event) => choose(this.#nearest(event.clientX - this.root.getBoundingClientRect().left)), { signal });
  }

  paint() {
    const width = this.root.clientWidth;
    const { facts: { across, bounds: [bound] }, fates, best } = this.#field;
    if (!width) return;
    const ends = [across[0], across[across.length - 1]].map(Math.log10);
    const losses = this.#field.losses.map((loss, cell) => (fates[cell] === DIVERGED ? NaN : loss));
    const seen = losses.filter((loss) => Number.isFinite(loss) && loss > 0);
    const top = Math.log10(Math.max(...seen, LOWEST));
    const floor = Math.max(Math.log10(Math.min(...seen, 1e300)), top + Math.log10(LOWEST));
    const [low, high] = top - floor < 1 ? [top - 1, top + 0.1] : [floor, top];
    const x = (/** @type {number} */ rate) => LEFT + ((Math.log10(rate) - ends[0]) / (ends[1] - ends[0] || 1)) * (width - LEFT - RIGHT);
    const y = (/** @type {number} */ loss) => TOP + ((high - Math.max(low, Math.log10(Math.max(loss, 1e-300)))) / (high - low)) * (HEIGHT - TOP - BOTTOM);
    this.#x = x;
    const svg = shape('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': say('sweep-chart-label') });
    for (const power of powers(low, high)) {
      svg.append(shape('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(10 ** power), y2: y(10 ** power) }));
      svg.append(shape('text', { class: 'tick', x: LEFT - 6, y: y(10 ** power) + 4, 'text-anchor': 'end' }, tick(power)));
    }
    for (const power of powers(ends[0], ends[1])) svg.append(shape('text', { class: 'tick', x: x(10 ** power), y: HEIGHT - BOTTOM + 14, 'text-anchor': 'middle' }, tick(power)));
    svg.append(shape('text', { class: 'tick', x: LEFT, y: 12 }, say('sweep-chart-loss')));
    svg.append(shape('text', { class: 'tick', x: width - RIGHT, y: HEIGHT - 4, 'text-anchor': 'end' }, say('sweep-chart-rate')));
    if (bound && Math.log10(bound.rate) > ends[0] && Math.log10(bound.rate) < ends[1]) {
      const at = x(bound.rate);
      // On the right, as the name of the axis stands on the left; where there is no room, on the left.
      const after = at > width - RIGHT - NAME;
      svg.append(shape('line', { class: 'bound', x1: at, x2: at, y1: TOP, y2: HEIGHT - BOTTOM }));
      svg.append(shape('text', { class: 'name', x: after ? at - 4 : at + 4, y: 12, 'text-anchor': after ? 'end' : 'start' }, `${bound.formula} = ${short(bound.rate)}`));
    }
    const kept = [...across.keys()].filter((cell) => Number.isFinite(losses[cell]));
    const path = kept.map((cell, i) => `${i && kept[i - 1] === cell - 1 ? 'L' : 'M'}${x(across[cell]).toFixed(1)} ${y(losses[cell]).toFixed(1)}`).join('');
    svg.append(shape('path', { class: 'curve', d: path }));
    for (const cell of kept) svg.append(shape('circle', { class: cell === best ? 'dot best' : 'dot', cx: x(across[cell]), cy: y(losses[cell]), r: cell === best ? 5 : 2.5 }));
    this.root.replaceChildren(svg);
  }

  /** The cell whose rate is nearest. @param {number} x */
  #nearest(x) {
    const gaps = this.#field.facts.across.map((rate) => Math.abs(this.#x(rate) - x));
    return gaps.indexOf(Math.min(...gaps));
  }
}
