// Figures with other data, another model, another reduction.
import { withData } from '../../recipe.js';
import { width } from './rows.js';

/** @typedef {readonly (readonly number[])[]} Numbers */

/** @param {FigureRecipe} figure @param {Facts} facts @param {Numbers | string} data @param {Numbers} validation @returns {FigureRecipe} */
export function withRows(figure, facts, data, validation) {
  const { surface: { validation: _, ...surface }, ...rest } = facts.surface.domain ? withData(figure, facts, data) : figure;
  return { ...rest, surface: { ...surface, data, ...(validation.length > 0 && { validation }) } };
}

/** @param {FigureRecipe} figure @param {string} reduce @returns {FigureRecipe} */
export const withReduce = (figure, reduce) => ({ ...figure, surface: { ...figure.surface, reduce } });

/**
 * Another model over the same data. Where it has as many inputs all else stays; else, and after a function, the runs begin where
 * the new surface says, and it is looked at afresh.
 * @param {FigureRecipe} figure @param {Facts} facts @param {string} model @param {Numbers | string} data what it is fitted to @param {Numbers} validation
 * @returns {FigureRecipe}
 */
export function withModel(figure, facts, model, data, validation) {
  const { surface: { model: old, reduce } } = figure;
  const surface = { model, data, ...(reduce !== undefined && { reduce }), ...(validation.length > 0 && { validation }) };
  if (old !== undefined && width(old) === width(model)) return { ...withData(figure, facts, data), surface };
  const { window, levels, camera, views, curves, height, ...view } = figure.view ?? {};
  const wider = width(model) > 2;
  return { ...figure, surface, runs: figure.runs.map(({ start, ...run }) => run), view: wider ? { ...view, views: ['curves', 'table'] } : { ...view, views: ['surface', 'contour', 'fit', 'curves'] } };
}

/** Rows for a model with another number of inputs: the first input and the answer stay, what is missing is 0. @param {Numbers} rows @param {number} columns */
export const widened = (rows, columns) => rows.map((row) => [row[0], ...Array(columns - 2).fill(0), row[row.length - 1]]);
