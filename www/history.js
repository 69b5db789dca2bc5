// What the reader has made of a figure, change by change, so that each can be taken back and made again.

/**
 * @typedef {object} Moment a figure and what was true of it
 * @property {FigureRecipe} figure
 * @property {Facts} facts
 *
 * @typedef {object} Change
 * @property {Moment} before
 * @property {Moment} after
 * @property {string} key what was changed: the same again is the same change
 * @property {string | undefined} said what whoever made it calls it
 */

/** Changes of one thing within this time, in milliseconds, are one. */
const TOGETHER = 1000;

/** No more than these are remembered. */
const MOST = 200;

export class History {
  /** While a pointer is down: whatever it moves, it is one change however long it takes. */
  held = false;
  /** @type {Change[]} */
  #past = [];
  /** @type {Change[]} */
  #future = [];
  #when = -Infinity;

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** Another figure altogether: there is nothing before it. */
  clear() {
    this.#past = [];
    this.#future = [];
    this.close();
  }

  /** What comes next is another change. */
  close() {
    this.#when = -Infinity;
  }

  /** @param {Change} change @param {number} now milliseconds */
  note(change, now) {
    const last = this.#past.at(-1);
    const together = last?.key === change.key && this.#future.length === 0 && (now - this.#when < TOGETHER || (this.held && this.#when > -Infinity));
    if (together) this.#past[this.#past.length - 1] = { ...change, before: last.before };
    else this.#past.push(change);
    if (this.#past.length > MOST) this.#past.shift();
    this.#future = [];
    this.#when = now;
  }

  /** The change to take back. */
  undo() {
    return this.#move(this.#past, this.#future);
  }

  /** The change to make again. */
  redo() {
    return this.#move(this.#future, this.#past);
  }

  /** @param {Change[]} from @param {Change[]} to */
  #move(from, to) {
    const change = from.pop();
    if (change) to.push(change);
    this.close();
    return change;
  }
}
