// What the numbers' side says comes in English: each text is found again among a language's phrases, which may be patterns
// with {holes}. So nothing but the page knows of languages.

/** What of the numbers' tables and answers is text. */
const TEXTS = ['title', 'about', 'sentence', 'found', 'given', 'allowed', 'message'];

const HOLE = /\{(\w+)\}/g;

export class Book {
  #phrases;
  #filled;
  /** @type {[RegExp, string][]} */
  #patterns;

  /** @param {import('../words.js').Table} phrases from English to the language @param {typeof import('../words.js').filled} filled */
  constructor(phrases, filled) {
    this.#phrases = phrases;
    this.#filled = filled;
    const said = (/** @type {[string, string]} */ [from]) => from.replaceAll(HOLE, '').length;
    // Of several patterns that fit, the one that says most.
    const patterns = Object.entries(phrases).filter(([from]) => from.includes('{')).sort((a, b) => said(b) - said(a));
    this.#patterns = patterns.map(([from, to]) => [pattern(from), to]);
  }

  /** What is no phrase stays English; what fills a hole may be a phrase. @param {string} text @returns {string} */
  phrase(text) {
    if (Object.hasOwn(this.#phrases, text)) return this.#phrases[text];
    for (const [form, to] of this.#patterns) {
      const held = form.exec(text)?.groups;
      if (held) return this.#filled(to, Object.fromEntries(Object.entries(held).map(([name, value]) => [name, this.#word(value)])));
    }
    return text;
  }

  /** @param {string} text */
  #word(text) {
    return Object.hasOwn(this.#phrases, text) ? this.#phrases[text] : text;
  }

  /** Plain data with its texts as phrases. @template T @param {T} tree @returns {T} */
  translated(tree) {
    if (typeof tree !== 'object' || tree === null) return tree;
    if (Array.isArray(tree)) return /** @type {T} */ (tree.map((item) => this.translated(item)));
    return /** @type {T} */ (Object.fromEntries(Object.entries(tree).map(([key, value]) => (
      [key, typeof value === 'string' && TEXTS.includes(key) ? this.phrase(value) : this.translated(value)]))));
  }

  /** Faults, each on its line: a place, what was given, what is allowed. @param {string} text */
  wrong(text) {
    const halves = (/** @type {string} */ said) => said.split('; ').map((half) => this.phrase(half)).join('; ');
    return text.split('\n').map((line) => line.replace(/^(\S+: )?(.*)$/s, (_, path = '', said) => path + halves(said))).join('\n');
  }
}

/** @param {string} phrase */
const pattern = (phrase) => new RegExp(`^${phrase.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(HOLE, '(?<$1>.+?)')}$`, 's');
