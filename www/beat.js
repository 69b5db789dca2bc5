// One animation frame for all parts of a figure: time goes on, then what is out of date is painted, and nothing else.
import { breath } from './breath.js';

/** @typedef {{ paint(): void }} Paintable it knows itself whether it is out of date */

export class Beat {
  #player;
  /** @type {Set<Paintable>} */
  #parts = new Set();
  /** @type {number | null} */
  #next = null;
  #inside = false;
  #broken;

  /** @param {import('./player.js').Player} player @param {(error: unknown) => void} broken */
  constructor(player, broken) {
    this.#player = player;
    this.#broken = broken;
  }

  /** @param {Paintable} part */
  add(part) {
    this.#parts.add(part);
  }

  /** Something is out of date. */
  ask() {
    if (this.#inside) return;
    this.#next ??= requestAnimationFrame((now) => this.#frame(now));
  }

  /** Paints everything for the first time, a part at a time: a page that arrives answers its reader in between. */
  async begin() {
    this.#inside = true;
    try {
      for (const part of this.#parts) {
        part.paint();
        await breath();
      }
    } finally {
      this.#inside = false;
    }
  }

  /** Paints at once. */
  flush() {
    for (const part of this.#parts) part.paint();
  }

  stop() {
    if (this.#next !== null) cancelAnimationFrame(this.#next);
    this.#next = null;
    this.#parts.clear();
  }

  /** @param {number} now */
  #frame(now) {
    this.#next = null;
    this.#inside = true;
    try {
      this.#player.tick(now);
      this.flush();
    } catch (error) {
      this.#player.pause();
      this.#broken(error);
    } finally {
      this.#inside = false;
    }
    if (this.#player.playing) this.ask();
  }
}
