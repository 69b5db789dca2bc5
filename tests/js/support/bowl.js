// A stand-in for the generated glue: the bowl w² + b², gradient descent, and a fuse that traps when a test lights it.

/** What the tests may look at and set. */
export const state = { fuse: 0, resets: 0, made: 0, freed: 0, looks: /** @type {any[]} */ ([]) };

export function __wbg_reset_state() {
  state.resets += 1;
}

/** Traps as often as the fuse says. */
function burn() {
  if (state.fuse > 0) {
    state.fuse -= 1;
    throw new WebAssembly.RuntimeError('unreachable');
  }
}

/** @param {any} recipe @param {number} run */
function path(recipe, run) {
  if (!recipe?.runs?.[run]) throw Object.assign(new Error('runs: missing'), { path: 'runs' });
  const { start = [1, 1], learning_rate: rate } = recipe.runs[run];
  const rows = [];
  for (let t = 0, [w, b] = start; t <= recipe.steps; t += 1, w -= rate * 2 * w, b -= rate * 2 * b) rows.push(w, b, w * w + b * b);
  return Float64Array.from(rows);
}

/** @param {any} recipe */
export function trajectory(recipe) {
  burn();
  return path(recipe, 0);
}

export const version = () => '0.0.0';

/** It is all of it: a page that has less has no links. */
export function decode() {
  throw new Error('the bowl has no links');
}

export class Run {
  /** @param {any} recipe @param {number} run @param {number} [from] */
  constructor(recipe, run, from = 0) {
    this.rows = path(recipe, run);
    this.t = from;
  }

  next() {
    burn();
    if (this.t * 3 >= this.rows.length) return null;
    const entry = { t: this.t, at: [...this.rows.subarray(this.t * 3, this.t * 3 + 2)] };
    this.t += 1;
    return entry;
  }

  free() {
    state.freed += 1;
  }
}

export class Figure {
  /** @param {any} recipe */
  constructor(recipe) {
    state.made += 1;
    this.change(recipe);
  }

  /** @param {any} recipe */
  change(recipe) {
    path(recipe, 0);
    this.recipe = recipe;
    this.runs = recipe.runs.length;
    this.steps = recipe.steps;
  }

  facts() {
    const surface = { title: 'Bowl', formula: '', parameters: ['w', 'b'], domain: [[-2, 2], [-2, 2]], start: [1, 1], minima: [[0, 0]], knobs: [], model: false };
    const runs = this.recipe.runs.map((/** @type {any} */ run) => ({
      name: run.method, method: run.method, convention: 'course', formula: [], start: run.start ?? [1, 1], color: {},
      knobs: [{ knob: { id: 'learning_rate', default: null }, value: run.learning_rate }],
    }));
    return { surface, window: surface.domain, fit: null, camera: { yaw: 0, pitch: 0 }, runs };
  }

  /** @param {number} run */
  points(run) {
    burn();
    return path(this.recipe, run);
  }

  /** @param {number} t */
  parts(t) {
    return t < this.steps ? ['gradient', 'move'] : [];
  }

  /** @param {number} run @param {any} event */
  event(run, event) {
    const rows = this.points(run);
    const t = Array.from({ length: this.steps + 1 }, (_, t) => rows[t * 3 + 2]).findIndex((loss) => loss < event.loss_below);
    return t < 0 ? undefined : t;
  }

  turn() {}

  /** @param {number[] | undefined} window @param {boolean} moving */
  look(window, moving) {
    burn();
    state.looks.push({ window: window && [...window], moving });
    return Float64Array.from(window ?? this.facts().window.flat());
  }

  free() {
    state.freed += 1;
  }
}

/** Lets the download come to its end. @type {(value?: unknown) => void} */
export let arrive = () => {};

const arrived = new Promise((resolve) => { arrive = resolve; });

export default function init() {
  return arrived;
}
