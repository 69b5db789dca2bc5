// How far back an average remembers: the reader guesses how many squares hold half of the weight, then moves the decay.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { picture, readings, scale, set, shape, slider } from './parts.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @typedef {{ decay: number, weights: number[], half: number, total: string, tenth: string }} Row */

/** @param {HTMLElement} hands @param {any} given */
export function forgetting(hands, given) {
  /** @type {Row[]} */
  const rows = given.rows;
  const first = rows[given.first];
  const draw = bars(hands, given, first.weights.length);
  const list = readings([say('forget-newest'), say('forget-tenth'), say('forget-half'), say('forget-total', { back: given.back })]);
  const decay = slider(say('forget-decay'), { min: 0, max: rows.length - 1, value: given.first }, (i) => {
    const row = rows[i];
    draw(row);
    list.tell(steady(row.weights[0]), row.tenth, say('forget-squares', { count: row.half }), row.total);
    return say('forget-says', { decay: row.decay, count: row.half });
  });
  const controls = make('div', { class: 'controls', hidden: '' }, decay.root, list.root);
  const told = telling();
  const buttons = given.offers.map((/** @type {number} */ offer) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' }, String(offer));
    button.addEventListener('click', () => {
      for (const other of buttons) other.disabled = true;
      button.setAttribute('aria-pressed', 'true');
      told.replaceChildren(say(offer === first.half ? 'forget-right' : 'forget-wrong', { count: first.half }));
      controls.hidden = false;
      decay.start();
    });
    return button;
  });
  hands.append(make('div', { class: 'verdicts' }, make('p', {}, say('forget-ask', { decay: first.decay })), make('div', { class: 'buttons' }, ...buttons)), told, controls);
}

/** The bars, empty until they are asked for. @param {HTMLElement} hands @param {any} given @param {number} count */
function bars(hands, given, count) {
  const svg = picture(hands, 'forgetting');
  const { x, y } = scale(given.chart);
  const all = Array.from({ length: count }, (_, k) => shape('rect', { class: 'f-accent', x: x(k).toFixed(1), width: (0.8 * (x(1) - x(0))).toFixed(1) }));
  svg.append(...all);
  return (/** @type {Row} */ { weights, half }) => {
    all.forEach((bar, k) => {
      const top = y(weights[k]);
      set(bar, { y: top.toFixed(1), height: (y(0) - top).toFixed(1), 'fill-opacity': k < half ? 1 : 0.4 });
    });
  };
}
