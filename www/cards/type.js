// A question for a number.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function type({ changed }) {
  const field = make('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'field', 'aria-label': say('your-number') });
  field.addEventListener('input', changed);
  return {
    body: [field],
    answer: () => number(field.value),
    reveal: ({ answer }) => {
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
