// What stands in a figure's place when it cannot live.
import { make } from './dom.js';
import { Unreachable } from './recovery.js';
import { say, speech, wrong } from './words.js';

/** A recipe that is wrong: every fault on its own line, as the numbers' side says it. @param {Error} error */
export function badRecipe(error) {
  const lines = said(wrong(error).split('\n'));
  return make('div', { class: 'notice', role: 'status', part: 'notice', ...speech() }, make('p', { class: 'label' }, say('bad-recipe')), lines);
}

/** Faults, one a line, with their places. @param {string[]} faults */
export function said(faults) {
  return make('ul', {}, ...faults.map((line) => {
    const colon = line.indexOf(': ');
    const path = colon > 0 ? make('code', {}, line.slice(0, colon)) : null;
    return make('li', {}, path, colon > 0 ? line.slice(colon) : line);
  }));
}

/** A figure that failed where nobody expected it, while everything around it goes on. @param {Error} error @param {() => void} again */
export function stopped(error, again) {
  const why = make('details', {}, make('summary', {}, say('stopped-why')), make('p', {}, reasons(error)));
  return make('div', { class: 'notice', role: 'alert', part: 'notice', ...speech() }, make('p', { class: 'label' }, say('stopped')), make('p', {}, say('stopped-kept')), button(say('start-again'), again), why);
}

/** An error's words, and those of what caused it. @param {unknown} error @returns {string} */
function reasons(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${reasons(error.cause)})`;
}

/** @param {string} word @param {() => void} act */
function button(word, act) {
  const made = make('button', { type: 'button', class: 'main' }, word);
  made.addEventListener('click', act);
  return make('p', { class: 'tools' }, made);
}

/** Something that has to be fetched did not come; what does not need it goes on. @param {string} sentence @param {() => void} again */
export function notFetched(sentence, again) {
  return make('div', { class: 'notice', role: 'status', part: 'notice', ...speech() }, make('p', {}, sentence), button(say('try-again'), again));
}

/** The wasm could not be fetched; or it is missing or refused. The poster stays, with a sentence. @param {unknown} error @param {() => void} again */
export function noEngine(error, again) {
  if (error instanceof Unreachable) return notFetched(say('no-fetch'), again);
  const link = make('a', { href: 'https://developer.mozilla.org/docs/WebAssembly' }, say('no-engine-link'));
  return make('p', { class: 'notice', role: 'status', part: 'notice', ...speech() }, say('no-engine'), ' ', link);
}
