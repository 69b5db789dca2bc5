// The 3-D view. A drag turns it (one finger scrolls the page, two turn), so do buttons and, in the view, arrow keys. A
// start can be taken up and dropped elsewhere on the land; with Shift arrow keys move it.
import { call, icon, make, on } from './dom.js';
import { nudged } from './recipe.js';
import { Starts } from './starts.js';
import { View } from './view.js';
import { say } from './words.js';

const RADIANS_PER_PIXEL = 0.008;
const RADIANS_PER_KEY = Math.PI / 24;
/** Land so far from a start, as a share of the window, stands before it. */
const HIDDEN = 0.1;
/** A key moves the start by so much of the window. */
const SHARE = 1 / 50;

/** Where an arrow key or a button turns to: [around, up]. @type {Record<string, Point>} */
const TURNS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** @type {[import('./words.js').Key, string, string][]} */
const BUTTONS = [
  ['turn-left', 'ArrowLeft', 'M10 3 5 8l5 5'],
  ['turn-up', 'ArrowUp', 'M3 10l5-5 5 5'],
  ['turn-down', 'ArrowDown', 'M3 6l5 5 5-5'],
  ['turn-right', 'ArrowRight', 'M6 3l5 5-5 5'],
];

export class SurfaceView extends View {
  /** Pointers that are down, and where they were. @type {Map<number, Point>} */
  #held = new Map();
  #starts = new Starts(this);

  /** @param {string} label @param {import('./view.js').Context} context */
  constructor(label, context) {
    super('surface', label, context, say('keys-surface'));
    this.under(this.#buttons());
    this.#listen();
  }

  #buttons() {
    const { signal } = this.context;
    const buttons = BUTTONS.map(([key, arrow, path]) => {
      const button = make('button', { type: 'button', class: 'plain' }, icon(path));
      call(button, say(key));
      on(button, 'click', () => this.#turn(TURNS[arrow], RADIANS_PER_KEY * 2), signal);
      return button;
    });
    return make('div', { class: 'tucked', role: 'group', 'aria-label': say('turn') }, ...buttons);
  }

  #listen() {
    const { canvas } = this;
    const { signal } = this.context;
    on(canvas, 'pointerdown', (event) => this.#down(event), signal);
    on(canvas, 'pointermove', (event) => this.#drag(event), signal);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      on(canvas, type, (event) => this.#drop(event), signal);
    }
    on(canvas, 'touchstart', (event) => event.cancelable && this.#near(event.touches[0], 'touch') && event.preventDefault(), signal, { passive: false });
    // Two fingers on the surface turn it, so the browser must not pan with them. Where it already does it cannot be stopped.
    on(canvas, 'touchmove', (event) => {
      if ((event.targetTouches.length > 1 || this.#starts.held) && event.cancelable) event.preventDefault();
    }, signal, { passive: false });
    on(canvas, 'keydown', (event) => this.#key(event), signal);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0) return;
    const start = this.#held.size === 0 ? this.#near(event, event.pointerType) : null;
    this.#starts.held = start;
    if (!start) this.#held.set(event.pointerId, [event.clientX, event.clientY]);
    if (start || !this.passes(event, this.#held.size)) this.canvas.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const before = this.#held.get(event.pointerId);
    if (this.#starts.held) this.#starts.carry(event, this.context.stage.facts.window);
    if (!before) {
      this.canvas.classList.toggle('start', this.#starts.held !== null || this.#near(event, 'mouse') !== null);
      return;
    }
    this.#held.set(event.pointerId, [event.clientX, event.clientY]);
    if (this.passes(event, this.#held.size)) return;
    const fingers = this.#held.size;
    const moved = /** @type {Point} */ ([event.clientX - before[0], event.clientY - before[1]]);
    this.#turn(moved, RADIANS_PER_PIXEL / fingers);
  }

  /** @param {PointerEvent} event */
  #drop(event) {
    this.#held.delete(event.pointerId);
    this.#starts.held = null;
  }

  /** The start under a pointer, if the land before it does not hide it. @param {{ clientX: number, clientY: number }} event @param {string} pointer */
  #near(event, pointer) {
    const start = this.#starts.near(event, pointer);
    const spot = start && this.place(start);
    const seen = spot && this.locate(...spot);
    const { window } = this.context.stage.facts;
    return start && seen?.every((x, axis) => Math.abs(x - start[axis]) < HIDDEN * (window[axis][1] - window[axis][0])) ? start : null;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const turn = TURNS[event.key];
    if (!turn || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) this.#move(turn);
    else this.#turn(turn, RADIANS_PER_KEY);
  }

  /** Moves the start along the axes of the plane. @param {Point} way */
  #move(way) {
    const { facts } = this.context.stage;
    const [right, up] = way.map((x) => x * SHARE);
    if (this.#starts.free) this.#starts.put(nudged(/** @type {Point} */ (facts.runs[0].start), [right, up], facts.window));
  }

  /** @param {Point} direction @param {number} radians */
  #turn([around, up], radians) {
    this.context.stage.turn(around * radians, up * radians);
  }
}
