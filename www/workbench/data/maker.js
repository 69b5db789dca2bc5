// Data made to order: a curve whose weights are known, noise, inputs that are mostly 0. The numbers' side makes them from
// a seed, so that the same order is always the same data.
import { make, on } from '../../dom.js';
import { wrong } from '../../words.js';
import { say, sayOr } from '../words.js';

/** @typedef {{ curve: 'line' | 'sigmoid', w: number, b: number, rows: number, zeros: number, low: number, high: number, noise: number, seed: number }} Order */

/** What is offered to begin with. @type {Record<string, Order>} */
const KINDS = {
  sparse: { curve: 'sigmoid', w: 4, b: -1, rows: 100, zeros: 0.8, low: 0, high: 1, noise: 0, seed: 1 },
  sigmoid: { curve: 'sigmoid', w: 2, b: -1, rows: 30, zeros: 0, low: -3, high: 3, noise: 0.05, seed: 1 },
  line: { curve: 'line', w: 2, b: 1, rows: 30, zeros: 0, low: -1, high: 1, noise: 0.2, seed: 1 },
};

const FIELDS = /** @type {const} */ (['w', 'b', 'rows', 'zeros', 'low', 'high', 'noise', 'seed']);

/** The weights of so many inputs, of which the first is the reader's. @param {number} w @param {number} inputs */
const weights = (w, inputs) => Array.from({ length: inputs }, (_, i) => w * [1, -1, 0.5, 0][i]);

/**
 * @param {{ make(order: MadeOrder): number[][], columns(): number, take(rows: number[][]): void, locked(): boolean }} does @param {AbortSignal} signal
 */
export function maker({ make: made, columns, take, locked }, signal) {
  const kind = make('select', { class: 'choice' }, ...Object.keys(KINDS).map((id) => make('option', { value: id }, sayOr(`made-${id}`, id))));
  const fields = FIELDS.map((id) => {
    const field = make('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'number' });
    return { id, field, root: make('label', {}, say(`made-${id}`), ' ', field) };
  });
  const told = make('p', { class: 'told', role: 'status' });
  const fill = () => fields.forEach(({ id, field }) => { field.value = String(KINDS[kind.value][id]); });
  const order = () => {
    const given = Object.fromEntries(fields.map(({ id, field }) => [id, number(field.value)]));
    return /** @type {MadeOrder} */ ({ ...given, curve: KINDS[kind.value].curve, w: weights(Number(given.w), columns() - 1) });
  };
  const work = () => {
    if (locked()) return;
    try {
      const asked = order();
      take(made(asked));
      told.replaceChildren(say('made', { count: Number(asked.rows), seed: Number(asked.seed) }));
    } catch (error) {
      told.replaceChildren(wrong(error));
    }
  };
  const again = () => {
    const seed = fields.find(({ id }) => id === 'seed');
    if (seed) seed.field.value = String(Math.trunc(Number(number(seed.field.value)) || 0) + 1);
    work();
  };
  const button = (/** @type {'make' | 'make-other'} */ key, /** @type {() => void} */ act) => {
    const root = make('button', { type: 'button', class: key === 'make' ? 'main' : 'quiet' }, say(key));
    on(root, 'click', act, signal);
    return root;
  };
  on(kind, 'change', fill, signal);
  const root = make('details', { class: 'maker' }, make('summary', {}, say('make-data')),
    make('div', { class: 'order' }, make('label', {}, say('made-kind'), ' ', kind), ...fields.map((field) => field.root)),
    make('p', { class: 'tools' }, button('make', work), button('make-other', again)), told);
  on(root, 'keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) work();
    if (event.key !== 'Escape') event.stopPropagation();
  }, signal);
  fill();
  return root;
}

/** A number as it was typed, with a point or a comma; what is none is told by who checks it. @param {string} text */
function number(text) {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return plain === '' || Number.isNaN(Number(plain)) ? text : Number(plain);
}
