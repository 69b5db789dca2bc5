// Runs that will not learn: each case has its question.
import { asks } from './choice.js';

/** @param {HTMLElement} hands */
export function diagnosis(hands) {
  for (const one of hands.querySelectorAll('.case')) asks(one);
}
