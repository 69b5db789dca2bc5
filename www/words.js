// Every word the figure says itself. Keys are looked up here; another language is another file of the same keys.
import english from './words/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} Key */

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values] for the {placeholders}
 * @returns {string}
 */
export function say(key, values = {}) {
  return english[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
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
