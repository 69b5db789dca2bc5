// A point to drag along the loss over the way walked: the slope as a triangle, the step that it makes, and both in the
// picture of all steps.
import { make } from '../dom.js';
import { short, steady } from '../numbers.js';
import { dragged, picture, readings, scale, set, shape, slider } from './parts.js';
import { say } from './words.js';

/** Where the walk stands at a step: distance walked, loss, slope, length of the step. @typedef {[number, number, number, number]} Row */

/** @param {HTMLElement} hands @param {any} given */
export function profile(hands, given) {
  /** @type {Row[]} */
  const rows = given.rows;
  const draw = triangle(hands, given, (walked) => chosen.put(given.from + nearest(rows, walked)));
  const mark = share(hands, given);
  const list = readings([say('run'), say('fall'), say('slope'), given.rate === null ? say('length') : say('length-at', { rate: short(given.rate) })]);
  const range = { min: given.from, max: given.from + rows.length - 1, value: given.start ?? given.from };
  const number = make('output', { 'aria-hidden': 'true' });
  const chosen = slider(say('step-of-way'), range, (t) => {
    const row = rows[t - given.from];
    const [slope, length] = [steady(row[2]), steady(row[3])];
    draw(row);
    mark(row);
    number.replaceChildren(String(t));
    list.tell(steady(given.run), steady(row[2] * given.run), slope, length);
    return say('profile-says', { step: t, slope, length });
  });
  chosen.root.append(number);
  hands.append(make('div', { class: 'controls' }, chosen.root, list.root));
  chosen.start();
}

/** The step closest to a place on the way. @param {Row[]} rows @param {number} walked */
function nearest(rows, walked) {
  const after = rows.findIndex((row) => row[0] >= walked);
  if (after < 0) return rows.length - 1;
  return after > 0 && walked - rows[after - 1][0] < rows[after][0] - walked ? after - 1 : after;
}

/** @param {HTMLElement} hands @param {any} given @param {(walked: number) => void} moved */
function triangle(hands, given, moved) {
  const svg = picture(hands, 'side');
  const { x, y, across } = scale(given.side);
  const area = shape('path', { class: 'f-accent tint' });
  const sides = shape('path', { class: 's-accent' });
  const step = shape('path', { class: 's-accent step' });
  const dot = shape('circle', { class: 'f-accent', r: 5.5 });
  const grip = shape('circle', { class: 'grip', r: 26 });
  const run = shape('text', { class: 'f-accent', 'text-anchor': 'middle' }, 'Δs');
  const fall = shape('text', { class: 'f-accent', dy: 4.5 }, '−Δℒ');
  svg.append(area, sides, step, dot, run, fall, grip);
  dragged(svg, (place) => moved(across(place)));
  return (/** @type {Row} */ [walked, loss, slope, length]) => {
    const [left, right] = [x(walked), x(walked + given.run)];
    const [high, low] = [y(loss), y(loss - slope * given.run)];
    const drawn = `M${left.toFixed(1)} ${high.toFixed(1)}H${right.toFixed(1)}V${low.toFixed(1)}`;
    set(area, { d: `${drawn}z` });
    set(sides, { d: `${drawn}z` });
    set(step, { d: `M${left.toFixed(1)} ${given.strip + 6}H${Math.max(x(walked + length), left + 1.5).toFixed(1)}` });
    for (const circle of [dot, grip]) set(circle, { cx: left.toFixed(1), cy: high.toFixed(1) });
    set(run, { x: ((left + right) / 2).toFixed(1), y: (high - 7).toFixed(1) });
    // Beside a shallow triangle the curve goes on: there the letters stand above it.
    const shallow = low - high < 30;
    set(fall, { x: (right + 6).toFixed(1), y: (shallow ? high - 11.5 : (high + low) / 2).toFixed(1) });
  };
}

/** @param {HTMLElement} hands @param {any} given */
function share(hands, given) {
  const svg = picture(hands, 'share');
  const { x, y } = scale(given.share);
  const lines = shape('path', { class: 's-accent thin' });
  const dot = shape('circle', { class: 'f-accent', r: 5.5 });
  svg.append(lines, dot);
  return (/** @type {Row} */ [, , slope, length]) => {
    const [cx, cy] = [x(slope).toFixed(1), y(length).toFixed(1)];
    set(lines, { d: `M${x(0)} ${cy}H${cx}V${y(0)}` });
    set(dot, { cx, cy });
  };
}
