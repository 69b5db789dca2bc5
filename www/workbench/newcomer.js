// A run that joins the others: a method that is not there yet, with a rate that suits the ground.
import { trajectory } from '../ponder.js';
import { asMethod, middle } from './recipes.js';

/** Rates that are tried: a few to a decade, by trial as a reader would. */
const RATES = [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** How many steps a trial takes at most: this is done while somebody waits for a click. */
const TRIAL = 400;

/** How far beyond the window a run may go and still be sensible, in windows. */
const BEYOND = 0.5;

/** The method to add next: the first that no run has yet. @param {FigureRecipe} figure @param {MethodInfo[]} methods */
export function nextMethod(figure, methods) {
  return methods.find(({ id }) => !figure.runs.some(({ method }) => method === id)) ?? methods[0];
}

/**
 * A run of a method, from where the others start.
 * @param {import('./bench.js').Bench} bench @param {RunRecipe} like @param {MethodInfo} method @param {string} convention
 * @returns {RunRecipe}
 */
export function newcomer(bench, like, method, convention) {
  const { learning_rate: _, schedule, momentum_schedule: __, changes, name, ...rest } = like;
  const form = method.forms.find((other) => other.convention === convention) ?? method.forms[0];
  const run = asMethod(/** @type {RunRecipe} */ (rest), method, convention, middle);
  const rated = form.knobs.some(({ id, default: usual }) => id === 'learning_rate' && usual === null);
  return rated ? { ...run, learning_rate: rate(bench, run) } : run;
}

/** The rate that ends lowest of those that keep the run in sight. @param {import('./bench.js').Bench} bench @param {RunRecipe} run */
function rate({ figure: { surface, steps }, facts }, run) {
  const most = Math.min(steps, TRIAL);
  const width = facts.surface.parameters.length + 1;
  const rows = trajectory({ surface, steps: most, runs: RATES.map((learning_rate) => ({ ...run, learning_rate })) });
  const last = (/** @type {number} */ i) => rows.subarray((i * (most + 1) + most) * width, (i + 1) * (most + 1) * width);
  const ends = RATES.map((learning_rate, i) => ({ learning_rate, loss: last(i)[width - 1], seen: inSight(rows.subarray(i * (most + 1) * width, (i + 1) * (most + 1) * width), width, facts.window) }));
  const sane = ends.filter(({ loss, seen }) => Number.isFinite(loss) && seen);
  return sane.reduce((best, other) => (other.loss < best.loss ? other : best), sane[0] ?? ends[0]).learning_rate;
}

/** @param {Float64Array} rows @param {number} width @param {[Point, Point]} window */
function inSight(rows, width, window) {
  if (width !== 3) return true;
  return window.every(([low, high], axis) => {
    const air = BEYOND * (high - low);
    return rows.every((x, i) => i % width !== axis || (x > low - air && x < high + air));
  });
}
