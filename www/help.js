// The keys, in a dialog.
import { make } from './dom.js';
import { say } from './words.js';

/** What keys do, in the order of the list; keys that are words are said. @type {[string, string?][]} */
const KEYS = [
  ['play'], ['step', '← →'], ['ten'], ['ends'], ['tenths', '0 – 9'], ['speed', '< >'], ['parts', 'p'], ['restart', 'r'], ['skip', 's'], ['view'],
  ['read', 'c, [ ]'], ['zoom', '+ − 0'], ['pan'], ['start'], ['choose', '[ ]'], ['points'], ['undo'], ['whole', 'f'], ['help', '?'], ['leave'],
];

/** @typedef {import('./words.js').Key} Key */

/** Shut until it is asked for; opened, it is read from its title on. */
export function help() {
  const rows = KEYS.flatMap(([key, signs]) => [
    make('dt', {}, make('kbd', {}, signs ?? say(/** @type {Key} */ (`keys-${key}`)))), make('dd', {}, say(/** @type {Key} */ (`key-${key}`)))]);
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
