// Every word that exhibits say. Another language is another file of the same keys.
import english from '../words/exhibits.en.json' with { type: 'json' };

/** @typedef {keyof typeof english} Key */

/** @param {Key} key @param {Record<string, string | number>} [values] for the {placeholders} @returns {string} */
export function say(key, values = {}) {
  return english[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
