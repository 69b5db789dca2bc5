// What momentum remembers, a bar for each step: a slider for the share, one for the step. All numbers were made when the
// page was built; here a bar is put up as high as its gradient step, times what is left of it.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { picture, readings, scale, set, shape, slider } from './parts.js';
import { say } from './words.js';

/** For each parameter a row of gradient steps and of velocities, and what is left after so many steps. @typedef {{ share: number, fresh: number[][], sum: number[][], weights: number[] }} Run */

/** @param {HTMLElement} hands @param {any} given */
export function memory(hands, given) {
  /** @type {Run[]} */
  const runs = given.runs;
  const draws = given.charts.map((/** @type {any} */ chart, /** @type {number} */ axis) => heap(hands, given, chart, axis));
  const names = ['w', 'b'].slice(0, draws.length);
  const list = readings([...names.map((name) => say('newest-along', { name })), ...names.map((name) => say('velocity-along', { name }))]);
  const chosen = { run: given.show, t: given.steps };
  const numbers = [make('output', { 'aria-hidden': 'true' }), make('output', { 'aria-hidden': 'true' })];
  const show = () => {
    const { share, fresh, sum, weights } = runs[chosen.run];
    const at = chosen.t - 1;
    draws.forEach((/** @type {(pieces: number[], weights: number[]) => void} */ draw, /** @type {number} */ axis) => {
      const left = fresh[axis].slice(0, chosen.t).map((_, i) => weights[at - i]);
      draw(left.map((weight, i) => weight * fresh[axis][i]), left);
    });
    const velocity = sum.map((row) => steady(row[at]));
    numbers[0].replaceChildren(String(share));
    numbers[1].replaceChildren(String(chosen.t));
    list.tell(...fresh.map((row) => steady(row[at])), ...velocity);
    return say('memory-says', { share, step: chosen.t, velocity: velocity.join(', ') });
  };
  const share = slider(say('memory-share'), { min: 0, max: runs.length - 1, value: given.show }, (i) => { chosen.run = i; return show(); });
  const step = slider(say('after-step'), { min: 1, max: given.steps, value: given.steps }, (t) => { chosen.t = t; return show(); });
  share.root.append(numbers[0]);
  step.root.append(numbers[1]);
  hands.append(make('div', { class: 'controls' }, share.root, step.root, list.root));
  share.start();
  step.start();
}

/** The bars of one parameter, and their pile. @param {HTMLElement} hands @param {any} given @param {any} chart @param {number} axis */
function heap(hands, given, chart, axis) {
  const svg = picture(hands, `along-${axis}`);
  const { x, y } = scale(chart);
  const [left, right] = given.column.map((/** @type {number} */ place) => chart.plot[0][1] + place);
  const bars = shape('g', {});
  const net = shape('path', { class: 's-run-0', 'stroke-width': 2.5 });
  svg.append(bars, net);
  return (/** @type {number[]} */ pieces, /** @type {number[]} */ weights) => {
    const piled = { up: 0, down: 0 };
    bars.replaceChildren(...pieces.flatMap((piece, i) => {
      const side = piece > 0 ? 'up' : 'down';
      const from = piled[side];
      piled[side] += piece;
      return [bar([x(i + 0.1), x(i + 0.9)], [y(0), y(piece)], weights[i]), bar([left, right], [y(from), y(piled[side])], weights[i])];
    }));
    const height = y(piled.up + piled.down).toFixed(1);
    set(net, { d: `M${left - 5} ${height}H${right + 5}` });
  };
}

/** @param {[number, number]} across @param {[number, number]} along @param {number} weight */
function bar([left, right], [from, to], weight) {
  const size = { width: (right - left).toFixed(1), height: Math.abs(to - from).toFixed(1) };
  return shape('rect', { class: 'f-accent piece', 'fill-opacity': (0.25 + 0.75 * weight).toFixed(2), x: left.toFixed(1), y: Math.min(from, to).toFixed(1), ...size });
}
