// A drawn view: two canvases on top of each other, what stands still and what moves, as large as their place.
import { make } from './dom.js';

/** The width of all views of a row on paper, as a page has room for, and the largest height of one; 96 pixels an inch. */
const PAPER = [672, 416];
/** Device pixels per CSS pixel there: 300 an inch. */
const FINE = 300 / 96;

/** @typedef {{ stage: import('./stage.js').Stage, screen: import('./screen.js').Screen, beat: import('./beat.js').Beat, signal: AbortSignal }} Context */

export class View {
  name;
  context;
  /** What is focused and pointed at. */
  canvas = make('div', { class: 'canvas' });
  /** The view's place in the figure, with whatever stands around the canvas. */
  root;
  width = 0;
  height = 0;
  /** The size of its place, of which it takes whole device pixels, and where in there it lies. */
  #place = [0, 0];
  #offset = [0, 0];
  #still = make('canvas', { 'aria-hidden': 'true' });
  #moving = make('canvas', { 'aria-hidden': 'true' });
  /** What the still picture was made from. @type {unknown[]} */
  #landed = [];
  #moved = true;
  /** The picture for paper, while there is one. @type {HTMLElement | null} */
  #paper = null;

  /**
   * @param {ViewName} name @param {string} label @param {Context} context
   * @param {string} [keys] what its keys do, where it has any: then they are its own, also where somebody listens to the page
   */
  constructor(name, label, context, keys) {
    this.name = name;
    this.context = context;
    this.canvas.append(this.#still, this.#moving);
    this.canvas.setAttribute('role', keys ? 'application' : 'img');
    this.canvas.setAttribute('aria-label', label);
    if (keys) {
      this.canvas.tabIndex = 0;
      this.canvas.setAttribute('aria-description', keys);
    }
    this.root = make('div', { class: `view ${name}`, part: name }, this.canvas);
    this.#watch();
  }

  /** A row under the canvas, as high whatever stands in it. @param {HTMLElement[]} content what is read there, and tools */
  under(...content) {
    this.root.append(make('div', { class: 'under' }, ...content));
  }

  /** Measures its place; the first time before anything is drawn. */
  measure() {
    const { width, height } = getComputedStyle(this.canvas);
    this.resize(parseFloat(width) || 0, parseFloat(height) || 0);
  }

  /** @param {number} width @param {number} height CSS pixels */
  resize(width, height) {
    // What is on paper was drawn before it was laid out, and keeps its proportions.
    if (this.context.screen.theme === 'print') return;
    if (width === this.#place[0] && height === this.#place[1]) return;
    this.#place = [width, height];
    this.spoil();
  }

  /** What is shown is out of date. */
  spoil() {
    this.#moved = true;
    this.context.beat.ask();
  }

  paint() {
    if (Math.min(...this.#place) < 1) return;
    const { screen, stage } = this.context;
    if (screen.theme === 'print') {
      if (!this.#paper) this.canvas.append(this.#paper = this.#printed());
      return;
    }
    this.#paper?.remove();
    this.#paper = null;
    this.#snap();
    const ground = this.#ground();
    const [scale, theme] = [screen.scale, screen.theme];
    if (ground.some((part, i) => part !== this.#landed[i])) {
      this.#fit(this.#still, scale);
      stage.use((figure) => figure.still(this.name, this.#still, scale, theme));
      this.#landed = ground;
      this.#moved = true;
    }
    if (!this.#moved) return;
    this.#fit(this.#moving, scale);
    const { now } = stage;
    stage.use((figure) => figure.moving(this.name, this.#moving, scale, theme, now));
    this.#moved = false;
  }

  // A picture for paper, laid out for it. Browsers print a canvas from the record of what was drawn on it, if that is all
  // there ever was: so these are canvases of their own, drawn once. Lines and words stay lines and words, the relief is an
  // image as fine as printers print.
  #printed() {
    const { stage } = this.context;
    const [wide, high] = this.#place;
    const row = this.root.parentElement?.clientWidth || wide;
    const zoom = Math.min(PAPER[0] / row, PAPER[1] / high);
    const layers = ['', ''].map(() => make('canvas', { 'aria-hidden': 'true' }));
    for (const canvas of layers) {
      [canvas.width, canvas.height] = [wide, high].map((side) => Math.round(side * zoom * FINE));
      canvas.style.setProperty('width', `${wide * zoom}px`);
    }
    const [still, moving] = layers;
    const { now } = stage;
    stage.use((figure) => figure.still(this.name, still, FINE, 'print'));
    stage.use((figure) => figure.moving(this.name, moving, FINE, 'print', now));
    return make('div', { class: 'paper' }, ...layers);
  }

  /** The parameters under a pixel of the canvas. @param {number} x @param {number} y @returns {Point | undefined} */
  locate(x, y) {
    const found = this.context.stage.use((figure) => figure.locate(this.name, this.width, this.height, x, y));
    return found && [found[0], found[1]];
  }

  /** The pixel of a point. @param {readonly number[]} at @returns {Point | undefined} */
  place(at) {
    const found = this.context.stage.use((figure) => figure.place(this.name, this.width, this.height, at[0], at[1]));
    return found && [found[0], found[1]];
  }

  /** Where on the canvas an event happened, also where a host, say a deck of slides, has scaled the figure. @param {{ clientX: number, clientY: number }} event @returns {Point} */
  pixel(event) {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return [x * (this.#place[0] / box.width) - this.#offset[0], y * (this.#place[1] / box.height) - this.#offset[1]];
  }

  /** Whether a pointer is left to the page: one finger scrolls it, unless the author has given it to the figure. @param {PointerEvent} event @param {number} fingers on the view */
  passes({ pointerType }, fingers) {
    return pointerType === 'touch' && fingers < 2 && !this.canvas.closest('[data-touch="draw"]');
  }

  /** Where in its place a pixel of the canvas lies. @param {Point} pixel @returns {Point} */
  shown([x, y]) {
    return [x + this.#offset[0], y + this.#offset[1]];
  }

  // A canvas that lies between device pixels is drawn twice, the second time blurred.
  #snap() {
    if (!this.#moved) return;
    const { scale } = this.context.screen;
    const box = this.canvas.getBoundingClientRect();
    const whole = (/** @type {number} */ css) => Math.floor(css * scale + 0.01) / scale;
    const gap = (/** @type {number} */ css) => Math.ceil(css * scale - 0.01) / scale - css;
    this.#offset = [gap(box.left + scrollX), gap(box.top + scrollY)];
    [this.width, this.height] = this.#place.map((side, i) => Math.max(whole(side - this.#offset[i]), 1 / scale));
    const place = { left: this.#offset[0], top: this.#offset[1], width: this.width, height: this.height };
    for (const canvas of [this.#still, this.#moving]) {
      for (const [key, css] of Object.entries(place)) canvas.style.setProperty(key, `${css}px`);
    }
  }

  // Everything that the still picture depends on, compared by identity: a changed recipe keeps the parts that are as
  // they were. The runs belong to it only where axes come from the recipe.
  #ground() {
    const { screen, stage } = this.context;
    const { surface, view, runs, steps } = stage.figure;
    const recipe = this.name === 'curves' ? [surface, view, runs, steps] : [surface, view];
    const eye = { surface: stage.camera, contour: stage.lens.window }[/** @type {string} */ (this.name)] ?? null;
    return [this.width, this.height, screen.scale, screen.theme, eye, stage.height, ...recipe];
  }

  #watch() {
    const { stage, screen, signal } = this.context;
    for (const type of ['frame', 'land', 'look']) stage.addEventListener(type, () => this.spoil(), { signal });
    screen.addEventListener('change', () => this.spoil(), { signal });
    const observer = new ResizeObserver(([entry]) => this.resize(entry.contentRect.width, entry.contentRect.height));
    observer.observe(this.canvas);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** @param {HTMLCanvasElement} canvas @param {number} scale */
  #fit(canvas, scale) {
    const [width, height] = [Math.round(this.width * scale), Math.round(this.height * scale)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  }
}
