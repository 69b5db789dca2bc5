// Where a figure's recipe comes from: a script that has set it, else the attribute, else the JSON child, which may
// stand in an inert template so that a page's answers are no part of its document.
import { parse, plain } from './plain.js';

export class Source {
  #host;
  /** What a script has set. @type {unknown} */
  #given;
  /** Why what a script has set could not even be copied. @type {unknown} */
  #refused = null;
  /** The text of the child when it was read. @type {string | null} */
  #text = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** Takes a script's figure or JSON as it is now, whatever becomes of its object. @param {unknown} figure */
  set(figure) {
    this.#refused = null;
    try {
      this.#given = typeof figure === 'object' && figure !== null ? plain(figure) : figure ?? undefined;
    } catch (error) {
      this.#given = '';
      this.#refused = error;
    }
  }

  /** Whether there is anything to read. */
  get there() {
    return this.#found !== null;
  }

  /** Whether the child that was read has been replaced by another one. */
  get stale() {
    const own = this.#given === undefined && !this.#host.hasAttribute('recipe');
    const text = this.#child;
    return own && text !== null && this.#text !== null && text !== this.#text;
  }

  /** @returns {any} the figure; throws where there is none */
  read() {
    if (this.#refused) throw this.#refused;
    const found = this.#found;
    this.#text = this.#child;
    return typeof found === 'string' ? parse(found) : plain(found);
  }

  get #found() {
    return this.#given ?? this.#host.getAttribute('recipe') ?? this.#child;
  }

  // While the page is still arriving a child is whole when something comes after it.
  get #child() {
    const json = 'script[type="application/json"]';
    const child = this.#host.querySelector(`:scope > ${json}, :scope > template`);
    const whole = child?.nextSibling || this.#host.nextSibling || document.readyState !== 'loading';
    const script = child instanceof HTMLTemplateElement ? child.content.querySelector(json) : child;
    return whole ? (script?.textContent ?? null) : null;
  }
}
