// What is said to those who hear the page: politely, one thing after the other, and no faster than it can be heard. Many
// things change with every frame; of what waits only the newest is said.
import { make } from './dom.js';

/** Between two sayings lies so much time at least, whoever says them; in ms. */
export const PATIENCE = 2000;
/** What stands elsewhere for eyes is not left here to be read a second time. */
const FLEETING = 1000;

/** When something was said last on this page, and when last out of turn. */
let [last, urged] = [-Infinity, -Infinity];

export class Voice {
  root = make('p', { class: 'spoken', 'aria-live': 'polite' });
  /** @type {() => string | null} */
  #wanted = () => null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {AbortSignal} [signal] ends it */
  constructor(signal) {
    signal?.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Says it now, or when what was said before has been heard. @param {string | (() => string | null)} what a sentence, or how to make it then, if there still is one */
  say(what) {
    this.#wanted = typeof what === 'string' ? () => what : what;
    if (this.#timer === undefined) this.#soon();
  }

  /** Says it out of turn: something has come to its end. Who stops and goes on in haste waits, too. @param {() => string} what */
  urge(what) {
    if (performance.now() - urged < PATIENCE) return this.say(what);
    urged = performance.now();
    clearTimeout(this.#timer);
    this.#wanted = what;
    this.#speak();
  }

  #soon() {
    const wait = PATIENCE - (performance.now() - last);
    if (wait <= 0) this.#speak();
    else this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#soon();
    }, wait);
  }

  #speak() {
    this.#timer = undefined;
    const text = this.#wanted();
    if (text === null || this.root.textContent === text) return;
    last = performance.now();
    this.root.replaceChildren(text);
  }

  /**
   * Says what stands in a place whenever it is another text; the place itself is no live region.
   * @template {HTMLElement} T @param {T} place @returns {T}
   */
  follow(place) {
    let before = place.textContent;
    new MutationObserver(() => {
      if (place.textContent === before) return;
      before = place.textContent;
      this.say(() => place.textContent ?? '');
      setTimeout(() => this.root.replaceChildren(), PATIENCE + FLEETING);
    }).observe(place, { childList: true, characterData: true, subtree: true });
    return place;
  }
}
