// A plane that rises through the land: level by level it leaves a line, seen from the front and from above.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { land } from './land.js';
import { slider } from './parts.js';
import { say } from './words.js';

/** Milliseconds for one slice. */
const PACE = 700;

/** @param {HTMLElement} hands @param {any} given */
export async function slices(hands, given) {
  const pictures = [...hands.querySelectorAll('svg')].map((svg) => [...svg.querySelectorAll('.slice')]);
  const last = given.levels.length - 1;
  let timer = 0;
  const number = make('output', { 'aria-hidden': 'true' });
  const chosen = slider(say('slice'), { min: 0, max: last, value: 2 }, (at) => {
    for (const lines of pictures) {
      lines.forEach((line, i) => {
        line.classList.toggle('later', i > at);
        line.classList.toggle('now', i === at);
      });
    }
    const said = say('slice-says', { level: given.levels[at] });
    number.replaceChildren(said);
    return said;
  });
  const input = /** @type {HTMLInputElement} */ (chosen.root.querySelector('input'));
  const rise = make('button', { type: 'button' }, say('slice-rise'));
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    rise.replaceChildren(say('slice-rise'));
  };
  rise.addEventListener('click', () => {
    if (timer) return stop();
    chosen.put(0);
    rise.replaceChildren(say('slice-stop'));
    timer = window.setInterval(() => {
      if (!hands.isConnected || Number(input.value) >= last) return stop();
      chosen.put(Number(input.value) + 1);
    }, PACE);
  });
  input.addEventListener('input', stop);
  hands.append(make('div', { class: 'controls' }, chosen.root, make('p', { class: 'told' }, number), make('div', { class: 'buttons' }, rise)));
  chosen.start();
  await begun();
  hands.querySelector('.over')?.prepend(land({ ...given, name: 'surface' }));
}
