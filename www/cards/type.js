// A question for a number.
import { make } from '../dom.js';
import { short, steady } from '../numbers.js';
import { prose } from '../prose.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function type({ question: { ponder }, changed }) {
  const field = make('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'field', 'aria-label': say('your-number') });
  const note = make('p', { class: 'note', id: 'no-number', role: 'status' });
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
      return [field, ...mistaken(ponder, /** @type {number} */ (answer))];
    },
    truth: ({ truth }) => say('truth-number', { number: said(/** @type {number} */ (truth)) }),
  };
}

/** Why a number that is likely to be typed is wrong, if this is one. @param {Ponder} ponder @param {number} answer */
function mistaken({ wrong = [], answer: key }, answer) {
  const { value, tolerance } = /** @type {{ value: number, tolerance: number }} */ (key ?? { value: answer, tolerance: 0 });
  const right = Math.abs(answer - value) <= tolerance;
  const found = right ? undefined : wrong.find((known) => Math.abs(answer - known.value) <= tolerance);
  return found ? [make('p', { class: 'mistaken' }, ...prose(found.why))] : [];
}

/** What was counted has nothing behind the point. @param {number} truth */
const said = (truth) => (Number.isInteger(truth) && Math.abs(truth) < 1e5 ? short(truth, 6) : steady(truth));

/** As people type it: a decimal comma and a real minus sign are understood. @param {string} text */
export function number(text) {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? value : undefined;
}
