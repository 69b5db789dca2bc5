// Every kind of question, one a file.
import { choose } from './choose.js';
import { click } from './click.js';
import { draw } from './draw.js';
import { order } from './order.js';
import { type } from './type.js';

/**
 * @typedef {object} Asked what a kind is given
 * @property {import('../questions.js').Question} question
 * @property {import('../stage.js').Stage} stage
 * @property {() => void} changed to be called when the answer is another one
 * @property {AbortSignal} signal
 */

/**
 * @typedef {object} Answering what a kind gives
 * @property {Node[]} body what the reader answers with
 * @property {() => unknown} answer in the form of the key; undefined while there is none
 * @property {(verdict: import('../questions.js').Verdict) => Node[]} reveal the same after the commit, or, without an answer, after a skip
 * @property {(verdict: import('../questions.js').Verdict) => string} truth a sentence; empty where the answer itself shows it
 * @property {(verdict: import('../questions.js').Verdict) => string | undefined} [head] what to call the verdict, if not right or wrong
 * @property {boolean} [measured] whether `truth` tells how far off the answer is
 */

/** @typedef {(asked: Asked) => Answering} Kind */

/** @type {Record<string, Kind>} */
export const CARDS = { choose, click, draw, type, order };
