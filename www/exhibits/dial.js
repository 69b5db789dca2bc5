// A direction u to turn at a point: its angle to the gradient, and how fast the loss changes along it. The gradient and
// every loss come from `step`; the angle of the reader's own arrow is all that is worked out here.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { steady } from '../numbers.js';
import { step } from '../ponder.js';
import { dragged, picture, readings, scale, set, shape, slider } from './parts.js';
import { say } from './words.js';

const FIRST = 60;
const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;

/** @param {HTMLElement} hands @param {any} given */
export async function dial(hands, given) {
  await begun();
  const there = (/** @type {number[]} */ start) => step({ surface: given.surface, runs: [{ ...given.run, start }], steps: 1 }, 0, 0);
  const here = there(given.at);
  const [gw, gb] = /** @type {Point} */ (here.gradient);
  const bearing = Math.atan2(gb, gw);
  const draw = arrow(picture(hands, 'compass'), given, bearing, (turn) => turner.put(turn));
  const plot = dots(picture(hands, 'rates'), given);
  const list = readings([say('angle'), say('cosine'), say('forecast'), say('measured')]);
  const turner = slider(say('direction'), { min: 0, max: 360, value: FIRST }, (turn) => {
    const u = [Math.cos(bearing + radians(turn)), Math.sin(bearing + radians(turn))];
    const loss = there(given.at.map((/** @type {number} */ x, /** @type {number} */ i) => x + given.length * u[i])).loss;
    const rate = (Number(loss) - Number(here.loss)) / given.length;
    const angle = turn > 180 ? 360 - turn : turn;
    const cosine = steady(Number(Math.cos(radians(turn)).toFixed(4)));
    draw(turn);
    plot(turn, rate);
    list.tell(say('degrees', { angle }), cosine, steady(gw * u[0] + gb * u[1]), steady(rate));
    return say('dial-says', { angle, cosine, rate: steady(rate) });
  });
  hands.append(make('div', { class: 'controls' }, turner.root, list.root));
  turner.start();
}

/**
 * The arrow in the compass, and the arc from the gradient to it.
 * @param {SVGSVGElement} svg @param {any} given @param {number} bearing @param {(turn: number) => void} turned
 */
function arrow(svg, { middle: [x, y], one }, bearing, turned) {
  const at = (/** @type {number} */ turn, /** @type {number} */ length) => {
    const angle = bearing + radians(turn);
    return [x + length * Math.cos(angle), y - length * Math.sin(angle)].map((place) => place.toFixed(1));
  };
  const arc = shape('path', { class: 's-accent thin' });
  const line = shape('path', { class: 's-accent thick' });
  const head = shape('path', { class: 'f-accent' });
  const name = shape('text', { class: 'f-accent', 'text-anchor': 'middle', dy: 4.5 }, 'u');
  const grip = shape('circle', { class: 'grip', r: 24 });
  svg.append(arc, line, head, name, grip);
  dragged(svg, (px, py) => {
    const turn = ((Math.atan2(y - py, px - x) - bearing) * 180) / Math.PI;
    turned(Math.round(((turn % 360) + 360) % 360));
  });
  return (/** @type {number} */ turn) => {
    const [tip, ear, other] = [at(turn, one), at(turn - 3.4, one - 12), at(turn + 3.4, one - 12)];
    const [from, to] = turn > 180 ? [at(turn, 30), at(0, 30)] : [at(0, 30), at(turn, 30)];
    set(line, { d: `M${x} ${y}L${at(turn, one - 10).join(' ')}` });
    set(head, { d: `M${tip.join(' ')}L${ear.join(' ')}L${other.join(' ')}z` });
    set(arc, { d: `M${from.join(' ')}A30 30 0 0 0 ${to.join(' ')}` });
    const [nx, ny] = at(turn, 1.16 * one);
    set(name, { x: nx, y: ny });
    set(grip, { cx: tip[0], cy: tip[1] });
  };
}

/** What has been measured so far stays. @param {SVGSVGElement} svg @param {any} given */
function dots(svg, given) {
  const { x, y } = scale(given.chart);
  const trail = shape('g', {});
  const now = shape('circle', { class: 'f-accent', r: 5.5 });
  const seen = new Set();
  svg.append(trail, now);
  return (/** @type {number} */ turn, /** @type {number} */ rate) => {
    const place = { cx: x(turn).toFixed(1), cy: y(rate).toFixed(1) };
    if (!seen.has(turn)) trail.append(shape('circle', { ...place, class: 'f-accent faint', r: 2.5 }));
    seen.add(turn);
    set(now, place);
  };
}
