// The keys, in a dialog.
import { make } from './dom.js';
import { say } from './words.js';

/** @type {[string, import('./words.js').Key][]} */
const KEYS = [
  ['Space, k', 'key-play'], ['← →', 'key-step'], ['Shift ← →', 'key-ten'], ['Home, End', 'key-ends'], ['0 – 9', 'key-tenths'],
  ['< >', 'key-speed'], ['p', 'key-parts'], ['r', 'key-restart'], ['s', 'key-skip'], ['Tab', 'key-view'],
  ['c, [ ]', 'key-read'], ['+ − 0', 'key-zoom'], ['Shift ← ↑', 'key-pan'], ['Shift ← ↑', 'key-start'], ['[ ]', 'key-choose'], ['Insert, Delete', 'key-points'], ['Ctrl Z, Ctrl Y', 'key-undo'],
  ['f', 'key-whole'], ['?', 'key-help'], ['Esc', 'key-leave'],
];

/** Shut until it is asked for; opened, it is read from its title on. */
export function help() {
  const rows = KEYS.flatMap(([keys, does]) => [make('dt', {}, make('kbd', {}, keys)), make('dd', {}, say(does))]);
  const title = make('h2', { id: 'keys', tabindex: -1 }, say('keys'));
  const close = make('button', { class: 'main', value: 'close' }, say('close'));
  const dialog = make('dialog', { class: 'help', 'aria-labelledby': 'keys' },
    make('form', { method: 'dialog' }, title, make('dl', {}, ...rows), make('p', { class: 'tools' }, close)));
  // In a sandbox without `allow-forms` the form alone would not close it.
  close.addEventListener('click', (event) => {
    event.preventDefault();
    dialog.close();
  });
  // No `autofocus`: a host page would hear of it before anybody has asked.
  return { dialog, open() { dialog.showModal(); title.focus(); } };
}
