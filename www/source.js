// Where a figure's recipe comes from: a script that has set it, else the attribute `recipe`, else the address in `src`,
// else the JSON child, which may stand in an inert template so that a page's answers are no part of its document.
import { Fault } from './fault.js';
import { hidden } from './settings.js';
import { parse, plain } from './plain.js';

export class Source {
  #host;
  /** What a script has set. @type {unknown} */
  #given;
  /** Why what a script has set could not even be copied. @type {unknown} */
  #refused = null;
  /** The text of the child when it was read. @type {string | null} */
  #text = null;
  /** What came from an address. @type {{ src: string, text: string } | null} */
  #fetched = null;

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
    return this.#src !== null || this.#found !== null;
  }

  /** Fetches what is to be read, where it lies at an address. @param {AbortSignal} signal */
  async arrive(signal) {
    const src = this.#src;
    if (src === null || this.#fetched?.src === src) return;
    this.#fetched = null;
    this.#fetched = { src, text: await text(src, signal) };
  }

  /** Whether the child that was read has been replaced by another one. */
  get stale() {
    const own = this.#given === undefined && !this.#host.hasAttribute('recipe') && this.#src === null;
    const text = this.#child;
    return own && text !== null && this.#text !== null && text !== this.#text;
  }

  /** @returns {any} the figure; throws where there is none */
  read() {
    if (this.#refused) throw this.#refused;
    const found = this.#found;
    this.#text = this.#child;
    const figure = typeof found === 'string' ? parse(found, this.#src === null ? 'recipe' : `src: ${this.#src}`) : plain(found);
    // Without its card a figure asks nothing.
    if (hidden(this.#host).includes('ponder')) delete figure?.ponders;
    return figure;
  }

  get #found() {
    return this.#given ?? this.#host.getAttribute('recipe') ?? (this.#src === null ? this.#child : (this.#fetched?.text ?? null));
  }

  /** The address of the figure, if that is where it lies. */
  get #src() {
    return this.#given === undefined && !this.#host.hasAttribute('recipe') ? this.#host.getAttribute('src') : null;
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

/** @param {string} src @param {AbortSignal} signal */
async function text(src, signal) {
  const url = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : null;
  if (!url) throw new Fault('src', `${JSON.stringify(src)}; allowed is the address of a figure in JSON`);
  /** @param {unknown} why */
  const refuse = (why) => new Fault('src', `${url.href}; ${why instanceof Error ? why.message : why}`);
  const response = await fetch(url, { signal }).catch((error) => { throw refuse(error); });
  if (!response.ok) throw refuse(`the server says ${response.status} ${response.statusText}`.trim());
  return response.text();
}
