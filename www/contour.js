// The map. Its start point can be dragged, or moved with arrow keys; while a question wants a place, a click gives it.
// What is under the pointer, or under a cursor that keys move, is read below it; an arrow lights its term of the rule.
import { make, on } from './dom.js';
import { Readout } from './readout.js';
import { nudged, rounded } from './recipe.js';
import { Starts } from './starts.js';
import { View } from './view.js';
import { say } from './words.js';
import { Zoom } from './zoom.js';

/** So near to a point of a path it is meant. */
const CLOSE = { mouse: 7, pen: 9, touch: 16 };

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
/** Along the path. @type {Record<string, number>} */
const ALONG = { '[': -1, ']': 1 };
const SHARE = 1 / 50;
const FAR = 5;
/** Kinds of questions that are answered on the map. */
const MAPPED = ['click', 'draw'];

export class ContourView extends View {
  #starts = new Starts(this);
  #dragging = false;
  /** Where the reader's cursor is, while there is one. @type {Point | null} */
  #at = null;
  #cursor = make('span', { class: 'cursor', 'aria-hidden': 'true', hidden: true });
  /** The arrow under the pointer, and what was talked about before. @type {{ part: string, before: string | undefined } | null} */
  #lit = null;
  #zoom;
  #readout;

  /** @param {string} label @param {import('./view.js').Context} context */
  constructor(label, context) {
    super('contour', label, context, say('keys-contour'));
    this.canvas.append(this.#cursor);
    this.#zoom = new Zoom(this, context);
    this.#readout = new Readout(context, () => this.#readable);
    this.under(this.#readout.root, this.#zoom.root);
    this.#listen();
  }

  #listen() {
    const { canvas } = this;
    const { signal, stage } = this.context;
    on(canvas, 'pointerdown', (event) => this.#down(event), signal);
    on(canvas, 'pointermove', (event) => this.#move(event), signal);
    // A finger leaves as soon as it is lifted; what it pointed at stays to be read.
    on(canvas, 'pointerleave', (event) => event.pointerType === 'touch' || this.#clear(), signal);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) on(canvas, type, (event) => this.#drop(event), signal);
    // A finger on something that can be dragged drags it, two stretch the map; anywhere else one scrolls the page.
    for (const type of ['touchstart', 'touchmove']) on(canvas, type, (event) => this.#touch(event), signal, { passive: false });
    on(canvas, 'keydown', (event) => this.#key(event), signal);
    on(canvas, 'blur', () => this.#put(null), signal);
    on(stage, 'question', () => {
      this.canvas.setAttribute('aria-description', say(this.#wanted ? 'keys-answer' : 'keys-contour'));
      if (!this.#readable) this.#put(null);
    }, signal);
  }

  /** Whether the waiting question wants a place on the map. */
  get #wanted() {
    const { waiting, reading } = this.context.stage;
    return !reading && MAPPED.includes(waiting?.ponder.kind ?? '');
  }

  /** Whether numbers may be read: not while a place is asked for that they would give away. */
  get #readable() {
    return !this.context.stage.questions.some(({ state, ponder }) => state === 'open' && MAPPED.includes(ponder.kind));
  }

  /** @override */
  paint() {
    super.paint();
    const spot = this.#at && this.place(this.#at);
    this.#cursor.hidden = !spot;
    if (!spot) return;
    const [x, y] = this.shown(spot);
    this.#cursor.style.translate = `calc(${x}px - 50%) calc(${y}px - 50%)`;
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0) return;
    const first = this.#zoom.held === 0;
    this.#starts.held = first ? this.#starts.near(event, event.pointerType) : null;
    this.#dragging = first && (this.#wanted || this.#starts.held !== null);
    if (event.pointerType === 'touch' || !this.#dragging) this.#zoom.take(event);
    if (this.#dragging) {
      this.canvas.setPointerCapture(event.pointerId);
      this.#carry(event);
    } else if (first) {
      this.#read(event);
    }
    this.canvas.classList.toggle('held', !this.#dragging && event.pointerType !== 'touch');
  }

  /** @param {PointerEvent} event */
  #move(event) {
    this.#zoom.carry(event);
    if (this.#dragging) this.#carry(event);
    else if (this.#zoom.held === 0) this.#read(event);
  }

  /** @param {PointerEvent} event */
  #drop(event) {
    this.#zoom.drop(event);
    this.#dragging = false;
    this.#starts.held = null;
    this.canvas.classList.remove('held');
  }

  /** @param {TouchEvent} event */
  #touch(event) {
    const [touch] = event.touches;
    if (!event.cancelable) return;
    const held = this.#dragging || this.#wanted || this.#starts.near(/** @type {any} */ (touch), 'touch');
    if (event.touches.length > 1 || held) event.preventDefault();
  }

  /** @param {MouseEvent} event */
  #carry(event) {
    const at = this.locate(...this.pixel(event));
    if (at) this.#set(rounded(at, this.context.stage.window));
  }

  /** Puts the answer, or the start that is held, at a place. @param {Point} at */
  #set(at) {
    if (this.#wanted) this.context.stage.point(at);
    else this.#starts.put(at);
  }

  /** @param {PointerEvent} event */
  #read(event) {
    const pixel = this.pixel(event);
    const grab = this.#wanted || this.#starts.near(event, 'mouse') !== null;
    this.canvas.classList.toggle('grab', grab);
    this.#probe(pixel, event.pointerType);
  }

  /** Reads what is at a pixel: a point of a path, an arrow, the land. @param {Point} pixel @param {string} pointer */
  #probe([x, y], pointer) {
    const { stage } = this.context;
    const at = this.locate(x, y);
    if (!at || !this.#readable) {
      this.#clear();
      return;
    }
    const reach = CLOSE[/** @type {keyof typeof CLOSE} */ (pointer)] ?? CLOSE.mouse;
    const found = stage.use((figure) => figure.nearest(this.width, this.height, x, y, stage.player.position, reach));
    if (found) stage.pointed.point({ run: found[0], step: found[1] }, this);
    else stage.pointed.leave(this);
    const part = found ? undefined : stage.use((figure) => figure.part_at(this.width, this.height, x, y, stage.now));
    this.#light(part);
    this.#readout.read(at, part);
  }

  #clear() {
    this.context.stage.pointed.leave(this);
    this.#light(undefined);
    this.#readout.read(null);
  }

  /** Lights an arrow and its term; afterwards what was talked about before. @param {string | undefined} part */
  #light(part) {
    if (part === this.#lit?.part) return;
    const { stage } = this.context;
    const before = this.#lit ? this.#lit.before : stage.part;
    this.#lit = part === undefined ? null : { part, before };
    this.canvas.classList.toggle('lit', part !== undefined);
    stage.talk(part ?? before);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    // With Shift an answer takes longer steps; else the map goes.
    const far = event.shiftKey && this.#wanted && !this.#at;
    if (!this.#zoom.key(event, far ? undefined : arrow, this.#at ?? undefined) && !this.#go(event.key, arrow, far ? FAR : 1)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} key @param {Point | undefined} arrow @param {number} times @returns {boolean} whether it was a key of the map */
  #go(key, arrow, times) {
    const { stage } = this.context;
    const here = /** @type {Point} */ (stage.row(0, stage.player.step).at);
    if (key === 'c' || key === 'C') this.#put(this.#at ? null : this.#inside(here));
    else if (key in ALONG) this.#along(ALONG[key]);
    else if (!arrow) return false;
    else if (this.#at || !(this.#wanted || this.#starts.free)) this.#put(this.#moved(this.#at ?? this.#inside(here), arrow));
    else this.#set(this.#moved(this.#wanted ? (stage.aim ?? here) : /** @type {Point} */ (stage.facts.runs[0].start), arrow, times));
    return true;
  }

  /** @param {Point} at @param {Point} arrow @param {number} [times] */
  #moved(at, arrow, times = 1) {
    const share = times * SHARE;
    return nudged(at, [arrow[0] * share, arrow[1] * share], this.context.stage.window);
  }

  /** The next point of the path, or the one before. @param {number} by */
  #along(by) {
    const { stage, stage: { pointed, player } } = this.context;
    const run = pointed.spot?.run ?? 0;
    const step = Math.min(Math.max((pointed.spot?.step ?? player.step) + (this.#at ? by : 0), 0), player.step);
    this.#put(/** @type {Point} */ (stage.row(run, step).at), { run, step });
  }

  /** A point, or the middle where that is not on the map. @param {Point} at @returns {Point} */
  #inside(at) {
    const { window } = this.context.stage;
    if (this.place(at)) return at;
    return /** @type {Point} */ (window.map(([from, to]) => (from + to) / 2));
  }

  /** Puts the cursor somewhere and reads there, or takes it away. @param {Point | null} at @param {import('./pointed.js').Spot} [spot] the point of a path that it is on */
  #put(at, spot) {
    const had = this.#at !== null;
    this.#at = this.#readable ? at : null;
    this.spoil();
    if (!this.#at) {
      if (had) this.#clear();
      return;
    }
    const pixel = this.place(this.#at);
    if (pixel) this.#probe(pixel, 'mouse');
    else this.#zoom.bring(this.#at);
    if (spot) this.context.stage.pointed.point(spot, this);
    this.context.stage.say(this.#readout.text);
  }
}
