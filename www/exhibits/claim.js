// A claim: the reader says whether it holds, fails or depends; then the verdict that was measured, its numbers, and one
// click away a run that shows where the claim fails.
import { make } from '../dom.js';
import { reveal } from './reveal.js';
import { say } from './words.js';

const VERDICTS = /** @type {const} */ (['holds', 'fails', 'depends']);

/** @param {HTMLElement} hands @param {{ verdict: string }} given */
export function claim(hands, given) {
  const told = make('p', { class: 'told', role: 'status' });
  const buttons = VERDICTS.map((verdict) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' }, say(verdict));
    button.addEventListener('click', () => commit(button, verdict));
    return button;
  });
  hands.append(make('div', { class: 'verdicts' }, make('p', {}, say('claim-ask')), make('div', { class: 'buttons' }, ...buttons)), told);

  /** @param {HTMLButtonElement} chosen @param {string} verdict */
  function commit(chosen, verdict) {
    const right = verdict === given.verdict;
    for (const button of buttons) button.disabled = true;
    chosen.setAttribute('aria-pressed', 'true');
    told.replaceChildren(say(right ? 'claim-right' : 'claim-wrong'));
    reveal(hands);
  }
}
