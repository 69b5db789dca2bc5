// A question for an arrow on the map, from where the run stands.
import { make, on } from '../dom.js';
import { place, short } from '../numbers.js';
import { angle } from '../truth.js';
import { say } from '../words.js';

/** @type {import('./index.js').Kind} */
export function draw({ question, stage, changed, signal }) {
  const names = stage.facts.surface.parameters;
  const from = () => /** @type {Point} */ (stage.row(0, question.step).at);
  const spot = make('output', { class: 'spot' }, say('no-arrow'));
  on(stage, 'aim', () => {
    spot.replaceChildren(stage.aim ? say('your-arrow', { place: place(stage.aim, names) }) : say('no-arrow'));
    changed();
  }, signal);
  return {
    body: [make('p', { class: 'how' }, say('how-draw')), spot],
    answer: () => stage.aim ?? undefined,
    reveal: () => [],
    truth: ({ answer, truth }) => {
      const turned = angle(from(), /** @type {Point} */ (answer), /** @type {Point} */ (truth));
      const tip = say('truth-arrow', { place: place(/** @type {number[]} */ (truth), names) });
      return turned === null ? tip : `${tip} ${say('turned', { angle: short(turned) })}`;
    },
  };
}
