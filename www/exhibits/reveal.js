// What waits in a template until the reader has committed.
import { make } from '../dom.js';

/** Puts the result behind what stands in the exhibit. @param {HTMLElement} hands */
export function reveal(hands) {
  const template = hands.querySelector('template.result');
  if (!(template instanceof HTMLTemplateElement)) return;
  const result = make('div', { class: 'told-all' });
  result.append(template.content.cloneNode(true));
  template.remove();
  hands.append(result);
  // A figure is made when it is asked for: it measures the room it has.
  for (const more of result.querySelectorAll('details')) {
    more.addEventListener('toggle', () => {
      const inside = more.querySelector(':scope > template');
      if (!more.open || !(inside instanceof HTMLTemplateElement)) return;
      more.append(inside.content.cloneNode(true));
      inside.remove();
    });
  }
}
