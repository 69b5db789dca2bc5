// A slider along the sigmoid: the tangent there, its slope, and the factors f, 1 − f and x. Every number was made when
// the page was built.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { dragged, picture, readings, scale, set, shape, slider } from './parts.js';
import { say } from './words.js';

/** Weight, answer, one less the answer, slope along the weight. @typedef {[number, number, number, number]} Row */

/** @param {HTMLElement} hands @param {any} given */
export function tangent(hands, given) {
  /** @type {Row[]} */
  const rows = given.rows;
  const nearest = (/** @type {number} */ w) => {
    const off = rows.map((row) => Math.abs(row[0] - w));
    return off.indexOf(Math.min(...off));
  };
  const draw = line(hands, given, (w) => chosen.put(nearest(w)));
  const list = readings(['w', 'f', say('factors'), say('tangent')]);
  const chosen = slider(say('weight'), { min: 0, max: rows.length - 1, value: nearest(given.start) }, (i) => {
    const row = rows[i];
    const [w, f, rest, slope] = row.map(steady);
    draw(row);
    list.tell(w, f, say('product', { f, rest, x: String(given.x) }), slope);
    return say('tangent-says', { w, f, slope });
  });
  hands.append(make('div', { class: 'controls' }, chosen.root, list.root));
  chosen.start();
}

/** @param {HTMLElement} hands @param {any} given @param {(w: number) => void} moved */
function line(hands, given, moved) {
  const svg = picture(hands, 'sigmoid');
  const { x, y, across } = scale(given.chart);
  const [low, high] = given.chart.x;
  const half = (high - low) / 8;
  const drawn = shape('path', { class: 's-accent thick' });
  const under = shape('path', { class: 's-accent thin' });
  const dot = shape('circle', { class: 'f-accent', r: 5.5 });
  const grip = shape('circle', { class: 'grip', r: 26 });
  svg.append(under, drawn, dot, grip);
  dragged(svg, (place) => moved(across(place)));
  return (/** @type {Row} */ [w, f, , slope]) => {
    const [left, right] = [x(w - half).toFixed(1), x(w + half).toFixed(1)];
    const [low, high] = [y(f - half * slope).toFixed(1), y(f + half * slope).toFixed(1)];
    set(drawn, { d: `M${left} ${low}L${right} ${high}` });
    set(under, { d: `M${left} ${low}H${right}V${high}` });
    for (const circle of [dot, grip]) set(circle, { cx: x(w).toFixed(1), cy: y(f).toFixed(1) });
  };
}
