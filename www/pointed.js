// The step that the reader points at, in one view for all of them: they all mark it, and the step that is shown stays.
// Nothing can be pointed at that has not been shown.

/** @typedef {{ step: number, run: number | null }} Spot run: whose point it is, where that is known */

export class Pointed {
  #player;
  #told;
  /** @type {Spot | null} */
  #spot = null;
  /** The view that it was pointed at in. @type {unknown} */
  #by = null;

  /** @param {{ readonly step: number }} player @param {() => void} told called when it is another one */
  constructor(player, told) {
    this.#player = player;
    this.#told = told;
  }

  get spot() {
    return this.#spot && this.#spot.step <= this.#player.step ? this.#spot : null;
  }

  /** @param {Spot} spot @param {unknown} by the view */
  point(spot, by) {
    this.#by = by;
    if (this.#spot?.step !== spot.step || this.#spot.run !== spot.run) this.#put(spot);
  }

  /** The pointer has left a view; what another one points at stays. @param {unknown} by */
  leave(by) {
    if (by === this.#by) this.clear();
  }

  clear() {
    this.#by = null;
    if (this.#spot) this.#put(null);
  }

  /** @param {Spot | null} spot */
  #put(spot) {
    this.#spot = spot;
    this.#told();
  }
}
