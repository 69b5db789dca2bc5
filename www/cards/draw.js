// A question for an arrow on the map, from where the run stands.
import { make, on } from '../dom.js';
import { place } from '../numbers.js';
import { angle } from '../truth.js';
import { say } from '../words.js';

/** An arrow that is so many degrees off is no near miss. */
const OTHER_WAY = 45;

/** @type {import('./index.js').Kind} */
export function draw({ question, stage, changed, signal }) {
  const names = stage.facts.surface.parameters;
  const from = () => /** @type {Point} */ (stage.row(0, question.step).at);
  const turn = (/** @type {any} */ answer, /** @type {any} */ truth) => (answer ? angle(from(), answer, truth) : null);
  const spot = make('p', { class: 'spot' }, say('no-arrow'));
  on(stage, 'aim', () => {
    spot.replaceChildren(stage.aim ? say('your-arrow', { place: place(stage.aim, names) }) : say('no-arrow'));
    stage.say(String(spot.textContent));
    changed();
  }, signal);
  return {
    body: [make('p', { class: 'how' }, say('how-draw')), spot],
    answer: () => stage.aim ?? undefined,
    reveal: () => [],
    measured: true,
    head: ({ answer, truth, correct }) => (!correct && (turn(answer, truth) ?? 0) > OTHER_WAY ? say('other-way') : undefined),
    truth: ({ answer, truth }) => {
      const turned = turn(answer, truth);
      const tip = say('truth-arrow', { place: place(/** @type {number[]} */ (truth), names) });
      return turned === null ? tip : `${tip} ${say('turned', { angle: Math.round(turned) })}`;
    },
  };
}
