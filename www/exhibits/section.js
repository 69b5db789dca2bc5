// A point on a straight way over a map, and the same point on the land along it: what the distance between level lines
// says, and what the slopes are. Every number was made when the page was built.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { dragged, picture, readings, scale, set, shape, slider } from './parts.js';
import { say } from './words.js';

/** Way walked, pixel on the map, loss, distance between the lines around it, slope along, length of the gradient. @typedef {[number, number, number, number, number | null, number, number]} Row */

/** @param {HTMLElement} hands @param {any} given */
export function section(hands, given) {
  /** @type {Row[]} */
  const rows = given.rows;
  const [map, side] = [picture(hands, 'map'), picture(hands, 'side')];
  const { x, y, across } = scale(given.chart);
  const dots = [map, side].map((svg) => {
    const dot = shape('circle', { class: 'f-accent', r: 5.5 });
    const grip = shape('circle', { class: 'grip', r: 26 });
    svg.append(dot, grip);
    return [dot, grip];
  });
  const nearest = (/** @type {(row: Row) => number} */ off) => {
    const found = rows.map(off);
    return found.indexOf(Math.min(...found));
  };
  dragged(map, (px, py) => chosen.put(nearest((row) => Math.hypot(row[1] - px, row[2] - py))));
  dragged(side, (place) => chosen.put(nearest((row) => Math.abs(row[0] - across(place)))));
  const list = readings([say('section-loss'), say('section-gap'), say('section-mean', { every: given.every }), say('section-along'), say('section-gradient')]);
  const chosen = slider(say('along-way'), { min: 0, max: rows.length - 1, value: Math.round(rows.length * 0.3) }, (i) => {
    const [walked, px, py, loss, gap, along, gradient] = rows[i];
    dots[0].forEach((dot) => set(dot, { cx: px, cy: py }));
    dots[1].forEach((dot) => set(dot, { cx: x(walked).toFixed(1), cy: y(loss).toFixed(1) }));
    const known = gap === null ? [say('no-lines'), '–'] : [steady(gap), steady(given.every / gap)];
    list.tell(steady(loss), ...known, steady(along), steady(gradient));
    return say('section-says', { loss: steady(loss), along: steady(along), gradient: steady(gradient) });
  });
  hands.append(make('div', { class: 'controls' }, chosen.root, list.root));
  chosen.start();
}
