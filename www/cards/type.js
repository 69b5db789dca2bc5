// A question for a number.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function type({ changed }) {
  const field = make('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'field', 'aria-label': say('your-number') });
  const note = make('p', { class: 'note', id: 'no-number', role: 'alert' });
  const complain = (/** @type {boolean} */ wrong) => {
    field.setAttribute('aria-invalid', String(wrong));
    note.replaceChildren(wrong ? say('no-number') : '');
  };
  field.setAttribute('aria-describedby', note.id);
  // Half a number is no fault while it is being typed.
  field.addEventListener('input', () => {
    if (number(field.value) !== undefined || field.value.trim() === '') complain(false);
    changed();
  });
  field.addEventListener('change', () => complain(field.value.trim() !== '' && number(field.value) === undefined));
  return {
    body: [field, note],
    answer: () => number(field.value),
    reveal: ({ answer }) => {
      if (answer === undefined) return [];
      field.value ||= String(answer);
      field.readOnly = true;
      return [field];
    },
    truth: ({ truth }) => say('truth-number', { number: steady(/** @type {number} */ (truth)) }),
  };
}

/** As people type it: a decimal comma and a real minus sign are understood. @param {string} text */
export function number(text) {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? value : undefined;
}
