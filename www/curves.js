// The curves over the steps: the loss, and below it what the reader asks for. The pointer reads a step's numbers.
import { make, on } from './dom.js';
import { steady } from './numbers.js';
import { View } from './view.js';
import { list, say } from './words.js';

/** @type {Record<string, number>} */
const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** A line of what is read, and from there to the middle of several, in pixels. */
const LINE = 18;
const ASIDE = 110;

export class CurvesView extends View {
  #reading = make('output', { class: 'reading', 'aria-hidden': 'true' });
  #choice = make('div', { class: 'tucked shown', role: 'group', 'aria-label': say('curves') });

  /** @param {import('./view.js').Context} context */
  constructor(context) {
    super('curves', '', context, say('keys-curves'));
    const { stage, signal } = context;
    this.under(this.#choice);
    this.root.append(this.#reading);
    on(this.canvas, 'pointermove', (event) => this.#read(event), signal);
    on(this.canvas, 'pointerleave', () => this.#clear(), signal);
    on(this.canvas, 'keydown', (event) => this.#key(event), signal);
    on(this.canvas, 'blur', () => this.#clear(), signal);
    on(stage, 'curves', () => {
      this.#dress();
      this.spoil();
    }, signal);
    // Another recipe may have other memories, or none.
    on(stage, 'change', () => this.#dress(), signal);
    this.#dress();
  }

  /** Height, label and buttons as the curves are that are shown. */
  #dress() {
    const { known, shown, panels } = this.context.stage.facts.curves;
    this.canvas.classList.toggle('tall', panels > 1);
    this.canvas.style.setProperty('--panels', String(panels));
    this.canvas.setAttribute('aria-label', say('view-curves', { curves: list(shown.map((name) => say(`curve-${name}`))) }));
    const made = [...this.#choice.children].map((button) => /** @type {HTMLElement} */ (button).dataset.curve);
    if (String(made) !== String(known)) this.#choice.replaceChildren(...known.map((name) => this.#button(name)));
    for (const button of /** @type {Iterable<HTMLButtonElement>} */ (this.#choice.children)) {
      const pressed = shown.some((name) => name === button.dataset.curve);
      button.setAttribute('aria-pressed', String(pressed));
      // Something is always shown.
      button.setAttribute('aria-disabled', String(pressed && shown.length === 1));
    }
  }

  /** @param {CurveName} name */
  #button(name) {
    const { stage, signal } = this.context;
    const button = make('button', { type: 'button', class: 'quiet', 'data-curve': name }, say(`curve-${name}`));
    on(button, 'click', () => {
      const { shown } = stage.facts.curves;
      const next = shown.includes(name) ? shown.filter((other) => other !== name) : [...shown, name];
      if (next.length > 0) stage.show(next);
    }, signal);
    return button;
  }

  /** @param {MouseEvent} event */
  #read(event) {
    const [x, y] = this.pixel(event);
    this.#show(x, y);
  }

  #clear() {
    this.#reading.replaceChildren();
    this.context.stage.pointed.leave(this);
  }

  /** Arrows point at another step, and the numbers there are read. @param {KeyboardEvent} event */
  #key(event) {
    const by = KEYS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { stage, stage: { player, pointed } } = this.context;
    const from = pointed.spot?.step ?? player.step;
    const step = Math.min(Math.max(from + by * (event.shiftKey ? 10 : 1), 0), player.step);
    const spot = stage.use((figure) => figure.mark(this.width, this.height, step));
    if (!spot) return;
    this.#show(spot[0], spot[1]);
    stage.say(String(this.#reading.textContent));
  }

  /** Reads what stands at a pixel, and points at its step. @param {number} x @param {number} y */
  #show(x, y) {
    const { stage } = this.context;
    const found = stage.use((figure) => figure.reading(this.width, this.height, x, y, stage.player.position));
    if (!found) {
      this.#clear();
      return;
    }
    stage.pointed.point({ step: found.step, run: null }, this);
    const values = found.values.map(([name, value]) => say('reading-value', { name, value: steady(value) }));
    // One run's numbers stand in a line, those of several below each other.
    const words = [say('reading-step', { step: found.step }), ...values];
    const several = values.length > 2;
    const [left, top] = several ? this.#beside(x, y, words.length) : [x, y < 48 ? y + 24 : y - 36];
    this.#reading.style.setProperty('--x', `${left}px`);
    this.#reading.style.setProperty('--y', `${top}px`);
    this.#reading.replaceChildren(words.join(several ? '\n' : '  '));
  }

  /** Where so many lines stand beside what is pointed at. @param {number} x @param {number} y @param {number} lines */
  #beside(x, y, lines) {
    const high = LINE * lines;
    return [x + (x < 0.5 * this.width ? ASIDE : -ASIDE), Math.max(0, Math.min(y - 0.5 * high, this.height - high))];
  }
}
