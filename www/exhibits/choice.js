// The question of an exhibit: every option is a button. The key waits in a template until one is chosen.
import { make } from '../dom.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @typedef {{ right: number, whys: (string | null)[], why: string }} Key */

/**
 * @param {Element} place what holds the question
 * @param {() => void} [then] what to do once the reader has committed
 */
export function asks(place, then) {
  const asking = place.querySelector('.asking');
  const list = asking?.querySelector('.choices');
  if (!asking || !list) return;
  const told = telling();
  const buttons = [...list.children].map((item, i) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' });
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener('click', () => commit(i));
    return button;
  });
  list.after(told);

  /** @param {number} chosen */
  function commit(chosen) {
    const { right, whys, why } = key(/** @type {Element} */ (asking));
    buttons.forEach((button, i) => {
      button.disabled = true;
      button.setAttribute('aria-pressed', String(i === chosen));
      button.classList.toggle('right', i === right);
    });
    const verdict = make('strong', {}, say(chosen === right ? 'choice-right' : 'choice-wrong'));
    told.replaceChildren(verdict, ` ${whys[chosen] ?? ''} ${why}`);
    then?.();
  }
}

/** @param {Element} asking @returns {Key} */
function key(asking) {
  const template = asking.querySelector('template.key');
  return JSON.parse((template instanceof HTMLTemplateElement && template.content.textContent) || 'null');
}
