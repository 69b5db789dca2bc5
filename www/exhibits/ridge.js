// Who leaves the ridge first, by the bound that the reader chooses. All steps were counted when the page was built.
import { make } from '../dom.js';
import { named } from './average.js';
import { asks } from './choice.js';
import { reveal } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @typedef {(number | null)[][]} Table a rule a row, a rate a column */

/** @param {HTMLElement} hands @param {any} given */
export function ridge(hands, given) {
  asks(hands, () => {
    const result = reveal(hands);
    if (result) chooser(result, given);
  });
}

/** @param {HTMLElement} result @param {any} given */
function chooser(result, given) {
  const still = result.querySelector('.still');
  const table = still?.querySelector('table');
  if (!still || !table) return;
  const told = telling();
  const head = /** @type {Element} */ (table.querySelector('thead th'));
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')]);
  const bound = named(say('bound'), given.bounds.length, given.bounds.length - 1, (i) => {
    /** @type {Table} */
    const steps = given.tables[i];
    head.replaceChildren(say('first-beyond', { bound: given.bounds[i] }));
    rows.forEach((cells, rule) => cells.forEach((cell, rate) => {
      const step = steps[rule][rate];
      const best = Math.min(...steps.map((other) => other[rate] ?? Infinity));
      cell.classList.toggle('first', step === best);
      cell.replaceChildren(step === null ? say('never') : String(step));
    }));
    told.replaceChildren(say('ahead', { count: [0, 1, 2].filter((rate) => ahead(steps, given.adaptive, rate)).length }));
    return String(given.bounds[i]);
  });
  still.replaceWith(make('div', { class: 'controls' }, bound.root), table, told);
  bound.start();
}

/** Whether every adaptive rule is before every other. @param {Table} steps @param {boolean[]} adaptive @param {number} rate */
function ahead(steps, adaptive, rate) {
  const of = (/** @type {boolean} */ wanted) => steps.filter((_, rule) => adaptive[rule] === wanted).map((row) => row[rate] ?? Infinity);
  return Math.max(...of(true)) < Math.min(...of(false));
}
