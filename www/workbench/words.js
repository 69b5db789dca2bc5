// Every word that the playground's tools say. Another language is another file of the same keys.
import english from '../words/workbench.en.json' with { type: 'json' };

/** @typedef {keyof typeof english} Key */

/** @param {Key} key @param {Record<string, string | number>} [values] for the {placeholders} @returns {string} */
export function say(key, values = {}) {
  return english[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * A kind that the numbers name: its word if there is one, else what came with it.
 * @param {string} key @param {string} fallback @param {Record<string, string | number>} [values]
 */
export function sayOr(key, fallback, values = {}) {
  return Object.hasOwn(english, key) ? say(/** @type {Key} */ (key), values) : fallback;
}
