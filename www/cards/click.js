// A question for a place on the map.
import { make, on } from '../dom.js';
import { place } from '../numbers.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function click({ stage, changed, signal }) {
  const names = stage.facts.surface.parameters;
  const spot = make('p', { class: 'spot' }, say('no-place'));
  on(stage, 'aim', () => {
    spot.replaceChildren(stage.aim ? say('your-place', { place: place(stage.aim, names) }) : say('no-place'));
    stage.say(String(spot.textContent));
    changed();
  }, signal);
  return {
    body: [make('p', { class: 'how' }, say('how-click')), spot],
    answer: () => stage.aim ?? undefined,
    reveal: () => [],
    truth: ({ truth }) => say('truth-place', { place: place(/** @type {number[]} */ (truth), names) }),
  };
}
