// Recipes out of recipes, as tools make them. What does not change keeps its identity.

/** The kind of a surface, as the list of surfaces has it. @param {FigureRecipe} figure */
export function kindOf({ surface: { model, function: id } }) {
  return model ? `model:${model}` : id ? `function:${id}` : 'expression';
}

/**
 * The same runs on other ground: from where they then start, through the window that shows it.
 * @param {FigureRecipe} figure @param {Record<string, unknown>} surface @param {{ flat: boolean, model: boolean }} kind flat: more than two parameters
 * @returns {FigureRecipe}
 */
export function withGround(figure, surface, { flat, model }) {
  const { window, levels, camera, height, views = [], ...view } = figure.view ?? {};
  const runs = figure.runs.map(({ start, batch, ...run }) => (model && batch ? { ...run, batch } : run));
  const plain = views.filter((name) => name !== 'fit');
  const drawn = /** @type {ViewName[]} */ (['surface', 'contour']);
  const rest = plain.filter((name) => !drawn.includes(name));
  const shown = flat ? rest : [...drawn, ...(model ? /** @type {ViewName[]} */ (['fit']) : []), ...rest];
  return { ...figure, surface, runs: /** @type {RunRecipe[]} */ (runs), view: { ...view, views: shown } };
}

/** @param {FigureRecipe} figure @param {[Point, Point] | null} window null: the surface's own @returns {FigureRecipe} */
export function withWindow(figure, window) {
  const { window: _, ...view } = figure.view ?? {};
  return { ...figure, view: window ? { ...view, window } : view };
}

/** Every run from one place; none: where the surface says. @param {FigureRecipe} figure @param {number[] | null} start @returns {FigureRecipe} */
export function withAllStarts(figure, start) {
  return { ...figure, runs: figure.runs.map(({ start: _, ...run }) => /** @type {RunRecipe} */ (start ? { ...run, start } : run)) };
}

/**
 * Sets keys of one run; undefined takes a key out.
 * @param {FigureRecipe} figure @param {number} run @param {Record<string, unknown>} keys @returns {FigureRecipe}
 */
export function withRun(figure, run, keys) {
  const changed = Object.entries({ ...figure.runs[run], ...keys }).filter(([, value]) => value !== undefined);
  return { ...figure, runs: figure.runs.map((old, i) => (i === run ? /** @type {RunRecipe} */ (Object.fromEntries(changed)) : old)) };
}

/**
 * A run of another method: what every run can have, and of the knobs those that both forms have.
 * @param {RunRecipe} run @param {MethodInfo} method @param {string} convention @param {(knob: KnobInfo) => unknown} value for what must be given
 * @returns {RunRecipe}
 */
export function asMethod(run, method, convention, value) {
  const form = method.forms.find((other) => other.convention === convention) ?? method.forms[0];
  const known = form.knobs.map(({ id }) => id);
  const shared = ['start', 'batch', 'noise', ...(known.includes('learning_rate') ? ['learning_rate', 'schedule', 'changes'] : []), ...(known.includes('momentum') ? ['momentum', 'momentum_schedule'] : [])];
  const kept = Object.entries(run).filter(([key]) => shared.includes(key));
  const missing = form.knobs.filter((knob) => knob.default === null && !kept.some(([key]) => key === knob.id)).map((knob) => [knob.id, value(knob)]);
  const as = form === method.forms[0] ? {} : { convention: form.convention };
  return /** @type {RunRecipe} */ ({ method: method.id, ...as, ...Object.fromEntries([...kept, ...missing]) });
}

/** A knob's value where nobody has said one: the middle of its slider. @param {KnobInfo} knob */
export function middle({ min, max, scale, default: usual }) {
  if (usual !== null) return usual;
  const value = scale === 'log' ? Math.sqrt(Math.max(min, 1e-12) * max) : (min + max) / 2;
  return Number(value.toPrecision(2));
}

/** @template T @param {T[]} list @param {number} from @param {number} to */
export function moved(list, from, to) {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}
