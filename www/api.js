// The numbers without a figure: what scripts import. Everything here needs `ready` first and says so.
import { call, hold } from './engine.js';
import { plain } from './plain.js';

/** @param {unknown} recipe @returns {Float64Array} runs × (steps + 1) × (parameters + 1), parameters then loss */
export function trajectory(recipe) {
  const copy = plain(recipe);
  return call((glue) => glue.trajectory(copy));
}

/** @param {unknown} recipe @param {number} run @param {number} t @returns {Entry} point t and the update that leaves it */
export function step(recipe, run, t) {
  const copy = plain(recipe);
  return call((glue) => glue.step(copy, run, t));
}

/** @param {unknown} recipe @returns {unknown[]} everything that is wrong with it: `{path, given, allowed}` each */
export function check(recipe) {
  const copy = plain(recipe);
  return call((glue) => glue.check(copy));
}

/** @returns {string} */
export function version() {
  return call((glue) => glue.version());
}

/** One run, entry by entry. */
export class Run {
  #handle;
  #taken = 0;

  /** @param {unknown} recipe @param {number} run */
  constructor(recipe, run = 0) {
    const copy = plain(recipe);
    this.#handle = hold((glue) => new glue.Run(copy, run, this.#taken));
    this.#handle.use(() => {});
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
