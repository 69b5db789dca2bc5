// <ponder-figure>: a figure in any page.
//
//   asleep ──near the screen, or `ready` is asked for──► live ──disconnected──► asleep
//
// The poster, whatever the light DOM holds to look at, shows until the first live frame. All state lives outside wasm: when the
// element leaves the page its wasm memory is freed, and made again when it returns.
import { assemble } from './assemble.js';
import { attempted, breath } from './breath.js';
import { coming } from './coming.js';
import { deferred } from './deferred.js';
import { Desk } from './desk.js';
import { make } from './dom.js';
import { again, all, begun, complete, tries } from './engine.js';
import { announced } from './events.js';
import { Fault } from './fault.js';
import css from './figure.css';
import { badRecipe, noEngine, stopped } from './notice.js';
import { plain } from './plain.js';
import { poster } from './poster.js';
import { Broken } from './recovery.js';
import { asks, fits } from './settings.js';
import { unwatch, watch } from './sight.js';
import { Source } from './source.js';
import { Stage } from './stage.js';
import { steady } from './steady.js';
import { Tools } from './tools.js';
import { undoKeys } from './undo.js';
import { around, say, speak } from './words.js';

/** On a server there is no HTMLElement, and the module must load all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (class {}));

/** @type {CSSStyleSheet | undefined} */
let sheet;

export class PonderFigure extends Base {
  static observedAttributes = ['recipe', 'src', 'hide', 'views', 'theme', 'controls', 'keys', 'touch', 'alt', 'poster', 'loading', 'autoplay'];

  #shadow = this.attachShadow({ mode: 'open', delegatesFocus: true, slotAssignment: 'manual' });
  #poster = make('slot', { class: 'poster' });
  /** @type {import('./deferred.js').Deferred<PonderFigure>} */
  #ready = deferred();
  /** Whether `ready` was rejected since it was new, and whether this recipe's event was told. */
  #failed = false;
  #told = false;
  #source = new Source(this);
  /** @type {Stage | null} */
  #stage = null;
  /** Everything that ends when the figure leaves the page. @type {AbortController | null} */
  #life = null;
  /** @type {import('./screen.js').Screen | null} */
  #screen = null;
  /** The changes that can be undone, and tools that make more of them. */
  #desk = new Desk(this, (figure, from) => this.#swap(figure, from));
  #tools = new Tools(this.#desk);
  /** What stands in the poster's place. @type {Element | null} */
  #shown = null;
  #wanted = false;
  #near = false;
  /** Whether most of it can be seen, and whether it has played of its own accord. */
  #inSight = false;
  #greeted = false;
  #left = false;
  #children = new MutationObserver(() => {
    poster(this.#poster, this);
    if (this.#source.stale) this.#renew();
    else this.#begin();
  });

  constructor() {
    super();
    sheet ??= styled(css);
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#shadow.append(this.#poster);
    const tell = (/** @type {string} */ text) => this.#stage?.say(text);
    const undone = undoKeys(this.#desk, tell);
    this.#shadow.addEventListener('keydown', (event) => asks(this, 'keys', 'on') && undone(/** @type {KeyboardEvent} */ (event)));
  }

  connectedCallback() {
    watch(this, {
      near: () => {
        this.#near = true;
        this.#begin();
      },
      seen: (visible, well) => {
        this.#inSight = well;
        if (!visible) this.#leave();
        this.#greet();
      },
    });
    this.#children.observe(this, { childList: true });
    poster(this.#poster, this);
    // The last child of a page that is still arriving is whole when the page is.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#begin(), { once: true });
    if (this.#stage) this.#begin();
  }

  disconnectedCallback() {
    unwatch(this);
    this.#children.disconnect();
    this.#near = false;
    this.#end();
    this.#tools.hide();
    this.#stage?.rest();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'theme' && this.#screen && !this.#failed && fits(this, 'theme')) return this.#look();
    if (name === 'recipe' || name === 'src') return void (this.recipe = undefined);
    if (name === 'poster' || name === 'alt') poster(this.#poster, this);
    this.#wanted ||= asks(this, 'loading', 'eager');
    if (name === 'hide') this.#renew();
    else if (name !== 'poster') this.#rebuild();
  }

  /** Resolves with the element once its first frame is drawn. Asking for it starts a figure that is far off screen. */
  get ready() {
    this.#wanted = true;
    this.#begin();
    return this.#ready.promise;
  }

  /** The figure as it is now, a copy. Takes a figure or its JSON. */
  get recipe() {
    if (this.#stage) return plain(this.#stage.figure);
    try {
      return this.#source.there ? this.#source.read() : null;
    } catch {
      return null;
    }
  }

  set recipe(figure) {
    this.#source.set(figure);
    this.#renew();
  }

  get steps() {
    return this.#stage?.steps ?? 0;
  }

  get step() {
    return this.#stage?.player.step ?? 0;
  }

  set step(step) {
    this.seek(step);
  }

  get playing() {
    return this.#stage?.player.playing ?? false;
  }

  /** Goes to a step, clamped and rounded, but never past a question that waits. @param {number} step */
  seek(step) {
    const to = Number(step);
    if (Number.isNaN(to)) throw new TypeError('step: allowed is a number');
    this.#soon((stage) => stage.player.seek(to));
  }

  /** Plays, from the start if it is at the end, up to the next question. */
  play() {
    this.#soon((stage) => this.#life && stage.player.play());
  }

  pause() {
    this.#soon((stage) => stage.player.pause());
  }

  /** Passes over the next question. */
  skip() {
    this.#soon((stage) => stage.skip());
  }

  /** One run: (steps + 1) rows of parameters and loss. @param {number} run */
  points(run) {
    if (!this.#stage) throw new Error('points: await `ready` first');
    if (!Number.isInteger(run) || run < 0 || run >= this.#stage.facts.runs.length) throw new RangeError(`run: there is no run ${run}`);
    return this.#stage.points(run).slice();
  }

  /** Now, or when the figure is live. @param {(stage: Stage) => unknown} work */
  #soon(work) {
    if (this.#stage && this.#life) work(this.#stage);
    else this.ready.then(() => this.#stage && work(this.#stage), () => {});
  }

  /** Another recipe. */
  #renew() {
    this.#told = false;
    this.#failed = false;
    const old = this.#ready;
    this.#ready = deferred();
    old.resolve(this.#ready.promise);
    this.#end();
    this.#stage?.rest();
    this.#stage = null;
    this.#begin();
  }

  #rebuild() {
    if (!this.#life) return;
    if (this.#failed) this.#ready = deferred();
    this.#failed = false;
    this.#end();
    this.#begin();
  }

  #begin() {
    if (this.#life || !this.isConnected) return;
    if (!this.#stage && !((this.#near || this.#wanted) && this.#source.there)) return;
    const life = new AbortController();
    this.#life = life;
    const tongue = speak(around(this));
    /** When the words are there, too. @param {(given: any) => void} work */
    const then = (work) => (/** @type {unknown} */ given) => tongue.then(() => work(given));
    const fail = (/** @type {unknown} */ error) => life.signal.aborted || this.#fail(error);
    begun().then(() => this.#source.arrive(life.signal).then(then(() => life.signal.aborted || this.#enter(life)), then(fail)), then((error) => this.#lack(error, life)));
  }

  /** There is no wasm for it, or none that knows enough; until it is tried again. @param {unknown} error @param {AbortController} life */
  #lack(error, life) {
    if (life.signal.aborted) return;
    tries.addEventListener('again', () => this.#rebuild(), life);
    this.#fail(error, noEngine(error, again));
  }

  /** Its numbers first, its looks after them, then its pictures: a page that arrives answers its reader in between. @param {AbortController} life */
  async #enter(life) {
    if (this.#stage) return this.#live(life);
    const made = this.#made();
    await breath();
    const { value: stage } = made;
    const { signal } = life;
    const looks = stage && !signal.aborted ? await coming(() => assemble(stage, this.#place(signal)), (shown) => this.#put(shown), signal) : {};
    if (signal.aborted) stage?.rest();
    else this.#live(life, made, looks);
  }

  /** A stage, if there is none yet. @returns {{ value?: Stage, error?: unknown }} */
  #made() {
    return this.#stage ? {} : attempted(() => this.#staged(this.#source.read()));
  }

  /**
   * @param {AbortController} life @param {{ value?: Stage, error?: unknown }} [made] the stage, or why there is none
   * @param {{ value?: import('./assemble.js').Assembled, error?: unknown }} [looks] what it looks like, if that is there, too
   */
  #live(life, made = this.#made(), looks = {}) {
    const before = this.#stage;
    try {
      if (!before && !made.value) throw made.error;
      if (looks.error) throw looks.error;
      this.#stage ??= /** @type {Stage} */ (made.value);
      this.#show(looks.value ?? assemble(this.#stage, this.#place(life.signal)));
      if (!before) this.#desk.begin(this.#stage);
      this.#tools.settle(this.#shadow);
    } catch (error) {
      this.#stage?.rest();
      // Where only an attribute is wrong, the run and its answers wait for it to be right.
      this.#stage = before;
      // What the first wasm refuses, all of Ponder may know; if not, it is the one to say what is wrong.
      if (complete() || error instanceof Fault || error instanceof Broken) this.#fail(error);
      else all().then(() => life.signal.aborted || this.#live(life), (lost) => this.#lack(lost, life));
      return;
    }
    if (this.#failed) this.#ready = deferred();
    this.#failed = false;
    this.#ready.resolve(this);
    if (!this.#told) this.#tell('ready', { steps: this.#stage.steps, runs: this.#stage.facts.runs.length });
    this.#told = true;
    this.#stage.arrive();
    this.#greet();
  }

  /** Plays of its own accord, once, where its page asks for it and its reader has not asked for less motion; and goes on if it was left while it did. */
  #greet() {
    if (this.#greeted || !this.#inSight || !this.#screen || !this.#stage || !asks(this, 'autoplay', 'visible')) return;
    const [{ player }, left] = [this.#stage, this.#left];
    [this.#greeted, this.#left] = [true, false];
    if (!this.#screen.calm && (player.position === 0 || (left && player.position < player.end))) player.play();
  }

  /** Out of sight, nothing plays. */
  #leave() {
    if (!this.playing) return;
    this.#stage?.player.pause();
    [this.#greeted, this.#left] = [false, true];
  }

  /** Puts the figure of a new stage where that of another one stands, at once; one that is no figure changes nothing. @param {FigureRecipe} figure @param {Stage} from */
  #swap(figure, from) {
    const life = new AbortController();
    const stage = this.#staged(figure, from);
    try {
      const made = assemble(stage, this.#place(life.signal));
      const focused = this.#shown?.contains(this.#shadow.activeElement);
      this.#life?.abort();
      this.#life = life;
      this.#show(made);
      if (focused) made.root.focus({ preventScroll: true });
    } catch (error) {
      life.abort();
      stage.rest();
      throw error;
    }
    from.rest();
    this.#stage = stage;
    this.#tell('change', { recipe: this.recipe, said: '' });
    return stage;
  }

  /** @param {FigureRecipe} figure @param {Stage} [from] */
  #staged(figure, from) {
    const stage = announced(new Stage(figure, from), (type, detail) => this.#tell(type, detail));
    stage.addEventListener('broken', (event) => stage === this.#stage && this.#fail(/** @type {CustomEvent} */ (event).detail));
    return stage;
  }

  /** @param {AbortSignal} signal */
  #place(signal) {
    return { host: this, signal, broken: (/** @type {unknown} */ error) => this.#fail(error), beyond: () => beyond(this.#shadow) };
  }

  /** @param {ReturnType<typeof assemble>} made */
  #show({ root, screen, first }) {
    this.#screen = screen;
    steady(this, () => {
      this.#put(root);
      root.classList.remove('coming');
      this.#poster.hidden = true;
    });
    first();
  }

  /** What stands in the poster's place. @param {Element | null} shown */
  #put(shown) {
    if (shown !== this.#shown) this.#shown?.remove();
    this.#shown = shown;
    if (shown && !shown.isConnected) this.#poster.before(shown);
  }

  #look() {
    this.#screen?.tell();
    this.#desk.dispatchEvent(new Event('look'));
  }

  #end() {
    this.#life?.abort();
    this.#life = null;
    this.#screen = null;
    this.#put(null);
    this.#poster.hidden = false;
  }

  /** @param {unknown} thrown @param {Element} [notice] */
  #fail(thrown, notice) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    // Who was called by what broke hears of it, too.
    if (error instanceof Broken && this.#failed) return;
    this.#stage?.player.pause();
    if (error instanceof Broken) {
      // It stays so until its reader wants it back; whatever is asked of it meanwhile is kept in its stage.
      this.#life?.abort();
      this.#poster.hidden = false;
      this.#put(stopped(error, () => this.#rebuild()));
    } else this.#put(notice ?? badRecipe(error));
    this.#ready.reject(error);
    this.#failed = true;
    const detail = { message: error.message, path: /** @type {{ path?: string }} */ (error).path ?? '' };
    this.dispatchEvent(new CustomEvent('error', { detail }));
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** Out of the figure, and on from there: the next Tab goes to what follows it on the page. @param {ShadowRoot} shadow */
function beyond(shadow) {
  // Not -1: from such a place Tab would go to the beginning of the shadow tree.
  const place = make('span', { class: 'beyond', tabindex: 0 }, say('left'));
  place.addEventListener('blur', () => setTimeout(() => place.matches(':focus') || place.remove()));
  shadow.append(place);
  place.focus({ preventScroll: true });
}

/** @param {string} css */
function styled(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
