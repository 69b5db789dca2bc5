// Text with formulas between dollar signs, as authors of questions write it.
import { tex } from './tex.js';

/** @param {string} text @returns {(string | Element)[]} */
export function prose(text) {
  return text.split(/\$([^$]+)\$/).map((piece, i) => (i % 2 ? tex(piece) : piece));
}
