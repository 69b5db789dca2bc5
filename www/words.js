// Every word the figure says itself. Keys are looked up here; another language is another file of the same keys.
import { Fault } from './fault.js';
import english from './words/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} Key */

/** Languages that a page has brought, by the first part of their tag. @type {Map<string, Partial<Record<Key, string>>>} */
const brought = new Map();

/** What this page's figures speak; settled by the first of them. */
let tongue = '';
let table = english;

/** Brings another language, before the figures start. What it has no word for is said in English. @param {string} lang @param {Partial<Record<Key, string>>} words */
export function words(lang, words) {
  const unknown = Object.entries(words).find(([key, word]) => !Object.hasOwn(english, key) || typeof word !== 'string');
  if (unknown) throw new Fault(`words.${unknown[0]}`, 'unknown; allowed are the keys of words/en.json, each with a text');
  brought.set(primary(lang), words);
}

/** Speaks a language if it was brought, else English. @param {string} lang */
export function speak(lang) {
  if (tongue) return;
  const found = brought.get(primary(lang));
  tongue = found ? lang : 'en';
  table = { ...english, ...found };
}

/** The language that is spoken. */
export const spoken = () => tongue || 'en';

/** @param {string} lang a tag such as de-CH */
const primary = (lang) => lang.toLowerCase().split('-')[0];

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values] for the {placeholders}
 * @returns {string}
 */
export function say(key, values = {}) {
  return table[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * A kind that the numbers name: its word if there is one, else the sentence that came with it.
 * @param {string} key @param {string} fallback
 */
export function sayOr(key, fallback) {
  return Object.hasOwn(english, key) ? say(/** @type {Key} */ (key)) : fallback;
}

/** `a, b and c`. @param {string[]} items @param {'and' | 'or'} [joint] */
export function list(items, joint = 'and') {
  const most = items.slice(0, -1);
  return most.length ? `${most.join(', ')} ${say(joint)} ${items.at(-1)}` : (items[0] ?? '');
}
