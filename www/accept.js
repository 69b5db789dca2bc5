// Refuses questions that nobody could ask or answer, with their path and what is allowed. (Recipe and view are
// checked by the numbers' side; questions never cross to it.)
import { list } from './words.js';

const KEYS = ['id', 'at', 'kind', 'ask', 'options', 'answer', 'why'];
const KINDS = ['choose', 'click', 'draw', 'type', 'order'];
const EVENTS = ['u-turn', 'uphill', 'plateau'];

/** What is wrong, with the path that the element's `error` event carries. */
export class Fault extends Error {
  /** @param {string} path @param {string} problem */
  constructor(path, problem) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}

/** @param {unknown} ponders @returns {Ponder[]} */
export function accept(ponders) {
  if (ponders === undefined || ponders === null) return [];
  if (!Array.isArray(ponders)) throw new Fault('ponders', 'allowed is a list of questions');
  ponders.forEach((ponder, i) => question(ponder, `ponders[${i}]`));
  const ids = ponders.map((ponder) => ponder.id).filter((id) => id !== undefined);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0) throw new Fault('ponders', `id ${ids[twice]} is there twice; each is allowed once`);
  return ponders;
}

/** @param {any} ponder @param {string} path */
function question(ponder, path) {
  if (!record(ponder)) throw new Fault(path, 'allowed is an object');
  const unknown = Object.keys(ponder).find((key) => !KEYS.includes(key));
  if (unknown) throw new Fault(`${path}.${unknown}`, `unknown; a question knows ${list(KEYS)}`);
  if (!KINDS.includes(ponder.kind)) throw new Fault(`${path}.kind`, `${ponder.kind}; allowed is ${list(KINDS, 'or')}`);
  if (typeof ponder.ask !== 'string' || ponder.ask === '') throw new Fault(`${path}.ask`, 'needed is the text of the question');
  if (!timely(ponder.at)) throw new Fault(`${path}.at`, `${show(ponder.at)}; allowed is a step, "end" or {"event": …}`);
  if (ponder.kind === 'choose' || ponder.kind === 'order') options(ponder, path);
  else answer(ponder, path);
}

/** @param {any} ponder @param {string} path */
function options({ kind, options }, path) {
  const many = Array.isArray(options) && options.length > 1;
  if (!many) throw new Fault(`${path}.options`, 'needed are at least two');
  if (kind === 'order') {
    if (!options.every(text)) throw new Fault(`${path}.options`, 'allowed are texts, in the right order');
    return;
  }
  if (!options.every((option) => record(option) && text(option.text))) {
    throw new Fault(`${path}.options`, 'allowed are objects {"text", "right", "why"}');
  }
  if (!options.some((option) => option.right === true)) throw new Fault(`${path}.options`, 'one at least must be "right": true');
}

/** @param {any} ponder @param {string} path */
function answer({ kind, answer }, path) {
  const value = record(answer) ? answer.value : answer;
  if (value === undefined || value === null) return;
  const point = Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
  if (kind === 'type' ? !Number.isFinite(value) : !point) {
    throw new Fault(`${path}.answer`, `${show(value)}; allowed is ${kind === 'type' ? 'a number' : '[w, b]'}`);
  }
}

/** @param {any} at */
function timely(at) {
  if (at === 'end' || Number.isFinite(at)) return true;
  const event = record(at) ? at.event : undefined;
  return EVENTS.includes(event) || (record(event) && Number.isFinite(event.loss_below));
}

/** @param {unknown} value */
const record = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const text = (value) => typeof value === 'string' && value !== '';

/** @param {unknown} value */
const show = (value) => (value === undefined ? 'missing' : JSON.stringify(value));
