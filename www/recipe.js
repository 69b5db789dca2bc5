// Recipes out of recipes: the page changes recipes, never runs. What does not change keeps its identity.
import { turned as midway } from './turns.js';

/**
 * Moves the start of every run that starts at `from`.
 * @param {FigureRecipe} figure @param {RunFacts[]} runs @param {readonly number[]} from @param {Point} to
 * @returns {FigureRecipe}
 */
export function withStart(figure, runs, from, to) {
  const starts = (/** @type {number} */ i) => runs[i].start.every((x, axis) => x === from[axis]);
  return { ...figure, runs: figure.runs.map((run, i) => (starts(i) ? { ...run, start: to } : run)) };
}

/**
 * Sets a knob of some runs.
 * @param {FigureRecipe} figure @param {number[]} runs @param {string} knob @param {KnobFacts['value']} value
 * @returns {FigureRecipe}
 */
export function withKnob(figure, runs, knob, value) {
  return { ...figure, runs: figure.runs.map((run, i) => (runs.includes(i) ? { ...run, [knob]: value } : run)) };
}

/**
 * Gives each run a learning rate of its own; where there is none to give, it keeps what it has.
 * @param {FigureRecipe} figure @param {(number | null)[]} rates run by run
 * @returns {FigureRecipe}
 */
export function withRates(figure, rates) {
  const given = (/** @type {RunRecipe} */ run, /** @type {number} */ i) => rates[i] !== null && rates[i] !== run.learning_rate;
  return { ...figure, runs: figure.runs.map((run, i) => (given(run, i) ? { ...run, learning_rate: rates[i] } : run)) };
}

/**
 * Writes a rule as another convention has it. What that does not know is dropped, and what it must be told stays as it
 * was; null if there is no such run.
 * @param {FigureRecipe} figure @param {RunFacts} facts of the run @param {number} run @param {string} convention
 * @param {(figure: FigureRecipe) => { path: string }[]} check everything that is wrong with a figure
 * @returns {FigureRecipe | null}
 */
export function withConvention(figure, facts, run, convention, check) {
  const put = (/** @type {RunRecipe} */ other) => ({ ...figure, runs: figure.runs.map((old, i) => (i === run ? other : old)) });
  const wanted = put({ ...figure.runs[run], convention });
  const faults = check(wanted).map(({ path }) => path);
  if (faults.length === 0) return wanted;
  const keys = faults.map((path) => path.replace(`runs[${run}].`, '').split(/[.[]/)[0]);
  const kept = Object.entries(wanted.runs[run]).filter(([key]) => key === 'convention' || !keys.includes(key));
  const missing = keys.filter((key) => !(key in wanted.runs[run]));
  // A rule that knew no rate had the factor 1 in its place.
  const value = (/** @type {string} */ key) => facts.knobs.find(({ knob }) => knob.id === key)?.value ?? 1;
  const made = put(/** @type {RunRecipe} */ (Object.fromEntries([...kept, ...missing.map((key) => [key, value(key)])])));
  return check(made).length === 0 ? made : null;
}

/**
 * Sets a knob of the surface.
 * @param {FigureRecipe} figure @param {string} knob @param {KnobFacts['value']} value
 * @returns {FigureRecipe}
 */
export function withSurfaceKnob(figure, knob, value) {
  return { ...figure, surface: { ...figure.surface, [knob]: value } };
}

/**
 * Puts other data under a model. What else would follow from the data, where runs start and the window of the map, stays
 * as it is.
 * @param {FigureRecipe} figure @param {Facts} facts @param {unknown} data points, or the name of a data set
 * @returns {FigureRecipe}
 */
export function withData(figure, facts, data) {
  const runs = figure.runs.map((run, i) => (run.start ? run : { ...run, start: facts.runs[i].start }));
  const view = figure.view?.window ? figure.view : { ...figure.view, window: facts.window };
  return { ...figure, surface: { ...figure.surface, data }, runs, view };
}

/** As many digits as a hand can place. @param {Point} at @param {[Point, Point]} window @returns {Point} */
export function rounded(at, window) {
  const [w, b] = at.map((x, axis) => {
    const [low, high] = window[axis];
    const digits = Math.max(0, 3 - Math.floor(Math.log10(high - low)));
    return Number(x.toFixed(Math.min(digits, 20)));
  });
  return [w, b];
}

/** A point moved by shares of the window, kept inside. @param {readonly number[]} at @param {Point} by @param {[Point, Point]} window @returns {Point} */
export function nudged(at, by, window) {
  const [w, b] = by.map((share, axis) => {
    const [low, high] = window[axis];
    return Math.min(Math.max(at[axis] + share * (high - low), low), high);
  });
  return rounded([w, b], window);
}

/**
 * What one recipe has otherwise than another of the same runs: for a knob its id and value, or null where the rule knows
 * it no more; for a convention its name; for a start its point; for data how many they are; for rates that change
 * on the way all changes.
 * @param {[FigureRecipe, Facts]} before @param {[FigureRecipe, Facts]} after
 * @returns {{ id: string, value: unknown, run: number | null }[]}
 */
export function changes([first, was], [now, is]) {
  const runs = is.runs.flatMap((after, run) => {
    const before = was.runs[run];
    const gone = before.knobs.filter(({ knob: { id } }) => id in first.runs[run] && !after.knobs.some(({ knob }) => knob.id === id));
    const added = after.knobs.filter(({ knob: { id } }) => id in now.runs[run] && !before.knobs.some(({ knob }) => knob.id === id));
    const turns = midway(first.runs[run], now.runs[run]);
    const fresh = added.map(({ knob: { id }, value }) => ({ id, value, run }));
    return [
      ...(after.convention === before.convention ? [] : [{ id: 'convention', value: after.convention, run }]),
      ...turned(before.knobs, after.knobs, run),
      ...fresh,
      ...gone.map(({ knob: { id } }) => ({ id, value: null, run })),
      ...(turns === undefined ? [] : [{ id: 'changes', value: turns, run }]),
      ...(String(after.start) === String(before.start) ? [] : [{ id: 'start', value: after.start, run }]),
    ];
  });
  const steps = first.steps === now.steps ? [] : [{ id: 'steps', value: now.steps, run: null }];
  const data = alike(was.data, is.data) ? [] : [{ id: 'data', value: is.data.length, run: null }];
  return [...turned(was.surface.knobs, is.surface.knobs, null), ...data, ...runs, ...steps];
}

/** @param {readonly Point[]} before @param {readonly Point[]} after */
const alike = (before, after) =>
  before === after || (before.length === after.length && before.every(([x, y], i) => x === after[i][0] && y === after[i][1]));

/** Knobs that both have, at another value. @param {KnobFacts[]} before @param {KnobFacts[]} after @param {number | null} run */
function turned(before, after, run) {
  return after.flatMap(({ knob: { id }, value }) => {
    const old = before.find(({ knob }) => knob.id === id);
    return !old || old.value === value ? [] : [{ id, value, run }];
  });
}
