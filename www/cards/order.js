// A question for an order: every item moves up and down by buttons.
import { icon, make } from '../dom.js';
import { prose } from '../prose.js';
import { shuffle } from '../shuffle.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function order({ question, changed }) {
  const texts = /** @type {string[]} */ (question.ponder.options);
  const order = shuffled(texts.length, `${question.id} ${question.ponder.ask}`);
  const root = make('ol', { class: 'order' });
  let settled = false;
  const swap = (/** @type {number} */ i, /** @type {number} */ by) => {
    [order[i], order[i + by]] = [order[i + by], order[i]];
    show();
    const item = root.children[i + by];
    const buttons = item.querySelectorAll('button');
    const next = [...buttons].find((button, k) => !button.disabled && k === (by > 0 ? 1 : 0)) ?? buttons[by > 0 ? 0 : 1];
    next.focus();
    changed();
  };
  const mover = (/** @type {number} */ i, /** @type {number} */ by) => {
    const label = say(by < 0 ? 'move-up' : 'move-down', { item: texts[order[i]] });
    const button = make('button', { type: 'button', class: 'plain', 'aria-label': label }, icon(by < 0 ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'));
    button.disabled = i + by < 0 || i + by >= order.length;
    button.addEventListener('click', () => swap(i, by));
    return button;
  };
  const show = () => root.replaceChildren(...order.map((item, i) => {
    const moves = settled ? [] : [mover(i, -1), mover(i, 1)];
    return make('li', {}, make('span', {}, ...prose(texts[item])), ...moves);
  }));
  show();
  return {
    body: [root],
    answer: () => [...order],
    reveal: ({ answer }) => {
      settled = true;
      order.splice(0, order.length, .../** @type {number[]} */ (answer ?? texts.map((_, i) => i)));
      show();
      return [root];
    },
    truth: () => say('truth-order', { order: texts.map((text, i) => `${i + 1}. ${text}`).join('  ') }),
  };
}

/** Always the same for the same question, never already right. @param {number} length @param {string} seed */
export function shuffled(length, seed) {
  const order = shuffle(length, seed);
  return order.every((item, i) => item === i) ? order.reverse() : order;
}
