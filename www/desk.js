// What outlives a stage: the changes that can be undone, and the way to a figure of another kind. Tells:
//   change  the figure is another one, whoever made it so
//   step    another step is shown
import { named } from './changed.js';
import { call } from './engine.js';
import { Fault } from './fault.js';
import { History } from './history.js';
import { plain } from './plain.js';
import { changes } from './recipe.js';
import { shape } from './shape.js';
import { say } from './words.js';

/** @typedef {import('./stage.js').Stage} Stage */

export class Desk extends EventTarget {
  host;
  /** @type {Stage | null} */
  #stage = null;
  #history = new History();
  /** @type {import('./history.js').Moment | null} */
  #before = null;
  /** What an edit that is being made is called. @type {string | undefined} */
  #said = undefined;
  /** Whether what changes is history already. */
  #moving = false;
  #swap;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {HTMLElement} host @param {(figure: FigureRecipe, from: Stage) => Stage} swap puts a new stage in the place of one */
  constructor(host, swap) {
    super();
    this.host = host;
    this.#swap = swap;
    host.addEventListener('pointerdown', () => this.#hold(true));
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) host.addEventListener(type, () => this.#hold(false));
  }

  /** The live stage. @returns {Stage} */
  get stage() {
    if (!this.#stage) throw new Error('there is no figure yet');
    return this.#stage;
  }

  get canUndo() {
    return this.#history.canUndo && !this.#locked;
  }

  get canRedo() {
    return this.#history.canRedo && !this.#locked;
  }

  /** A figure comes from outside: there is nothing to take back. @param {Stage} stage */
  begin(stage) {
    this.#history.clear();
    this.#follow(stage);
    this.#tell('change');
  }

  /**
   * Makes another figure of it; a bad one throws and changes nothing.
   * @param {FigureRecipe} figure @param {string} said what this change is called; the same again within a second is the same change
   */
  edit(figure, said) {
    if (this.#locked) throw new Fault('', say('locked'));
    this.#said = said;
    try {
      this.#put(plain(figure));
    } finally {
      this.#said = undefined;
    }
  }

  /** @returns {string | undefined} what was undone, in a sentence */
  undo() {
    return this.#travel('undo', 'before', 'undone', 'undone-now');
  }

  /** @returns {string | undefined} what was made again, in a sentence */
  redo() {
    return this.#travel('redo', 'after', 'redone', 'redone-now');
  }

  /** @param {'undo' | 'redo'} way @param {'before' | 'after'} end @param {import('./words.js').Key} word @param {import('./words.js').Key} now */
  #travel(way, end, word, now) {
    if (this.#locked) return undefined;
    const change = this.#history[way]();
    if (!change) return undefined;
    this.#moving = true;
    try {
      this.#put(change[end].figure);
    } finally {
      this.#moving = false;
    }
    const [from, to] = end === 'before' ? [change.after, change.before] : [change.before, change.after];
    return change.said ? say(word, { what: change.said }) : say(now, { changes: named(difference(from, to), to.facts) });
  }

  /** Calls exports of the wasm that need no figure. @template T @param {(glue: Glue) => T} work @returns {T} */
  call(work) {
    return call(work);
  }

  get #locked() {
    return !this.#stage || this.#stage.asking;
  }

  /** @param {FigureRecipe} figure */
  #put(figure) {
    const { stage } = this;
    if (shape(stage.figure) === shape(figure)) {
      stage.change(figure);
      return;
    }
    this.#follow(this.#swap(figure, stage), true);
  }

  /** @param {Stage} stage @param {boolean} [changed] */
  #follow(stage, changed = false) {
    this.#life?.abort();
    const life = new AbortController();
    this.#life = life;
    this.#stage = stage;
    const before = this.#before;
    this.#before = moment(stage);
    stage.addEventListener('change', () => this.#changed(), life);
    stage.addEventListener('step', () => this.#tell('step'), life);
    for (const type of ['question', 'say']) stage.addEventListener(type, () => this.#tell(type), life);
    if (changed) this.#changed(before);
  }

  #changed(before = this.#before) {
    const after = moment(this.stage);
    if (before && !this.#moving) {
      const said = this.#said;
      const key = said ?? JSON.stringify(difference(before, after).map(({ id, run }) => [id, run]));
      this.#history.note({ before, after, key, said }, performance.now());
    }
    this.#before = after;
    this.#tell('change');
  }

  /** @param {boolean} held */
  #hold(held) {
    this.#history.held = held;
    this.#history.close();
  }

  /** @param {string} type */
  #tell(type) {
    this.dispatchEvent(new Event(type));
  }
}

/** @param {Stage} stage @returns {import('./history.js').Moment} */
const moment = ({ figure, facts }) => ({ figure, facts });

/** What one has otherwise than the other, where they have the same runs. @param {import('./history.js').Moment} from @param {import('./history.js').Moment} to */
function difference(from, to) {
  if (from.facts.runs.length !== to.facts.runs.length) return [];
  return changes([from.figure, from.facts], [to.figure, to.facts]);
}
