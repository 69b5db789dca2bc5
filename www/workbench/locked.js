// While a question waits the recipe is not the reader's to change: it is said, and the controls rest.
import { say as figureSays } from '../words.js';
import { make, on } from '../dom.js';

/** @param {import('./bench.js').Bench} bench @param {...HTMLElement} parts what rests @returns {HTMLElement} why */
export function locked(bench, ...parts) {
  const why = make('p', { class: 'remark' }, figureSays('locked'));
  const show = () => {
    why.hidden = !bench.locked;
    for (const part of parts) part.inert = bench.locked;
  };
  for (const type of ['change', 'question']) on(bench, type, show, bench.signal);
  show();
  return why;
}
