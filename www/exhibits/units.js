// Units: the reader chooses a unit for every row; then each stands beside the power that was measured.
import { make } from '../dom.js';
import { reveal } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** @param {HTMLElement} hands @param {{ names: string[] }} given */
export function units(hands, { names }) {
  const rows = [...hands.querySelectorAll('table.units tbody tr')];
  const told = telling();
  const button = make('button', { type: 'button', disabled: '' }, say('units-compare'));
  const choices = rows.map((row) => {
    const label = say('units-of', { what: row.querySelector('th')?.textContent ?? '' });
    const select = make('select', { 'aria-label': label }, make('option', { value: '' }, '?'), ...names.map((name) => make('option', {}, name)));
    select.addEventListener('change', () => { button.disabled = choices.some((choice) => !choice.value); });
    row.querySelector('.guess')?.append(select);
    return select;
  });
  button.addEventListener('click', () => {
    button.disabled = true;
    const result = [...(reveal(hands)?.querySelectorAll('td.unit') ?? [])].map((cell) => cell.textContent);
    const wrong = choices.filter((choice, i) => {
      choice.disabled = true;
      const right = choice.value === result[i];
      choice.after(make('span', { class: 'mark' }, right ? '✓' : say('units-not', { unit: result[i] ?? '' })));
      return !right;
    });
    told.replaceChildren(wrong.length ? say('units-some', { right: choices.length - wrong.length, all: choices.length }) : say('units-all'));
  });
  hands.querySelector('table.units')?.after(make('div', { class: 'verdicts' }, make('p', {}, say('units-ask')), make('div', { class: 'buttons' }, button)), told);
}
