// A sweep of learning rates in slices, so that the page stays quick under the reader's hands.
import { hold } from './engine.js';

/** Looks a slice: a few milliseconds. */
const SLICE = 50_000;

/** More looks than this are not spent unasked. */
const FREE = 10_000_000;

export class Sweep {
  #handle;
  /** The rates that are tried. @type {number[]} */
  grid;
  /** Whether it is small enough to be made without being asked for. */
  small;

  /** @param {FigureRecipe} figure */
  constructor(figure) {
    this.#handle = hold((glue) => new glue.Sweep(figure));
    this.grid = this.#handle.use((live) => [...live.grid]);
    this.small = this.#handle.use((live) => live.looks) <= FREE;
  }

  /** Tries every rate. @param {AbortSignal} signal @returns {Promise<(Swept | null)[] | null>} nothing if it was ended before */
  async run(signal) {
    try {
      while (!signal.aborted) {
        if (this.#handle.use((live) => live.advance(SLICE))) return this.#handle.use((live) => live.found());
        await new Promise((onward) => { setTimeout(onward); });
      }
      return null;
    } finally {
      this.free();
    }
  }

  free() {
    this.#handle.free();
  }
}
