// Which window of the plane the map shows: the figure's own or one that the reader chose. It lives outside wasm, which
// forgets it with its instance. What is asked for is clamped there.

/** @typedef {[Point, Point]} Window */

export class Lens {
  /** Null for the figure's own. @type {Window | null} */
  window = null;
  #use;
  #told;

  /** @param {<R>(work: (figure: GlueFigure) => R) => R} use @param {() => void} told called when it is another one */
  constructor(use, told) {
    this.#use = use;
    this.#told = told;
  }

  /** Gives a new instance the window. @param {GlueFigure} figure */
  restore(figure) {
    if (this.window) figure.look(this.window.flat(), false);
  }

  /** @param {Window | null} window @param {boolean} [moving] it will go on: draw it coarsely */
  look(window, moving = false) {
    const [w0, w1, b0, b1] = this.#use((figure) => figure.look(window?.flat(), moving));
    this.window = window && [[w0, w1], [b0, b1]];
    this.#told();
  }
}

/**
 * A window made larger or smaller around one of its points, which then lies elsewhere.
 * @param {Window} window @param {number} factor @param {readonly number[]} at where it is now, as shares of the window
 * @param {readonly number[]} [to] where it is to be
 * @returns {Window}
 */
export function scaled(window, factor, at, to = at) {
  const [w, b] = window.map(([from, end], axis) => {
    const [side, size] = [end - from, (end - from) * factor];
    const low = from + side * at[axis] - size * to[axis];
    return /** @type {Point} */ ([low, low + size]);
  });
  return [w, b];
}

/** Part of the way from one window to another, in equal factors. @param {Window} from @param {Window} to @param {number} share @returns {Window} */
export function midway(from, to, share) {
  const [side, goal] = [from[0][1] - from[0][0], to[0][1] - to[0][0]];
  // At one speed as it looks: what lies still in both lies still in between.
  const size = side * (goal / side) ** share;
  const gone = goal === side ? share : (size - side) / (goal - side);
  const [w, b] = [0, 1].map((axis) => /** @type {Point} */ ([0, 1].map((end) => from[axis][end] + gone * (to[axis][end] - from[axis][end]))));
  return [w, b];
}
