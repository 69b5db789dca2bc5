// The 3-D view. A drag turns it (one finger scrolls the page, two turn), so do buttons and, in the view, arrow keys.
import { icon, make, on } from './dom.js';
import { View } from './view.js';
import { say } from './words.js';

const RADIANS_PER_PIXEL = 0.008;
const RADIANS_PER_KEY = Math.PI / 24;

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

  /** @param {string} label @param {import('./view.js').Context} context */
  constructor(label, context) {
    super('surface', label, context);
    this.canvas.tabIndex = 0;
    this.root.append(this.#heights(), this.#buttons());
    this.#listen();
  }

  #buttons() {
    const { signal } = this.context;
    const buttons = BUTTONS.map(([key, arrow, path]) => {
      const button = make('button', { type: 'button', class: 'plain', 'aria-label': say(key), title: say(key) }, icon(path));
      on(button, 'click', () => this.#turn(TURNS[arrow], RADIANS_PER_KEY * 2), signal);
      return button;
    });
    return make('div', { class: 'turn', role: 'group', 'aria-label': say('turn') }, ...buttons);
  }

  #heights() {
    const { stage, signal } = this.context;
    const button = make('button', { type: 'button', class: 'quiet' }, say('log-heights'));
    const show = () => button.setAttribute('aria-pressed', String(stage.facts.height === 'log'));
    on(button, 'click', () => stage.rise(stage.facts.height === 'log' ? 'linear' : 'log'), signal);
    on(stage, 'land', show, signal);
    show();
    return make('div', { class: 'shown' }, button);
  }

  #listen() {
    const { canvas } = this;
    const { signal } = this.context;
    on(canvas, 'pointerdown', (event) => this.#down(event), signal);
    on(canvas, 'pointermove', (event) => this.#drag(event), signal);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      on(canvas, type, (event) => this.#held.delete(event.pointerId), signal);
    }
    // Two fingers on the surface turn it, so the browser must not pan with them. Where it already does it cannot be stopped.
    on(canvas, 'touchmove', (event) => {
      if (event.targetTouches.length > 1 && event.cancelable) event.preventDefault();
    }, signal, { passive: false });
    on(canvas, 'keydown', (event) => this.#key(event), signal);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0) return;
    this.#held.set(event.pointerId, [event.clientX, event.clientY]);
    if (event.pointerType !== 'touch' || this.#held.size > 1) this.canvas.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const before = this.#held.get(event.pointerId);
    if (!before) return;
    this.#held.set(event.pointerId, [event.clientX, event.clientY]);
    if (event.pointerType === 'touch' && this.#held.size < 2) return;
    const fingers = this.#held.size;
    const moved = /** @type {Point} */ ([event.clientX - before[0], event.clientY - before[1]]);
    this.#turn(moved, RADIANS_PER_PIXEL / fingers);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const turn = TURNS[event.key];
    if (!turn || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#turn(turn, RADIANS_PER_KEY * (event.shiftKey ? 4 : 1));
  }

  /** @param {Point} direction @param {number} radians */
  #turn([around, up], radians) {
    this.context.stage.turn(around * radians, up * radians);
  }
}
