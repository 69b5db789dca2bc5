// Recipes out of recipes: the page changes recipes, never runs. What does not change keeps its identity.

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
 * What one recipe has otherwise than another of the same runs: for a knob its id and value, for a start its point,
 * for data how many they are.
 * @param {[FigureRecipe, Facts]} before @param {[FigureRecipe, Facts]} after
 * @returns {{ id: string, value: unknown, run: number | null }[]}
 */
export function changes([first, was], [now, is]) {
  const turned = (/** @type {KnobFacts[]} */ before, /** @type {KnobFacts[]} */ after, /** @type {number | null} */ run) =>
    after.flatMap(({ knob: { id }, value }, i) => (value === before[i]?.value ? [] : [{ id, value, run }]));
  const runs = is.runs.flatMap((after, run) => {
    const before = was.runs[run];
    const moved = String(after.start) === String(before.start) ? [] : [{ id: 'start', value: after.start, run }];
    return [...turned(before.knobs, after.knobs, run), ...moved];
  });
  const steps = first.steps === now.steps ? [] : [{ id: 'steps', value: now.steps, run: null }];
  const data = alike(was.data, is.data) ? [] : [{ id: 'data', value: is.data.length, run: null }];
  return [...turned(was.surface.knobs, is.surface.knobs, null), ...data, ...runs, ...steps];
}

/** @param {readonly Point[]} before @param {readonly Point[]} after */
const alike = (before, after) =>
  before === after || (before.length === after.length && before.every(([x, y], i) => x === after[i][0] && y === after[i][1]));
