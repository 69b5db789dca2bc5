// What waits in a template until the reader has committed.
import { make } from '../dom.js';

/** Says that the reader has committed, for text that waits for it. @param {HTMLElement} hands */
export function committed(hands) {
  hands.dispatchEvent(new Event('commit', { bubbles: true }));
}

/** Puts the result behind what stands in the exhibit; the key is in it and nowhere else. @param {HTMLElement} hands */
export function reveal(hands) {
  const template = hands.querySelector('template.result');
  if (!(template instanceof HTMLTemplateElement)) return null;
  const result = make('div', { class: 'told-all' });
  result.append(template.content.cloneNode(true));
  template.remove();
  hands.append(result);
  committed(hands);
  // A figure is made when it is asked for: it measures the room it has.
  for (const more of result.querySelectorAll('details')) {
    more.addEventListener('toggle', () => {
      const inside = more.querySelector(':scope > template');
      if (!more.open || !(inside instanceof HTMLTemplateElement)) return;
      more.append(inside.content.cloneNode(true));
      inside.remove();
      tell(more);
    });
  }
  return result;
}

/** A figure that asks nothing opens where its poster stood. @param {HTMLElement} place */
function tell(place) {
  const figure = /** @type {(HTMLElement & { ready: Promise<unknown>, seek(step: number): void }) | null} */ (place.querySelector('ponder-figure[data-step]'));
  figure?.ready.then(() => figure.seek(Number(figure.dataset.step))).catch(() => {});
}
