// The numbers without a figure: what scripts import. Everything here needs `ready` first and says so.
import { ask, complete, hold } from './engine.js';
import { plain } from './plain.js';
import { EARLY } from './recovery.js';

/** @param {unknown} recipe @returns {Float64Array} runs × (steps + 1) × (parameters + 1), parameters then loss */
export function trajectory(recipe) {
  const copy = plain(recipe);
  return ask((glue) => glue.trajectory(copy));
}

/** @param {unknown} recipe @param {number} run @param {number} t @returns {Entry} point t and the update that leaves it */
export function step(recipe, run, t) {
  const copy = plain(recipe);
  return ask((glue) => glue.step(copy, run, t));
}

/** @param {unknown} recipe @returns {unknown[]} everything that is wrong with it: `{path, given, allowed}` each */
export function check(recipe) {
  const copy = plain(recipe);
  const faults = ask((glue) => glue.check(copy));
  if (faults.length > 0 && !complete()) throw new Error(EARLY);
  return faults;
}

/**
 * The link to a figure, opened at a step; of what `decode` gave, at the step that it was given at.
 * @param {unknown} figure @param {number | null} [at] @returns {string}
 */
export function encode(figure, at = /** @type {{ at?: number } | null} */ (figure)?.at) {
  const copy = plain(figure, 'figure');
  return ask((glue) => glue.encode(copy, at ?? undefined));
}

/**
 * The figure that a link says, or a whole address. Besides its keys it has `at`, the step of its reader or null, and
 * `notes` on what was not right; like `index` of a match, neither is seen by JSON, spreading or comparison.
 * @param {string} link @returns {Opened}
 */
export function decode(link) {
  const { figure, at, notes } = ask((glue) => glue.decode(String(link)));
  return /** @type {Opened} */ (Object.defineProperties(figure, { at: { value: at }, notes: { value: notes } }));
}

/** @returns {string} */
export function version() {
  return ask((glue) => glue.version());
}

/** One run, entry by entry. */
export class Run {
  #handle;
  #taken = 0;

  /** @param {unknown} recipe @param {number} run */
  constructor(recipe, run = 0) {
    const copy = plain(recipe);
    const handle = hold((glue) => new glue.Run(copy, run, this.#taken));
    ask(() => handle.use(() => {}));
    this.#handle = handle;
  }

  /** @returns {Entry | null} the next entry; null after the last */
  next() {
    const entry = this.#handle.use((run) => run.next()) ?? null;
    if (entry) this.#taken += 1;
    return entry;
  }

  /** Gives its memory back. */
  free() {
    this.#handle.free();
  }
}
