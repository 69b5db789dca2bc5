// A surface with a name: its formula and its knobs.
import { called, sayOr as figureWord } from '../words.js';
import { make, on } from '../dom.js';
import { long } from '../long.js';
import { withSurfaceKnob } from '../recipe.js';
import { tex } from '../tex.js';
import { knob } from './field.js';
import { say } from './words.js';

/** @param {string} id what a knob is called */
export const knobName = (id) => figureWord(`knob-${id}`, called(id));

/** @param {import('./bench.js').Bench} bench */
export function ground(bench) {
  const root = make('div', { class: 'ground' });
  const fields = make('div', { class: 'fields' });
  const formula = long(make('div', { class: 'written' }), say('as-read'), bench.signal);
  root.append(formula, fields);
  let shown = '';
  /** @type {(() => void)[]} */
  let place = [];
  const show = () => {
    const { surface } = bench.figure;
    const kind = JSON.stringify([surface.model, surface.function]);
    if (kind !== shown) {
      shown = kind;
      place = named(bench, fields);
    }
    const { formula: source, knobs } = bench.facts.surface;
    formula.replaceChildren(surface.function ? tex(source) : say('see-data'));
    formula.classList.toggle('remark', !surface.function);
    fields.hidden = knobs.length === 0;
    place.forEach((each) => each());
  };
  on(bench, 'change', show, bench.signal);
  show();
  return root;
}

/** @param {import('./bench.js').Bench} bench @param {HTMLElement} fields */
function named(bench, fields) {
  const made = bench.facts.surface.knobs.map(({ knob: info }) => {
    const label = knobName(info.id);
    const field = knob(info, label, (value) => bench.edit(withSurfaceKnob(bench.figure, info.id, value), label));
    const read = () => field.place(bench.facts.surface.knobs.find(({ knob: { id } }) => id === info.id)?.value);
    return { field, read };
  });
  fields.replaceChildren(...made.map(({ field }) => field.root));
  return made.map(({ read }) => read);
}
