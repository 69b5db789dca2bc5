// Which figures the same parts can show: those that differ in numbers alone. Others need parts of their own.

/** What lies at the bottom of a surface. @param {FigureRecipe} figure */
export const ground = ({ surface: { model, function: id, expression } }) => String(model ?? id ?? typeof expression);

/** What the map is of, and which window it asks for. @param {FigureRecipe} figure */
export const framed = (figure) => JSON.stringify([ground(figure), figure.surface.expression, figure.view?.window]);

/** @param {FigureRecipe} figure @returns {string} equal for two figures that the same parts can show */
export function shape(figure) {
  const { window, levels, height, ...view } = figure.view ?? {};
  const runs = figure.runs.map(({ method, convention, name, changes, ...rest }) => [method, convention, name, Object.keys(rest).sort()]);
  // A slider is for all runs while they agree.
  const agree = (view.knobs ?? ['learning_rate']).map((id) => new Set(figure.runs.map((run) => JSON.stringify(run[id]))).size < 2);
  return JSON.stringify([ground(figure), Object.keys(figure.surface), runs, agree, view, figure.ponders]);
}
