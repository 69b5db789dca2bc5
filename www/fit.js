// The data space. A point can be dragged, added (double click, button, key) and removed (dragged out, button, key); the
// recipe then has these points for its data, and the surface and every run follow.
import { make, on } from './dom.js';
import { MOST_POINTS, between, fresh, moved, nearest, withPoint, withoutPoint } from './data.js';
import { steady } from './numbers.js';
import { rounded, withData } from './recipe.js';
import { toolbar } from './toolbar.js';
import { View } from './view.js';
import { say } from './words.js';

/** @type {Record<string, number>} */
const REACH = { mouse: 16, pen: 20, touch: 32 };

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const SHARE = 1 / 50;

/** @type {Record<string, number>} */
const TURNS = { '[': -1, ']': 1, PageUp: -1, PageDown: 1 };

export class FitView extends View {
  /** The chosen point's row. @type {number | null} */
  #chosen = null;
  /** A drag: the data as it began, the row that is held, and where the pointer is. @type {{ data: readonly Point[], row: number, pixel: Point, out: boolean } | null} */
  #held = null;
  #due = false;
  #ring = make('span', { class: 'chosen', 'aria-hidden': 'true', hidden: true });
  #reading = make('output', { class: 'reading', 'aria-hidden': 'true' });
  #tools;

  /** @param {string} label @param {import('./view.js').Context} context */
  constructor(label, context) {
    super('fit', label, context, say('keys-fit'));
    this.canvas.append(this.#ring, this.#reading);
    this.#tools = toolbar(say('data'), [
      { key: 'point-add', path: 'M8 3v10M3 8h10', work: () => this.#add(), able: () => this.#data.length < MOST_POINTS },
      { key: 'point-remove', path: 'M3 8h10', work: () => this.#remove(), able: () => this.#chosen !== null && this.#data.length > 1 },
      { key: 'data-back', path: 'M4 4.5h5a3.5 3.5 0 0 1 0 7H5M6.5 2 4 4.5 6.5 7', work: () => this.#restore(), able: () => context.stage.changes.some(({ id }) => id === 'data') },
    ], context, this.canvas);
    this.under(this.#tools.root);
    // A drag makes one new recipe a frame, before anything of that frame is painted.
    context.beat.add({ paint: () => this.#carry() });
    this.#listen();
    this.#offer();
  }

  get #data() {
    return this.context.stage.data;
  }

  get #window() {
    return /** @type {[Point, Point]} */ (this.context.stage.facts.fit);
  }

  /** Whether the data may be changed: not while a question about this run is open. */
  get #free() {
    return !this.context.stage.asking;
  }

  #listen() {
    const { canvas } = this;
    const { signal, stage } = this.context;
    on(canvas, 'pointerdown', (event) => this.#down(event), signal);
    on(canvas, 'pointermove', (event) => this.#move(event), signal);
    on(canvas, 'pointerleave', () => this.#reading.replaceChildren(), signal);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) on(canvas, type, () => this.#drop(), signal);
    // A finger on a point drags it; anywhere else it scrolls the page.
    on(canvas, 'touchstart', (event) => this.#touch(event), signal, { passive: false });
    on(canvas, 'dblclick', (event) => this.#double(event), signal);
    on(canvas, 'keydown', (event) => this.#key(event), signal);
    on(canvas, 'focus', () => this.#choose(this.#chosen ?? 0), signal);
    for (const type of ['land', 'question']) on(stage, type, () => this.#offer(), signal);
  }

  /** Keeps buttons and the choice true to the data. */
  #offer() {
    if (this.#chosen !== null && !this.#held) this.#chosen = Math.min(this.#chosen, this.#data.length - 1);
    this.#tools.offer();
  }

  /** @override */
  paint() {
    super.paint();
    const out = this.#chosen === null || this.#held?.out;
    const spot = out ? undefined : this.place(this.#data[/** @type {number} */ (this.#chosen)]);
    this.#ring.hidden = !spot;
    if (!spot) return;
    const [x, y] = this.shown(spot);
    this.#ring.style.translate = `calc(${x}px - 50%) calc(${y}px - 50%)`;
  }

  /** @param {number} row */
  #choose(row) {
    this.#chosen = row;
    this.#offer();
    this.spoil();
  }

  /** The row under the pointer: the nearest within reach. @param {{ clientX: number, clientY: number }} event @param {string} pointer */
  #near(event, pointer) {
    const reach = REACH[pointer] ?? REACH.mouse;
    return nearest(this.#data.map(this.#map().pixel), this.pixel(event), reach);
  }

  /** The view's linear map, read off at two corners. */
  #map() {
    const [across, along] = this.#window;
    return between(this.#window, [0, 1].map((end) => this.place([across[end], along[end]]) ?? [0, 0]));
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0 || this.#held || !event.isPrimary) return;
    const row = this.#near(event, event.pointerType);
    if (row === null) return;
    this.#choose(row);
    if (!this.#free) return;
    this.#reading.replaceChildren();
    this.#held = { data: this.#data, row, pixel: this.pixel(event), out: false };
    this.canvas.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#held) {
      this.#read(event);
      return;
    }
    this.#held.pixel = this.pixel(event);
    this.#due = true;
    this.context.beat.ask();
  }

  /** The held point goes where the pointer is; beyond the view it is gone, and comes back with the pointer. */
  #carry() {
    const held = this.#held;
    if (!held || !this.#due) return;
    this.#due = false;
    const { data, row, pixel: [x, y] } = held;
    held.out = data.length > 1 && (x < 0 || y < 0 || x > this.width || y > this.height);
    this.#change(held.out ? withoutPoint(data, row) : withPoint(data, row, rounded(this.#map().point([x, y]), this.#window)));
  }

  #drop() {
    if (!this.#held) return;
    this.#carry();
    const { row, out, data } = this.#held;
    this.#held = null;
    if (out) this.#chosen = null;
    if (this.#data !== data) this.#tell(out ? null : row);
    this.#offer();
    this.spoil();
  }

  /** @param {TouchEvent} event */
  #touch(event) {
    if (event.touches.length > 1 || !event.cancelable || !this.#free) return;
    if (this.#near(event.touches[0], 'touch') !== null) event.preventDefault();
  }

  /** @param {MouseEvent} event */
  #double(event) {
    if (this.#near(event, 'mouse') !== null) return;
    const at = this.locate(...this.pixel(event));
    if (at) this.#add(rounded(at, this.#window));
  }

  /** @param {PointerEvent} event */
  #read(event) {
    const row = this.#near(event, event.pointerType);
    this.canvas.classList.toggle('grab', this.#free && row !== null);
    if (row === null) {
      this.#reading.replaceChildren();
      return;
    }
    const [x, y] = this.pixel(event);
    this.#reading.style.setProperty('--x', `${x}px`);
    this.#reading.style.setProperty('--y', `${y < 48 ? y + 24 : y - 36}px`);
    this.#reading.replaceChildren(say('point-reading', this.#words(row)));
  }

  /** @param {number} row */
  #words(row) {
    const [x, y] = this.#data[row];
    return { number: row + 1, count: this.#data.length, x: steady(x), y: steady(y) };
  }

  /** Says where a point is now, or that it is gone. @param {number | null} row */
  #tell(row) {
    this.context.stage.say(row === null ? say('point-gone', { count: this.#data.length }) : say('point-at', this.#words(row)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const home = this.root.getRootNode();
    // A presenter's remote control turns pages with these.
    if (event.key.startsWith('Page') && home instanceof ShadowRoot && home.host.hasAttribute('presenter')) return;
    const work = this.#work(event);
    if (!work) return;
    event.preventDefault();
    event.stopPropagation();
    work();
  }

  /** What a key does here, if anything. @param {KeyboardEvent} event @returns {(() => void) | undefined} */
  #work({ key, shiftKey }) {
    const row = this.#chosen ?? 0;
    if (ARROWS[key]) return () => this.#nudge(row, ARROWS[key], shiftKey ? 5 : 1);
    if (TURNS[key]) {
      const next = (row + TURNS[key] + this.#data.length) % this.#data.length;
      return () => {
        this.#choose(next);
        this.#tell(next);
      };
    }
    if (key === 'Insert' || key === '+') return () => this.#add();
    return key === 'Delete' || key === 'Backspace' ? () => this.#remove() : undefined;
  }

  /** @param {number} row @param {Point} arrow @param {number} times */
  #nudge(row, arrow, times) {
    if (!this.#free) return;
    const by = /** @type {Point} */ (arrow.map((part) => part * SHARE * times));
    this.#change(withPoint(this.#data, row, moved(this.#data[row], by, this.#window)));
    this.#choose(row);
    this.#tell(row);
  }

  /** @param {Point} [at] */
  #add(at = fresh(this.#data, this.#window)) {
    if (!this.#free || this.#data.length >= MOST_POINTS) return;
    this.#change([...this.#data, at]);
    this.#choose(this.#data.length - 1);
    this.#tell(this.#chosen);
  }

  #remove() {
    if (!this.#free || this.#chosen === null) return;
    if (this.#data.length === 1) {
      this.context.stage.say(say('point-last'));
      return;
    }
    this.#change(withoutPoint(this.#data, this.#chosen));
    this.#choose(Math.min(this.#chosen, this.#data.length - 1));
    this.#tell(null);
  }

  #restore() {
    const { stage } = this.context;
    this.#change(stage.first.surface.data);
    stage.say(say('data-restored', { count: this.#data.length }));
  }

  /** @param {unknown} data */
  #change(data) {
    const { stage } = this.context;
    stage.change(withData(stage.figure, stage.facts, data));
  }
}
