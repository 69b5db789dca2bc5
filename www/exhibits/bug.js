// Spot the bug: every line of the printed rule is a button. Once one is marked, the right form stands beside it.
import { make } from '../dom.js';
import { reveal } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @param {HTMLElement} hands */
export function bug(hands) {
  const list = hands.querySelector('ol.lines');
  if (!list) return;
  const told = telling();
  const buttons = [...list.children].map((item, i) => {
    // A button takes no name from a formula.
    const label = say('bug-line', { line: i + 1, text: (item.textContent ?? '').trim() });
    const button = make('button', { type: 'button', 'aria-pressed': 'false', 'aria-label': label });
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener('click', () => commit(i));
    return button;
  });
  list.before(make('p', { class: 'ask' }, say('bug-ask')));
  list.after(told);

  /** @param {number} i */
  function commit(i) {
    const wrong = [...(reveal(hands)?.querySelector('ol.lines')?.children ?? [])].findIndex((item) => item.matches('.marked'));
    buttons.forEach((button, line) => {
      button.disabled = true;
      button.setAttribute('aria-pressed', String(line === i));
      button.classList.toggle('wrong', line === wrong);
    });
    told.replaceChildren(say(i === wrong ? 'bug-right' : 'bug-wrong', { line: wrong + 1 }));
  }
}
