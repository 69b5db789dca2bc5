// A claim: the reader says whether it holds, fails or depends; then the verdict that was measured, its numbers, and one
// click away a run that shows where the claim fails.
import { make } from '../dom.js';
import { reveal } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

const VERDICTS = /** @type {const} */ (['holds', 'fails', 'depends']);

/** @param {HTMLElement} hands */
export function claim(hands) {
  const told = telling();
  const buttons = VERDICTS.map((verdict) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' }, say(verdict));
    button.addEventListener('click', () => commit(button, verdict));
    return button;
  });
  hands.append(make('div', { class: 'verdicts' }, make('p', {}, say('claim-ask')), make('div', { class: 'buttons' }, ...buttons)), told);

  /** @param {HTMLButtonElement} chosen @param {string} verdict */
  function commit(chosen, verdict) {
    for (const button of buttons) button.disabled = true;
    chosen.setAttribute('aria-pressed', 'true');
    const result = reveal(hands);
    const measured = result?.querySelector('[data-verdict]')?.getAttribute('data-verdict');
    told.replaceChildren(say(measured === verdict ? 'claim-right' : 'claim-wrong'));
  }
}
