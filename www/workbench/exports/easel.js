// Pictures of a figure at any size, beside the one that is seen: a view at a moment, on the paper of its theme.
import { make } from '../../dom.js';

/** @typedef {{ view: ViewName, width: number, height: number, scale: number, theme: ThemeName }} Sheet */

export class Easel {
  #figure;
  #sheet;
  #paper;
  #still = make('canvas');
  #moving = make('canvas');
  #whole = make('canvas');
  /** Read back for films, and so kept where that is cheap. */
  #brush = /** @type {CanvasRenderingContext2D} */ (this.#whole.getContext('2d', { willReadFrequently: true }));

  /** @param {import('../../stage.js').Stage} stage @param {Sheet} sheet @param {string} paper its colour */
  constructor(stage, sheet, paper) {
    this.#figure = stage.double();
    this.#sheet = sheet;
    this.#paper = paper;
    for (const canvas of [this.#still, this.#moving, this.#whole]) {
      canvas.width = Math.round(sheet.width * sheet.scale);
      canvas.height = Math.round(sheet.height * sheet.scale);
    }
  }

  /** Does the costly part, a piece at a time: the page stays quick. */
  async prepare() {
    this.#figure.use(() => {});
    await breath();
    this.#land();
    await breath();
  }

  /** All that stands still. */
  #land() {
    const { view, scale, theme } = this.#sheet;
    this.#figure.use((figure) => figure.still(view, this.#still, scale, theme));
  }

  /** @param {Now} now @returns {HTMLCanvasElement} */
  draw(now) {
    const { view, scale, theme } = this.#sheet;
    this.#figure.use((figure) => figure.moving(view, this.#moving, scale, theme, now));
    const { width, height } = this.#whole;
    this.#brush.fillStyle = this.#paper;
    this.#brush.fillRect(0, 0, width, height);
    this.#brush.drawImage(this.#still, 0, 0);
    this.#brush.drawImage(this.#moving, 0, 0);
    return this.#whole;
  }

  /** @param {Now} now @returns {Uint8Array<ArrayBuffer>} four bytes a pixel */
  pixels(now) {
    const { width, height } = this.draw(now);
    return new Uint8Array(this.#brush.getImageData(0, 0, width, height).data.buffer);
  }

  /** Gives the wasm's memory back. */
  free() {
    this.#figure.free();
  }
}

/** Lets the page do what has come up meanwhile. */
export function breath() {
  return new Promise((done) => { setTimeout(done); });
}

/** The colour of a theme's paper, as style sheets have it. @param {HTMLElement} root of a figure @param {ThemeName} theme */
export function paper(root, theme) {
  const probe = make('span', { class: 'figure', 'data-theme': theme, hidden: true });
  root.append(probe);
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor;
}
