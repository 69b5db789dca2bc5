// Guesses that somebody made, one by one: the curve of each, and its place on the map.
import { make } from '../dom.js';
import { short } from '../numbers.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @param {HTMLElement} hands @param {{ rows: [number, number, number][] }} given weight, bias, loss */
export function replay(hands, { rows }) {
  const curves = [...hands.querySelectorAll('.guess')];
  const numbers = [...hands.querySelectorAll('svg.curve .f-ink:not(:first-of-type)')];
  const dots = [...hands.querySelectorAll('.dot')];
  const told = telling();
  const back = make('button', { type: 'button' }, say('back'));
  const next = make('button', { type: 'button', class: 'main' }, say('next-guess'));
  hands.append(make('div', { class: 'controls' }, told, make('div', { class: 'buttons' }, back, next)));
  for (const number of numbers) if (/^[1-9]$/.test(number.textContent ?? '')) number.remove();
  let at = 0;
  const show = () => {
    curves.forEach((curve, i) => state(curve, i, at));
    dots.forEach((dot, i) => state(dot, i, at));
    [back.disabled, next.disabled] = [at === 0, at === rows.length - 1];
    told.replaceChildren(tell(rows, at));
  };
  back.addEventListener('click', () => { at -= 1; show(); });
  next.addEventListener('click', () => { at += 1; show(); });
  show();
}

/** @param {Element} shape @param {number} i @param {number} at */
function state(shape, i, at) {
  shape.classList.toggle('later', i > at);
  shape.classList.toggle('past', i < at);
}

/** @param {[number, number, number][]} rows @param {number} at */
function tell(rows, at) {
  const [w, b, loss] = rows[at];
  const said = say('guess-says', { n: at + 1, w: short(w), b: short(b), loss: short(loss) });
  if (at === 0) return said;
  const before = rows[at - 1][2];
  return `${said} ${say(loss > before ? 'guess-worse' : 'guess-better', { gap: short(Math.abs(loss - before)) })}`;
}
