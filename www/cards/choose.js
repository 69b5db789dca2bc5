// A question with options: one, or several where several are right.
import { make } from '../dom.js';
import { prose } from '../prose.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function choose({ question, changed }) {
  const options = /** @type {Option[]} */ (question.ponder.options);
  const several = question.ponder.many ?? options.filter((option) => option.right).length > 1;
  const name = `choice-${question.id}`;
  const lines = options.map((option) => {
    const box = make('input', { type: several ? 'checkbox' : 'radio', name });
    box.addEventListener('change', changed);
    return { box, label: make('label', { class: 'option' }, box, make('span', {}, ...prose(option.text))) };
  });
  return {
    body: lines.map(({ label }) => label),
    answer() {
      const chosen = lines.flatMap(({ box }, i) => (box.checked ? [i] : []));
      return chosen.length ? chosen : undefined;
    },
    reveal: ({ answer }) => lines.map(({ box, label }, i) => {
      const mine = /** @type {number[] | undefined} */ (answer)?.includes(i) ?? false;
      box.disabled = true;
      box.checked = mine;
      return verdict(label, options[i], mine);
    }),
    truth: () => '',
  };
}

/** An option after the commit: whether it was right, whether it was the reader's, and why. @param {Element} label @param {Option} option @param {boolean} mine */
function verdict(label, option, mine) {
  const right = option.right === true;
  const tag = mine ? say(right ? 'yours-right' : 'yours-wrong') : right ? say('was-right') : '';
  label.classList.toggle('right', right);
  label.classList.toggle('mine', mine);
  const sign = tag && make('span', { class: 'sign', 'aria-hidden': 'true' }, right ? '✓' : '✗');
  const why = option.why ? make('span', { class: 'why' }, ...prose(option.why)) : null;
  return make('div', { class: 'judged' }, label,
    make('p', { class: 'feedback' }, sign, tag && make('span', { class: 'tag' }, tag), tag && why ? ' ' : '', why));
}
