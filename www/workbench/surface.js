// The function that the runs go down: the reader's own, as typed, one with a name, or the loss of a neuron; where the runs
// start on it, and which window shows it.
import { make, on } from '../dom.js';
import { width } from './data/rows.js';
import { EXAMPLES } from './examples.js';
import { choice } from './field.js';
import { ground } from './ground.js';
import { locked } from './locked.js';
import { place } from './place.js';
import { kindOf, withGround } from './recipes.js';
import { typed } from './typed.js';
import { translated } from '../words.js';
import { say, sayOr } from './words.js';

/** @type {import('./index.js').Tool} */
export const surface = { id: 'surface', open };

/** @param {import('./bench.js').Bench} bench */
function open(bench) {
  const tables = translated(bench.call((glue) => glue.tables()));
  // What the reader wrote is kept while another surface is looked at.
  let draft = String(bench.figure.surface.expression ?? EXAMPLES[0].text);
  const own = typed(bench, (text) => {
    draft = text;
    write(bench, text);
  });
  const list = examples((text) => {
    write(bench, text);
    own.field.focus();
  });
  const all = kinds(tables);
  const kind = choice(say('surface'), all, (id) => choose(bench, tables, id, draft, all.find((other) => other.id === id)?.title ?? id));
  const named = ground(bench);
  const halves = make('div', { class: 'halves' }, make('div', {}, kind.root, own.root, named, list), place(bench));
  const waits = locked(bench, halves);
  const show = () => {
    const { expression } = bench.figure.surface;
    kind.place(kindOf(bench.figure));
    for (const part of [own.root, list]) part.hidden = expression === undefined;
    named.hidden = expression !== undefined;
    if (typeof expression === 'string') own.place(draft = expression);
  };
  on(bench, 'change', show, bench.signal);
  show();
  return make('div', {}, waits, halves);
}

/** The reader's own function; while it is typed the window and the start find themselves. @param {import('./bench.js').Bench} bench @param {string} text */
function write(bench, text) {
  const { figure } = bench;
  // Where somebody has put the start or the window stays so from key to key, unless the function comes from elsewhere.
  const next = figure.surface.expression === undefined ? withGround(figure, { expression: text }, { flat: false, model: false }) : { ...figure, surface: { expression: text } };
  bench.edit(next, say('said-function'));
}

/** @param {Tables} tables */
function kinds(tables) {
  return [
    { id: 'expression', title: say('own-function') },
    ...tables.surfaces.map(({ id, title }) => ({ id: `function:${id}`, title, group: say('named') })),
    ...tables.models.map(({ id }) => ({ id: `model:${id}`, title: sayOr(`ground-${id}`, id), group: say('neurons') })),
  ];
}

/** @param {import('./bench.js').Bench} bench @param {Tables} tables @param {string} id @param {string} draft @param {string} title */
function choose(bench, tables, id, draft, title) {
  const [kind, name] = id.split(':');
  const { surface: was } = bench.figure;
  // A reader's own data stay under a model with as many inputs.
  if (kind === 'model' && was.model !== undefined && width(was.model) === width(name)) {
    bench.edit({ ...bench.figure, surface: { ...was, model: name } }, say('said-model'));
    return;
  }
  const sample = tables.models.find((model) => model.id === name)?.sample;
  const next = { expression: { expression: draft }, function: { function: name }, model: { model: name, data: sample } }[kind];
  bench.edit(withGround(bench.figure, /** @type {Record<string, unknown>} */ (next), { flat: Array.isArray(sample), model: kind === 'model' }), title);
}

/** @param {(text: string) => void} take */
function examples(take) {
  const items = EXAMPLES.map(({ text, word }) => {
    const button = make('button', { type: 'button', class: 'example' }, make('code', {}, text));
    button.addEventListener('click', () => take(text));
    return make('li', {}, button, make('span', { class: 'remark' }, say(word)));
  });
  return make('details', { class: 'examples' }, make('summary', {}, say('examples')), make('ul', {}, ...items));
}
