// A clock over steps. Knows nothing of figures, canvases or wasm: whoever draws frames calls `tick`.
//
// What is shown depends on `position` and `part` alone, so forward-back-forward shows the same thing again. Nothing goes
// beyond `limit`, the step where a question waits: no part of the update that leaves it either.

/** How many steps a second are slow enough to follow, and how long a whole run may take. */
const SLOWEST = 2;
const WHOLE_RUN = 8;

/** With reduced motion the head jumps from step to step, this often a second. */
const JUMPS = 3;

export const SPEEDS = [0.25, 0.5, 1, 2, 4];

export class Player extends EventTarget {
  length;
  limit;
  speed = 1;
  /** Whether the head moves between steps, or jumps from one to the next. */
  glide = true;
  /** How many parts the update that leaves a step has; none where steps are whole. @type {(step: number) => number} */
  parts = () => 0;
  #position = 0;
  #part = 0;
  #playing = false;
  #until = Infinity;
  #stop = Infinity;
  /** @type {number | null} */
  #before = null;
  #owed = 0;

  /** @param {number} length number of the last step */
  constructor(length) {
    super();
    this.length = length;
    this.limit = length;
  }

  /** Where it is, between steps too while it plays. */
  get position() {
    return this.#position;
  }

  /** The last step reached. */
  get step() {
    return Math.floor(this.#position);
  }

  /** How many parts of the update that leaves this step were gone through by hand. */
  get part() {
    return this.#part;
  }

  get playing() {
    return this.#playing;
  }

  /** The furthest step that may be shown now. */
  get end() {
    return Math.min(this.limit, this.length);
  }

  /** Where playing from the start ends. */
  get goal() {
    return Math.min(this.#until, this.end);
  }

  /** Playing stops here of itself, if the run meets its goal before its end. @param {number | null} step */
  set until(step) {
    this.#until = step ?? Infinity;
  }

  /** @param {number} step clamped and rounded */
  seek(step) {
    if (Number.isNaN(step)) throw new TypeError('step: allowed is a number');
    this.#move(Math.round(Math.min(Math.max(step, 0), this.end)));
  }

  /** By hand, which pauses: so many steps, or one part of a step where steps have parts. @param {number} by */
  nudge(by) {
    this.pause();
    const [part, to] = [this.#part + by, this.step + by];
    if (Math.abs(by) > 1) this.seek(to);
    else if (part >= 0 && part <= this.#count(this.step)) this.#move(this.#position, part);
    else if (to >= 0) this.#move(Math.min(to, this.end), by < 0 ? this.#count(to) : 0);
  }

  /** Stays at this moment, as far as there still is one. */
  stay() {
    const step = Math.min(this.step, this.end);
    this.#move(step, Math.min(this.#part, this.#count(step)));
  }

  /** How many parts may be gone through after a step. @param {number} step */
  #count(step) {
    return step < this.end ? this.parts(step) : 0;
  }

  /** @returns {boolean} false where it must not go on: a question waits */
  play() {
    if (this.#playing) return true;
    if (this.#position >= this.length && this.limit >= this.length) this.#move(0);
    if (this.#position >= this.end) return false;
    this.#stop = this.#position < this.#until ? this.#until : Infinity;
    this.#playing = true;
    this.#move(this.#position);
    this.#before = null;
    this.#owed = 0;
    this.#tell('play');
    return true;
  }

  pause() {
    if (!this.#playing) return;
    this.#playing = false;
    this.#move(Math.min(Math.round(this.#position), this.end));
    this.#tell('pause');
  }

  /** One frame. @param {number} now milliseconds */
  tick(now) {
    if (!this.#playing) return;
    const passed = this.#before === null ? 0 : Math.min(now - this.#before, 250) / 1000;
    this.#before = now;
    const goal = Math.min(this.end, this.#stop);
    this.#move(Math.min(this.#position + this.#advance(passed), goal));
    if (this.#position >= goal) this.pause();
  }

  /** How many seconds it will play until it stops by itself. */
  get left() {
    return this.#playing ? (Math.min(this.end, this.#stop) - this.#position) / this.rate : Infinity;
  }

  /** Steps per second. */
  get rate() {
    return Math.max(this.length / WHOLE_RUN, SLOWEST) * this.speed;
  }

  /** @param {number} seconds */
  #advance(seconds) {
    if (this.glide) return this.rate * seconds;
    this.#owed += this.rate * seconds;
    const jump = Math.max(1, Math.round(this.rate / JUMPS));
    if (this.#owed < jump) return 0;
    this.#owed -= jump;
    return jump;
  }

  /** @param {number} position @param {number} [part] */
  #move(position, part = 0) {
    const [before, was] = [this.step, this.#part];
    if (position === this.#position && part === was) return;
    this.#position = position;
    this.#part = part;
    this.#tell('frame');
    if (this.step !== before) this.#tell('step');
    if (part !== was) this.#tell('part');
  }

  /** @param {string} type */
  #tell(type) {
    this.dispatchEvent(new Event(type));
  }
}
