// What exhibits are made of: shapes, scales, a slider, a list of readings, and a pointer that drags.
import { make } from '../dom.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {{ plot: [[number, number], [number, number]], x: [number, number], y: [number, number] }} Chart */

/** @param {Element} element @param {Record<string, string | number>} attributes */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(string | Node)} children */
export function shape(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** Data to places in the picture. @param {Chart} chart */
export function scale({ plot: [[left, right], [top, bottom]], x: [low, high], y: [deep, tall] }) {
  return {
    x: (/** @type {number} */ value) => left + ((right - left) * (value - low)) / (high - low),
    y: (/** @type {number} */ value) => bottom - ((bottom - top) * (value - deep)) / (tall - deep),
    /** The other way. @param {number} place */
    across: (place) => low + ((high - low) * (place - left)) / (right - left),
  };
}

/**
 * A picture of the exhibit, without what only stands still.
 * @param {Element} hands @param {string} name
 */
export function picture(hands, name) {
  const svg = /** @type {SVGSVGElement} */ (hands.querySelector(`svg.${name}`));
  for (const still of svg.querySelectorAll('.still')) still.remove();
  return svg;
}

/**
 * @param {string} label
 * @param {{ min: number, max: number, value: number }} range whole numbers
 * @param {(value: number) => string} show takes the value, says it in words
 */
export function slider(label, { min, max, value }, show) {
  const input = make('input', { type: 'range', min, max, value, step: 1 });
  const put = (/** @type {number} */ next) => {
    input.value = String(next);
    input.setAttribute('aria-valuetext', show(Number(input.value)));
  };
  input.addEventListener('input', () => put(Number(input.value)));
  return { root: make('label', { class: 'slide' }, make('span', {}, label), input), put, start: () => put(value) };
}

/** Names and numbers. @param {string[]} names */
export function readings(names) {
  const places = names.map(() => make('dd'));
  const root = make('dl', { class: 'readings' }, ...names.map((name, i) => make('div', {}, make('dt', {}, name), places[i])));
  return { root, tell: (/** @type {string[]} */ ...texts) => texts.forEach((text, i) => places[i].replaceChildren(text)) };
}

/**
 * Calls with the place in the picture while a pointer is down on it. A finger scrolls the page unless it starts on a
 * `.grip` (exhibits.css).
 * @param {SVGSVGElement} svg @param {(x: number, y: number) => void} move
 */
export function dragged(svg, move) {
  const carry = (/** @type {PointerEvent} */ event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse());
    move(place.x, place.y);
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    svg.setPointerCapture(event.pointerId);
    carry(event);
  });
  svg.addEventListener('pointermove', (event) => {
    if (svg.hasPointerCapture(event.pointerId)) carry(event);
  });
}
