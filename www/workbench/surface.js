// The function that the runs go down: the reader's own, as typed.
import { make, on } from '../dom.js';
import { say } from './words.js';

/** @type {import('./index.js').Tool} */
export const surface = { id: 'surface', open };

/** @param {import('./bench.js').Bench} bench */
function open(bench) {
  const field = make('input', { type: 'text', class: 'formula', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off' });
  const told = make('p', { class: 'told', role: 'status' });
  on(field, 'input', () => {
    try {
      bench.edit(typed(bench.figure, field.value), say('said-function'));
      told.replaceChildren();
    } catch (error) {
      told.replaceChildren(error instanceof Error ? error.message : String(error));
    }
  }, bench.signal);
  on(bench, 'change', () => {
    const { expression } = bench.figure.surface;
    if (typeof expression === 'string' && field.getRootNode() instanceof ShadowRoot && /** @type {ShadowRoot} */ (field.getRootNode()).activeElement !== field) field.value = expression;
  }, bench.signal);
  return make('div', {}, make('label', { class: 'typed' }, make('span', {}, 'f(w, b) ='), field), told);
}

/** The same runs on another function, from where they then start and in the window that shows it. @param {FigureRecipe} figure @param {string} expression @returns {FigureRecipe} */
function typed(figure, expression) {
  const { window, levels, camera, ...view } = figure.view ?? {};
  const runs = figure.runs.map(({ start, ...run }) => run);
  return { ...figure, surface: { expression }, runs, view };
}
