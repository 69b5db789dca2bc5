// What a figure on paper says of itself, where nobody can ask it: the surface, what each run was given, the step that is
// shown, and where the figure moves.
import { make, on } from './dom.js';
import { short } from './numbers.js';
import { called, list, say, sayOr } from './words.js';

/** @typedef {import('./stage.js').Stage} Stage */

/** @param {import('./view.js').Context} context */
export function paper({ stage, screen, signal }) {
  const root = make('p', { class: 'printed', part: 'printed' });
  on(screen, 'now', () => {
    if (screen.theme === 'print') root.replaceChildren(...lines(stage).flatMap((line) => [line, make('br')]));
  }, signal);
  return root;
}

/** @param {Stage} stage */
function lines(stage) {
  const { surface, runs } = stage.facts;
  const settings = runs.map(({ name, knobs, start }) => say('printed-run', { run: name, settings: list([...values(knobs), say('printed-start', { start: point(start) })]) }));
  const at = say('step-of', { step: stage.player.step, steps: stage.steps });
  return [`${[surface.title, ...values(surface.knobs)].join(', ')}. ${settings.join('. ')}. ${at}.`, ...(address() ? [address()] : [])];
}

/** @param {KnobFacts[]} knobs @returns {string[]} */
const values = (knobs) => knobs.map(({ knob, value }) => `${sayOr(`knob-${knob.id}`, called(knob.id))} ${typeof value === 'number' ? short(value) : value}`);

/** @param {number[]} at */
const point = (at) => `(${at.map((x) => short(x)).join(', ')})`;

/** Where it was printed from, if others can go there. */
const address = () => (/^https?:$/.test(location.protocol) ? location.href : '');
