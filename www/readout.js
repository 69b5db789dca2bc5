// What stands under the map: the numbers of the land under the pointer, or the point of a run that is pointed at, here or
// in another view. Its place is kept free, so that nothing moves.
import { make, on } from './dom.js';
import { full, placed, steady } from './numbers.js';
import { say, sayOr } from './words.js';

/** @typedef {{ at: Point, part: string | undefined, loss: number | null, gradient: (number | null)[] }} Ground */

export class Readout {
  root = make('output', { class: 'readout', 'aria-hidden': 'true' });
  #stage;
  #allowed;
  /** @type {Ground | null} */
  #ground = null;
  #cells = ['w', 'b', 'who', 'loss', 'slope'].map((name) => make('span', { class: name }));

  /** @param {import('./view.js').Context} context @param {() => boolean} allowed whether it may say anything */
  constructor({ stage, signal }, allowed) {
    this.#stage = stage;
    this.#allowed = allowed;
    const [w, b, who, loss, slope] = this.#cells;
    this.root.append(make('span', {}, w, b, who), make('span', {}, loss, slope));
    for (const type of ['pointed', 'step', 'land', 'look', 'question']) on(stage, type, () => this.#show(), signal);
  }

  get text() {
    return this.#cells.map((cell) => cell.textContent).filter(Boolean).join(', ');
  }

  /** @param {Point | null} at where the pointer is on the land @param {string} [part] whose arrow is there */
  read(at, part) {
    this.#ground = at && { at, part, ...this.#stage.use((figure) => figure.probe(at[0], at[1])) };
    this.#show();
  }

  #show() {
    const words = this.#words();
    this.#cells[0].hidden = this.#cells[1].hidden = words[0] === '';
    this.#cells.forEach((cell, i) => {
      if (cell.textContent !== words[i]) cell.replaceChildren(words[i]);
    });
  }

  /** @returns {string[]} */
  #words() {
    if (!this.#allowed()) return ['', '', '', '', ''];
    const { spot } = this.#stage.pointed;
    if (spot) return this.#step(spot);
    if (!this.#ground) return ['', '', '', '', ''];
    const { at, part, loss, gradient: [x, y] } = this.#ground;
    return [...this.#place(at), sayOr(`part-${part}`, ''), say('loss-is', { loss: steady(loss) }), say('slope-is', { x: steady(x), y: steady(y) })];
  }

  /** @param {import('./pointed.js').Spot} spot */
  #step({ step, run }) {
    const { runs } = this.#stage.facts;
    // The losses of several runs stand where they were pointed at.
    if (run === null && runs.length > 1) return ['', '', say('reading-step', { step }), '', ''];
    const { at, loss } = this.#stage.row(run ?? 0, step);
    return [...this.#place(at), say('reading-run', { name: runs[run ?? 0].name, step }), say('loss-is', { loss: full(loss) }), ''];
  }

  /** @param {readonly number[]} at */
  #place(at) {
    const { facts: { surface }, window } = this.#stage;
    return at.slice(0, 2).map((x, axis) => say('reading-value', { name: surface.parameters[axis], value: placed(x, window[axis]) }));
  }
}
