// The map. Its start point can be dragged, or moved with arrow keys; while a question wants a place, a click gives
// it. The pointer reads w, b and the loss.
import { make, on } from './dom.js';
import { steady } from './numbers.js';
import { nudged, rounded, withStart } from './recipe.js';
import { View } from './view.js';
import { say } from './words.js';

const REACH = { mouse: 16, pen: 20, touch: 32 };

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const SHARE = 1 / 50;

export class ContourView extends View {
  /** The start that is being dragged. @type {number[] | null} */
  #start = null;
  #dragging = false;
  #reading = make('output', { class: 'reading', 'aria-hidden': 'true' });

  /** @param {string} label @param {import('./view.js').Context} context */
  constructor(label, context) {
    super('contour', label, context);
    this.canvas.tabIndex = 0;
    this.root.append(this.#reading);
    this.#listen();
  }

  #listen() {
    const { canvas } = this;
    const { signal } = this.context;
    on(canvas, 'pointerdown', (event) => this.#down(event), signal);
    on(canvas, 'pointermove', (event) => this.#move(event), signal);
    on(canvas, 'pointerleave', () => this.#reading.replaceChildren(), signal);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) on(canvas, type, () => this.#drop(), signal);
    // A finger on something that can be dragged drags it; anywhere else it scrolls the page.
    on(canvas, 'touchstart', (event) => this.#touch(event), signal, { passive: false });
    on(canvas, 'keydown', (event) => this.#key(event), signal);
  }

  /** Whether the waiting question wants a place on the map. */
  get #wanted() {
    const { waiting, reading } = this.context.stage;
    const kind = reading ? undefined : waiting?.ponder.kind;
    return kind === 'click' || kind === 'draw';
  }

  /** Whether the start may be moved: not while a question about this run is open. */
  get #free() {
    return !this.context.stage.asking;
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0) return;
    this.#start = this.#free ? this.#near(event, event.pointerType) : null;
    if (!this.#wanted && !this.#start) return;
    this.#dragging = true;
    this.canvas.setPointerCapture(event.pointerId);
    this.#carry(event);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.#dragging) this.#carry(event);
    else this.#read(event);
  }

  #drop() {
    this.#dragging = false;
    this.#start = null;
  }

  /** @param {TouchEvent} event */
  #touch(event) {
    const [touch] = event.touches;
    if (event.touches.length > 1 || !event.cancelable) return;
    if (this.#wanted || (this.#free && this.#near(/** @type {any} */ (touch), 'touch'))) event.preventDefault();
  }

  /** The start under the pointer, if any. @param {MouseEvent} event @param {string} pointer */
  #near(event, pointer) {
    const [x, y] = this.pixel(event);
    const reach = REACH[/** @type {keyof typeof REACH} */ (pointer)] ?? REACH.mouse;
    const starts = this.context.stage.facts.runs.map((run) => run.start);
    return starts.find((start) => {
      const spot = this.place(start);
      return spot && Math.abs(spot[0] - x) <= reach && Math.abs(spot[1] - y) <= reach;
    }) ?? null;
  }

  /** @param {MouseEvent} event */
  #carry(event) {
    const at = this.locate(...this.pixel(event));
    if (at) this.#put(rounded(at, this.context.stage.facts.window));
  }

  /** Puts the answer, or the start that is held, at a place. @param {Point} at */
  #put(at) {
    const { stage } = this.context;
    if (this.#wanted) {
      stage.point(at);
      return;
    }
    const from = this.#start ?? stage.facts.runs[0].start;
    stage.change(withStart(stage.figure, stage.facts.runs, from, at));
    if (this.#start) this.#start = at;
  }

  /** @param {MouseEvent} event */
  #read(event) {
    const { stage } = this.context;
    const at = this.locate(...this.pixel(event));
    if (!at) {
      this.#reading.replaceChildren();
      return;
    }
    const loss = stage.use((figure) => figure.loss(at[0], at[1]));
    const [w, b] = stage.facts.surface.parameters;
    const [x, y] = this.pixel(event);
    this.#reading.style.setProperty('--x', `${x}px`);
    this.#reading.style.setProperty('--y', `${y < 48 ? y + 24 : y - 36}px`);
    this.#reading.replaceChildren(say('reading', { w, b, x: steady(at[0]), y: steady(at[1]), loss: steady(loss) }));
    this.canvas.classList.toggle('grab', this.#wanted || (this.#free && this.#near(event, 'mouse') !== null));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.#wanted && !this.#free) return;
    const { stage } = this.context;
    const share = SHARE * (event.shiftKey ? 5 : 1);
    const at = this.#wanted ? (stage.aim ?? stage.row(0, stage.player.step).at) : stage.facts.runs[0].start;
    this.#put(nudged(at, [arrow[0] * share, arrow[1] * share], stage.facts.window));
  }
}
