// What stands in a figure's place until it lives, and where it cannot: whatever the element holds to look at, which also
// shows without JavaScript; else the picture that the attribute names.
import { make } from './dom.js';

/** @param {Node} node whether there is something to see of it */
function seen(node) {
  if (node instanceof Element) return !node.matches('script, template');
  return node instanceof Text && node.data.trim() !== '';
}

/** @param {HTMLSlotElement} slot @param {HTMLElement} host */
export function poster(slot, host) {
  const nodes = /** @type {(Element | Text)[]} */ ([...host.childNodes].filter(seen));
  slot.assign(...nodes);
  const src = host.getAttribute('poster');
  // A slot shows its own content where nothing is assigned to it.
  slot.replaceChildren(...(src === null ? [] : [make('img', { src, part: 'poster', alt: host.getAttribute('alt') ?? '' })]));
}
