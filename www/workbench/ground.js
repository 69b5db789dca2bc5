// A surface with a name: its formula, its knobs, the data under a model.
import { sayOr as figureWord } from '../words.js';
import { make, on } from '../dom.js';
import { withData, withSurfaceKnob } from '../recipe.js';
import { tex } from '../tex.js';
import { choice, knob } from './field.js';
import { say, sayOr } from './words.js';

/** @param {string} id what a knob is called */
export const knobName = (id) => figureWord(`knob-${id}`, id.replaceAll('_', ' '));

/** @param {import('./bench.js').Bench} bench @param {Tables} tables */
export function ground(bench, tables) {
  const root = make('div', { class: 'ground' });
  const fields = make('div', { class: 'fields' });
  const formula = make('div', { class: 'written' });
  root.append(formula, fields);
  let shown = '';
  /** @type {(() => void)[]} */
  let place = [];
  const show = () => {
    const { surface } = bench.figure;
    const kind = JSON.stringify([surface.model, surface.function]);
    if (kind !== shown) {
      shown = kind;
      place = surface.model ? model(bench, tables, fields) : named(bench, fields);
    }
    const { formula: source, knobs } = bench.facts.surface;
    formula.replaceChildren(surface.function ? tex(source) : '');
    formula.hidden = !surface.function;
    fields.hidden = surface.function !== undefined && knobs.length === 0;
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

/** @param {import('./bench.js').Bench} bench @param {Tables} tables @param {HTMLElement} fields */
function model(bench, tables, fields) {
  const put = (/** @type {string} */ key, /** @type {unknown} */ value) => {
    const { figure } = bench;
    bench.edit({ ...figure, surface: { ...figure.surface, [key]: value } }, say('said-loss'));
  };
  const reduce = choice(say('reduce'), tables.reductions.map((id) => ({ id, title: sayOr(`reduce-${id}`, id) })), (id) => put('reduce', id));
  const own = { id: '', title: say('own-data') };
  const data = choice(say('data-set'), [...tables.data, own], (id) => id && bench.edit(withData(bench.figure, bench.facts, id), say('said-data')));
  const one = bench.facts.fit !== null;
  fields.replaceChildren(reduce.root, ...(one ? [data.root] : []));
  return [
    () => reduce.place(bench.figure.surface.reduce ?? tables.reductions[0]),
    () => data.place(typeof bench.figure.surface.data === 'string' ? bench.figure.surface.data : ''),
  ];
}
