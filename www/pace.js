// Whether steps are gone through in parts, and which part the reader has come to.

export class Pace {
  /** Whether they are. */
  on = false;
  #stage;
  /** @type {string[][]} */
  #known = [];

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** The part that the reader has come to, while the clock rests: `arrived` between two updates. */
  get present() {
    const { part, step, playing } = this.#stage.player;
    if (!this.on || playing) return undefined;
    return part === 0 ? 'arrived' : this.parts(step)[part - 1];
  }

  /** The parts of the update that leaves a step, in order. @param {number} t */
  parts(t) {
    this.#known[t] ??= this.#stage.use((figure) => figure.parts(t));
    return this.#known[t];
  }

  /** The runs are other ones. */
  forget() {
    this.#known = [];
  }

  /** From here on steps go in parts, or are whole again. */
  turn() {
    const { player } = this.#stage;
    player.pause();
    this.on = !this.on;
    player.parts = this.on ? (step) => this.parts(step).length : () => 0;
    player.stay();
    for (const type of ['pace', 'frame']) this.#stage.dispatchEvent(new Event(type));
  }
}
