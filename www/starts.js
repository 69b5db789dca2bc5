// The starts of the runs under a reader's hands, on the map and on the surface: one can be taken up and put elsewhere.
import { place } from './numbers.js';
import { rounded, withStart } from './recipe.js';
import { say } from './words.js';

/** How near a pointer has to be, in pixels. */
const REACH = { mouse: 16, pen: 20, touch: 32 };

export class Starts {
  /** The start that is held. @type {readonly number[] | null} */
  held = null;
  #view;

  /** @param {import('./view.js').View} view */
  constructor(view) {
    this.#view = view;
  }

  /** Whether one may be moved: not while a question about this run is open. */
  get free() {
    return !this.#view.context.stage.asking;
  }

  /** The start under a pointer, if it may be moved. @param {{ clientX: number, clientY: number }} event @param {string} pointer */
  near(event, pointer) {
    if (!this.free) return null;
    const view = this.#view;
    const [x, y] = view.pixel(event);
    const reach = REACH[/** @type {keyof typeof REACH} */ (pointer)] ?? REACH.mouse;
    return view.context.stage.facts.runs.map(({ start }) => start).find((start) => {
      const spot = view.place(start);
      return spot && Math.abs(spot[0] - x) <= reach && Math.abs(spot[1] - y) <= reach;
    }) ?? null;
  }

  /** Puts the one that is held, else the first, at a place. @param {Point} at */
  put(at) {
    const { stage } = this.#view.context;
    const from = this.held ?? stage.facts.runs[0].start;
    stage.change(withStart(stage.figure, stage.facts.runs, from, at));
    if (this.held) this.held = at;
    stage.say(say('start-at', { place: place(at, stage.facts.surface.parameters) }));
  }

  /** Brings the one that is held under a pointer. @param {MouseEvent} event @param {[Point, Point]} window */
  carry(event, window) {
    const at = this.held && this.#view.locate(...this.#view.pixel(event));
    if (at) this.put(rounded(at, window));
  }
}
