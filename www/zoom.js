// The map under a reader's hands: wheel with Ctrl, two fingers, a drag, buttons and keys. While it moves the land is coarse;
// once it rests it is drawn anew.
import { between } from './data.js';
import { call, icon, make, on } from './dom.js';
import { midway, scaled } from './lens.js';
import { say } from './words.js';

/** @typedef {import('./lens.js').Window} Window */

/** Milliseconds without a move after which it rests; of a glide. */
const REST = 140;
const GLIDE = 180;
/** One press of a button or a key; one pixel of a wheel. */
const TIMES = 1.6;
const WHEEL = 0.0022;
/** Pixels in a line of a wheel that counts lines. */
const LINE = 18;
const PAN = 0.1;
/** @type {Record<string, 1 | -1>} */
const KEYS = { '+': -1, '=': -1, '-': 1, _: 1 };

export class Zoom {
  root;
  #view;
  #context;
  /** Pointers that are down, and where they were. @type {Map<number, Point>} */
  #held = new Map();
  /** Where it is going. @type {Window | null} */
  #goal = null;
  /** @type {number | null} */
  #frame = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #buttons;

  /** @param {import('./view.js').View} view @param {import('./view.js').Context} context */
  constructor(view, context) {
    this.#view = view;
    this.#context = context;
    const { signal, stage } = context;
    this.#buttons = [
      this.#button('zoom-whole', null, () => this.#whole()),
      this.#button('zoom-out', icon('M3 8h10'), () => this.#times(1)),
      this.#button('zoom-in', icon('M8 3v10M3 8h10'), () => this.#times(-1)),
    ];
    this.root = make('div', { class: 'tucked', role: 'group', 'aria-label': say('zoom') }, ...this.#buttons);
    on(view.canvas, 'wheel', (event) => this.#wheel(event), signal, { passive: false });
    on(stage, 'look', () => this.#offer(), signal);
    signal.addEventListener('abort', () => this.#stop());
    this.#offer();
  }

  /** The window that is shown, or will be in a moment. @returns {Window} */
  get #window() {
    return this.#goal ?? this.#context.stage.window;
  }

  /** How many pointers hold the map. */
  get held() {
    return this.#held.size;
  }

  /** @param {PointerEvent} event */
  take(event) {
    this.#held.set(event.pointerId, this.#view.pixel(event));
    if (!this.#view.passes(event, this.held)) {
      for (const id of this.#held.keys()) this.#view.canvas.setPointerCapture(id);
    }
  }

  /** One mouse drags the map, two fingers drag and stretch it. @param {PointerEvent} event */
  carry(event) {
    if (!this.#held.has(event.pointerId)) return;
    const before = spread([...this.#held.values()]);
    this.#held.set(event.pointerId, this.#view.pixel(event));
    if (this.#view.passes(event, this.held)) return;
    const after = spread([...this.#held.values()]);
    const factor = before.size > 0 && after.size > 0 ? before.size / after.size : 1;
    this.#go(scaled(this.#window, factor, this.#share(before.middle), this.#share(after.middle)));
  }

  /** @param {PointerEvent} event */
  drop(event) {
    this.#held.delete(event.pointerId);
  }

  /** @param {KeyboardEvent} event @param {Point | undefined} arrow @param {readonly number[]} [around] the point that stays in its place @returns {boolean} whether it was one of these */
  key(event, arrow, around) {
    if (event.key in KEYS) this.#times(KEYS[event.key], around);
    else if (event.key === '0') this.#glide(null);
    else if (arrow && event.shiftKey) this.#glide(scaled(this.#window, 1, [PAN * arrow[0], PAN * arrow[1]], [0, 0]));
    else return false;
    return true;
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE : event.deltaY;
    // The wheel of a mouse turns by a hundred pixels, two fingers on a pad by a few.
    const factor = Math.exp(Math.min(Math.max(pixels, -150), 150) * WHEEL * (Math.abs(pixels) < 20 ? 4 : 1));
    this.#go(scaled(this.#window, factor, this.#share(this.#view.pixel(event))));
  }

  /** Where on the plot a pixel lies, as shares of it. @param {Point} pixel */
  #share(pixel) {
    const { window } = this.#context.stage;
    const corners = [0, 1].map((end) => this.#view.place([window[0][end], window[1][end]]));
    const rect = /** @type {Point[]} */ (corners.every(Boolean) ? corners : [[0, this.#view.height], [this.#view.width, 0]]);
    return between([[0, 1], [0, 1]], rect).point(pixel);
  }

  /** Brings a point into the middle, if it is not on the map. @param {readonly number[]} at */
  bring(at) {
    const window = this.#window;
    const shares = shared(at, window);
    if (shares.some((share) => share < 0 || share > 1)) this.#glide(scaled(window, 1, shares, [0.5, 0.5]));
  }

  /** @param {1 | -1} way @param {readonly number[]} [around] */
  #times(way, around = this.#middle) {
    const shares = shared(around, this.#window);
    const inside = shares.every((share) => share >= 0 && share <= 1);
    this.#glide(scaled(this.#window, TIMES ** way, inside ? shares : [0.5, 0.5]));
  }

  /** What a button is about: where the run stands. */
  get #middle() {
    const { stage } = this.#context;
    return stage.row(0, stage.player.step).at;
  }

  /** Goes there in the next frame, and rests if that was the last. @param {Window} window */
  #go(window) {
    this.#stop();
    this.#goal = window;
    this.#frame = requestAnimationFrame(() => this.#move(window));
  }

  /** @param {Window} window */
  #move(window) {
    const { stage } = this.#context;
    this.#frame = null;
    this.#goal = null;
    stage.lens.look(window, true);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => stage.lens.look(stage.window), REST);
  }

  /** Goes there smoothly, or at once where the reader asked for less motion. @param {Window | null} to null: the whole */
  #glide(to) {
    const { stage, screen } = this.#context;
    const [from, goal] = [stage.window, to ?? stage.facts.window];
    this.#stop();
    if (screen.calm) {
      stage.lens.look(to);
      return;
    }
    this.#goal = goal;
    /** @type {number | null} */
    let start = null;
    const frame = (/** @type {number} */ now) => {
      start ??= now;
      const share = Math.min((now - start) / GLIDE, 1);
      if (share === 1) {
        this.#goal = this.#frame = null;
        stage.lens.look(to);
        return;
      }
      stage.lens.look(midway(from, goal, share * (2 - share)), true);
      this.#frame = requestAnimationFrame(frame);
    };
    this.#frame = requestAnimationFrame(frame);
  }

  #stop() {
    clearTimeout(this.#rest);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#goal = null;
  }

  /** @param {import('./words.js').Key} key @param {Element | null} sign @param {() => void} work */
  #button(key, sign, work) {
    const button = make('button', { type: 'button', class: sign ? 'plain' : 'quiet' }, sign ?? say(key));
    if (sign) call(button, say(key));
    on(button, 'click', work, this.#context.signal);
    return button;
  }

  /** The button for it goes, and the focus with it to the map. */
  #whole() {
    this.#view.canvas.focus({ preventScroll: true });
    this.#glide(null);
  }

  #offer() {
    const { window } = this.#context.stage.lens;
    // Whoever takes the zoom back ends a glide that is on its way.
    if (!window) this.#stop();
    this.#buttons[0].hidden = !window;
  }
}

/** Where in a window a point is. @param {readonly number[]} at @param {Window} window */
const shared = (at, window) => window.map(([from, end], axis) => (at[axis] - from) / (end - from));

/** Where fingers are, and how far apart. @param {Point[]} pixels */
function spread(pixels) {
  const middle = /** @type {Point} */ ([0, 1].map((axis) => pixels.reduce((sum, pixel) => sum + pixel[axis], 0) / pixels.length));
  const [a, b] = pixels;
  return { middle, size: pixels.length === 2 ? Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) : 0 };
}
