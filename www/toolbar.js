// Small buttons under a view for what can be done in it; locked while a question is open, as all that changes a run.
import { call, icon, make, on } from './dom.js';
import { say } from './words.js';

/** @typedef {{ key: import('./words.js').Key, path: string, work(): void, able(): boolean }} Tool path: its icon */

/**
 * @param {string} label @param {Tool[]} tools @param {import('./view.js').Context} context
 * @param {HTMLElement} home takes the focus from a button that has made itself useless
 */
export function toolbar(label, tools, { stage, signal }, home) {
  const buttons = tools.map(({ key, path, work }) => {
    const button = make('button', { type: 'button', class: 'plain' }, icon(path));
    call(button, say(key));
    on(button, 'click', () => {
      work();
      if (button.disabled) home.focus({ preventScroll: true });
    }, signal);
    return button;
  });
  return {
    root: make('div', { class: 'tucked', role: 'group', 'aria-label': label }, ...buttons),
    offer() {
      tools.forEach(({ key, able }, i) => {
        buttons[i].disabled = stage.asking || !able();
        call(buttons[i], say(key), stage.asking ? say('locked') : undefined);
      });
    },
  };
}
