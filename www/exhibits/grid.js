// Trying everything: how many values for each parameter, over which window, for how many parameters. The searches were
// made when the page was built; what is worked out here is how often a loss is computed.
import { make } from '../dom.js';
import { short } from '../numbers.js';
import { readings, scale, shape, slider } from './parts.js';
import { say } from './words.js';

/** Losses in a second. */
const SPEED = 1e6;
/** @type {[number, 'seconds' | 'minutes' | 'hours' | 'days' | 'years'][]} */
const UNITS = [[31_557_600, 'years'], [86_400, 'days'], [3600, 'hours'], [60, 'minutes'], [1, 'seconds']];

/** @param {HTMLElement} hands @param {any} given */
export function grid(hands, given) {
  const maps = [...hands.querySelectorAll('svg.map')];
  hands.querySelector('.still')?.remove();
  const nodes = maps.map((map) => {
    const drawn = { dots: shape('path', { class: 'nodes' }), best: shape('circle', { class: 's-accent', r: 7, 'stroke-width': 2.5 }) };
    map.append(drawn.dots, drawn.best);
    return drawn;
  });
  const list = readings([say('lowest-at'), say('its-loss'), say('losses'), say('takes')]);
  const at = { half: 0, side: 3, n: 2 };
  const show = () => {
    const side = given.sides[at.side];
    const [w, b, loss] = given.found[at.half][at.side];
    maps.forEach((map, i) => map.toggleAttribute('hidden', i !== at.half));
    mark(nodes[at.half], given.maps[at.half], side, [w, b]);
    const count = BigInt(side) ** BigInt(at.n);
    list.tell(`(${short(w)}, ${short(b)})`, short(loss), grouped(count), lasts(Number(count) / SPEED));
  };
  /** @param {'values-each' | 'window-size' | 'parameters'} label @param {{ min: number, max: number, value: number }} range @param {(i: number) => string} put */
  const knob = (label, range, put) => {
    const number = make('output', { 'aria-hidden': 'true' });
    const made = slider(say(label), range, (value) => {
      const said = put(value);
      number.replaceChildren(said);
      show();
      return said;
    });
    made.root.append(number);
    return made;
  };
  // By size, whatever the order on paper.
  const order = given.halves.map((/** @type {number} */ _, /** @type {number} */ i) => i).sort((/** @type {number} */ i, /** @type {number} */ j) => given.halves[i] - given.halves[j]);
  const knobs = [
    knob('values-each', { min: 0, max: given.sides.length - 1, value: at.side }, (i) => String(given.sides[at.side = i])),
    knob('window-size', { min: 0, max: order.length - 1, value: order.indexOf(0) }, (i) => `±${given.halves[at.half = order[i]]}`),
    knob('parameters', { min: 1, max: 10, value: at.n }, (n) => String(at.n = n)),
  ];
  hands.append(make('div', { class: 'controls' }, ...knobs.map((one) => one.root), list.root));
  knobs.forEach((one) => one.start());
}

/** @param {{ dots: Element, best: Element }} drawn @param {import('./parts.js').Chart} map @param {number} side @param {number[]} best */
function mark({ dots, best }, map, side, [w, b]) {
  const { x, y } = scale(map);
  const along = (/** @type {[number, number]} */ [from, to]) => Array.from({ length: side }, (_, i) => from + ((to - from) * i) / (side - 1));
  const rows = along(map.y).map((height) => y(height).toFixed(1));
  dots.setAttribute('d', along(map.x).flatMap((place) => rows.map((row) => `M${x(place).toFixed(1)} ${row}h0`)).join(''));
  dots.setAttribute('stroke-width', String(side > 60 ? 0.8 : side > 30 ? 1.5 : 2.5));
  best.setAttribute('cx', x(w).toFixed(1));
  best.setAttribute('cy', y(b).toFixed(1));
}

/** Digits in threes. @param {bigint} count */
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u2009');

/** @param {number} seconds */
function lasts(seconds) {
  if (seconds < 1) return say('at-once');
  const [size, unit] = UNITS.find(([size]) => seconds >= size) ?? UNITS[UNITS.length - 1];
  const count = Number((seconds / size).toPrecision(2));
  return say(unit, { count: count < 1e4 ? String(count) : grouped(BigInt(count)) });
}
