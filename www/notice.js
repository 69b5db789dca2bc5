// What stands in a figure's place when it cannot live.
import { make } from './dom.js';
import { say } from './words.js';

/** A recipe that is wrong: every fault on its own line, as the numbers' side says it. @param {Error} error */
export function badRecipe(error) {
  const lines = said(error.message.split('\n'));
  return make('div', { class: 'notice', role: 'status', part: 'notice' }, make('p', { class: 'label' }, say('bad-recipe')), lines);
}

/** Faults, one a line, with their places. @param {string[]} faults */
export function said(faults) {
  return make('ul', {}, ...faults.map((line) => {
    const colon = line.indexOf(': ');
    const path = colon > 0 ? make('code', {}, line.slice(0, colon)) : null;
    return make('li', {}, path, colon > 0 ? line.slice(colon) : line);
  }));
}

/** WebAssembly is missing or refused: the poster stays, with a sentence. */
export function noEngine() {
  const link = make('a', { href: 'https://developer.mozilla.org/docs/WebAssembly' }, say('no-engine-link'));
  return make('p', { class: 'notice', role: 'status', part: 'notice' }, say('no-engine'), ' ', link);
}
