// Every word the figure says itself. Keys are looked up here; another language is another file of the same keys, which is
// fetched when a figure wants it (www/words/tongues.js). What the numbers' side says comes in English, and is found again
// among a language's phrases.
import { BOOK, TONGUES } from '#tongues';
import { Fault } from './fault.js';
import english from './words/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} Key */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {Readonly<Record<string, string>>} Table */
/** A language: the words of each bundle and of the numbers' side, and which way it is written. @typedef {{ figure: Table, exhibits?: Table, workbench?: Table, phrases?: Table, dir?: 'ltr' | 'rtl' }} Tongue */

/** Languages that a page has brought, by the first part of their tag. @type {Map<string, Tongue>} */
const brought = new Map();

/** What this page's figures speak; settled by the first of them. @type {{ lang: string, tongue: Tongue, book?: import('./words/book.js').Book }} */
let now = { lang: 'en', tongue: { figure: {} } };
/** @type {Promise<void> | undefined} */
let settled;

/**
 * Brings another language, before the figures start. What it has no word for is said in English.
 * @param {string} lang @param {Table} words @param {Omit<Tongue, 'figure'>} [more] words of the playground's tools and exhibits, phrases, the direction
 */
export function words(lang, words, more = {}) {
  const unknown = Object.entries(words).find(([key, word]) => !Object.hasOwn(english, key) || typeof word !== 'string');
  if (unknown) throw new Fault(`words.${unknown[0]}`, 'unknown; allowed are the keys of words/en.json, each with a text');
  brought.set(primary(lang), { ...more, figure: words });
}

/** Speaks a language if a page has brought it or the figure comes with it, else English. @param {string} lang */
export function speak(lang) {
  settled ??= found(primary(lang)).then((found) => {
    if (found) now = { lang, ...found };
  // A figure in English is better than none.
  }).catch(() => {});
  return settled;
}

/** The language that the text of an element is in. @param {HTMLElement} element */
export const around = (element) => /** @type {HTMLElement | null} */ (element.closest('[lang]'))?.lang ?? '';

/** A language, and who finds its phrases. @param {string} name */
async function found(name) {
  const tongue = brought.get(name) ?? (Object.hasOwn(TONGUES, name) ? await TONGUES[name]() : undefined);
  if (!tongue?.phrases) return tongue && { tongue };
  const { Book } = await BOOK();
  return { tongue, book: new Book(tongue.phrases, filled) };
}

/** What elements with words in them say of those. */
export const speech = () => ({ lang: now.lang, dir: now.tongue.dir ?? 'ltr' });

/** @param {string} lang a tag such as de-CH */
const primary = (lang) => lang.toLowerCase().split('-')[0];

/** What the numbers' side needs, to write it on pictures; nothing in English. */
export const phrases = () => now.tongue.phrases;

/**
 * What a bundle says in its own words.
 * @template {string} K
 * @param {'exhibits' | 'workbench'} part @param {Readonly<Record<K, string>>} english
 */
export const speaker = (part, english) => ({
  /** @param {K} key @param {Values} [values] for the {placeholders} */
  say: (key, values) => filled(now.tongue[part]?.[key] ?? english[key], values),
  /** @param {string} key @param {string} fallback @param {Values} [values] */
  sayOr: (key, fallback, values) => (Object.hasOwn(english, key) ? filled(now.tongue[part]?.[key] ?? english[/** @type {K} */ (key)], values) : fallback),
});

/** @param {Key} key @param {Values} [values] for the {placeholders} */
export const say = (key, values) => filled(now.tongue.figure[key] ?? english[key], values);

/** A kind that the numbers name: its word if there is one, else what came with it. @param {string} key @param {string} fallback */
export const sayOr = (key, fallback) => (Object.hasOwn(english, key) ? say(/** @type {Key} */ (key)) : fallback);

/** @param {string} text @param {Values} [values] */
export function filled(text, values = {}) {
  // Among words from right to left a number or a name keeps its own order: its first letter says which.
  const [before, after] = now.tongue.dir === 'rtl' ? ['\u2068', '\u2069'] : ['', ''];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? before + String(values[name]) + after : whole));
}

/** What the numbers' side says, in the language that is spoken. @param {string} text */
export const phrase = (text) => now.book?.phrase(text) ?? text;

/** The same with its texts in the language that is spoken. @template T @param {T} tree plain data from the numbers' side @returns {T} */
export const translated = (tree) => now.book?.translated(tree) ?? tree;

/** What the numbers' side calls by an id, such as a knob. @param {string} id */
export const called = (id) => phrase(id.replaceAll(/[-_]/g, ' '));

/** What is wrong, as an error of the numbers' side says it. @param {unknown} error */
export function wrong(error) {
  const text = error instanceof Error ? error.message : String(error);
  return now.book?.wrong(text) ?? text;
}

/** `a, b and c`. @param {string[]} items @param {'and' | 'or'} [joint] */
export function list(items, joint = 'and') {
  const most = items.slice(0, -1);
  return most.length ? `${most.join(', ')} ${say(joint)} ${items.at(-1)}` : (items[0] ?? '');
}
