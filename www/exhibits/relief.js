// Guess the surface: a map, three lands, one of which it belongs to. The rounds wait in a template, with their keys; the
// lands are drawn here by the engine.
import { make } from '../dom.js';
import { ready } from '../ponder.js';
import { land } from './land.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @typedef {{ right: number, options: { expression: string, why: string }[] }} Round */

const LETTERS = ['A', 'B', 'C'];
/** Higher than any land: its line is never drawn. */
const BEYOND = 1e6;
/** @type {[number, number]} */
const MAP = [300, 270];
/** @type {[number, number]} */
const SIDE = [230, 200];

/** @param {HTMLElement} hands @param {any} given */
export async function relief(hands, given) {
  await ready;
  const template = hands.querySelector('template.rounds');
  if (!(template instanceof HTMLTemplateElement)) return;
  /** @type {Round[]} */
  const rounds = JSON.parse(template.content.textContent ?? '[]');
  const own = hands.querySelectorAll('.round').length;
  hands.querySelector('.still')?.remove();
  const place = make('div', { class: 'rounds' });
  hands.append(place);
  let at = 0;
  const next = () => {
    at = (at + 1) % rounds.length;
    show(true);
  };
  /** @param {boolean} focus */
  const show = (focus) => {
    const more = at + 1 < own ? 'relief-next' : 'relief-more';
    const round = one(rounds[at], at + 1, given, make('button', { type: 'button', class: 'main' }, say(more)), next);
    place.replaceChildren(...round);
    if (focus) /** @type {HTMLElement | null} */ (place.querySelector('.ask'))?.focus();
  };
  show(false);
}

/** @param {Round} round @param {number} n @param {any} given @param {HTMLButtonElement} more @param {() => void} next */
function one(round, n, given, more, next) {
  const picture = (/** @type {string} */ expression, /** @type {ViewName} */ name, /** @type {[number, number]} */ size) =>
    land({ surface: { expression }, run: given.run, view: { window: given.window, camera: given.camera, levels: given.levels, layers: ['land', 'contour-lines', ...(name === 'surface' ? ['box'] : [])] }, size, name });
  const told = telling();
  const truth = make('p', { class: 'told' });
  const map = make('div', { class: 'map', role: 'img', 'aria-label': say('relief-map', { n }) }, picture(round.options[round.right].expression, 'contour', MAP));
  const buttons = round.options.map(({ expression }, i) => {
    const name = say('relief-option', { letter: LETTERS[i] });
    // Lines on the lands would give the map away: they come when the answer is in.
    const bare = land({ surface: { expression }, run: given.run, view: { window: given.window, camera: given.camera, levels: [BEYOND], layers: ['land', 'box'] }, size: SIDE, name: 'surface' });
    const button = make('button', { type: 'button', class: 'land', 'aria-pressed': 'false' }, bare, make('span', {}, name));
    button.addEventListener('click', () => commit(i));
    return button;
  });
  more.hidden = true;
  more.addEventListener('click', next);
  /** @param {number} chosen */
  const commit = (chosen) => {
    buttons.forEach((button, i) => {
      button.disabled = true;
      button.setAttribute('aria-pressed', String(i === chosen));
      button.classList.toggle('right', i === round.right);
      button.querySelector('canvas')?.replaceWith(picture(round.options[i].expression, 'surface', SIDE));
    });
    const letter = LETTERS[chosen];
    const right = { letter: LETTERS[round.right], why: round.options[round.right].why };
    told.replaceChildren(chosen === round.right ? say('relief-right', right) : say('relief-wrong', { letter, why: round.options[chosen].why }));
    if (chosen !== round.right) truth.replaceChildren(say('relief-truth', right));
    more.hidden = false;
    more.focus();
  };
  return [make('p', { class: 'ask', tabindex: -1 }, say('relief-ask', { n })), map, make('div', { class: 'lands' }, ...buttons), told, truth, make('div', { class: 'buttons' }, more)];
}
