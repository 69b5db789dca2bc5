// One run: its method and how that is written, every knob of it, and what moves, splits or shakes it on the way.
import { withConvention } from '../recipe.js';
import { phrase, sayOr as figureWord } from '../words.js';
import { make } from '../dom.js';
import { button, choice, flag, knob, number } from './field.js';
import { knobName } from './ground.js';
import { newcomer } from './newcomer.js';
import { middle, withRun } from './recipes.js';
import { say, sayOr } from './words.js';

/** @typedef {{ element: HTMLElement, place(): void }} Part */
/** @typedef {{ bench: import('./bench.js').Bench, tables: Tables, methods: MethodInfo[], run: number, edit(figure: FigureRecipe, said: string): void }} Place */

/** What its controls depend on: with another of these they are other controls. @param {Place} place */
export function outline({ bench, run }) {
  const { method, convention, schedule, momentum_schedule: momentum, batch, noise } = /** @type {any} */ (bench.figure.runs[run]);
  const { surface } = bench.figure;
  const knobs = bench.facts.runs[run].knobs.map(({ knob: { id } }) => id);
  return JSON.stringify([run, method, convention, knobs, schedule?.kind, momentum?.kind, batch !== undefined, noise !== undefined, surface.model ?? '', bench.facts.surface.parameters]);
}

/** @param {Place} place @returns {Part[]} */
export function controls(place) {
  const rated = has(place, 'learning_rate');
  return [
    rule(place),
    section(say('settings'), ...own(place)),
    section(say('start-of-run'), ...start(place)),
    fold(say('more-of-run'), [
      ...(rated ? [scheduled(place, 'schedule', place.tables.schedules, say('schedule'))] : []),
      ...(has(place, 'momentum') ? [scheduled(place, 'momentum_schedule', place.tables.momentum_schedules, say('momentum-schedule'))] : []),
      ...(place.bench.figure.surface.model ? [batches(place)] : []),
      noise(place),
    ]),
  ];
}

/** @param {Place} place @param {string} id */
const has = ({ bench, run }, id) => bench.facts.runs[run].knobs.some(({ knob: { id: other } }) => other === id);

/** @param {Place} place */
const recipe = ({ bench, run }) => /** @type {Record<string, any>} */ (bench.figure.runs[run]);

/** @param {Place} place @param {Record<string, unknown>} keys @param {string} said */
const put = ({ bench, run, edit }, keys, said) => edit(withRun(bench.figure, run, keys), said);

/** @param {string} title @param {...Part} parts @returns {Part} */
function section(title, ...parts) {
  const element = make('fieldset', { class: 'group' }, make('legend', {}, title), ...parts.map((part) => part.element));
  return { element, place: () => parts.forEach((part) => part.place()) };
}

/** @param {string} title @param {Part[]} parts @returns {Part} */
function fold(title, parts) {
  const element = make('details', { class: 'more' }, make('summary', {}, title), ...parts.map((part) => part.element));
  // What is in use is in sight.
  return { element, place: () => parts.forEach((part) => part.place()) };
}

/** @param {import('./field.js').Field} field @param {() => unknown} read @returns {Part} */
const part = (field, read) => ({ element: field.root, place: () => field.place(read()) });

/** Method, convention, name. @param {Place} place @returns {Part} */
function rule(place) {
  const { bench, run, methods, edit } = place;
  const method = () => /** @type {MethodInfo} */ (methods.find(({ id }) => id === bench.figure.runs[run].method));
  const turn = (/** @type {string} */ id) => {
    const next = /** @type {MethodInfo} */ (methods.find((other) => other.id === id));
    const runs = bench.figure.runs.map((old, i) => (i === run ? newcomer(bench, old, next, bench.facts.runs[run].convention) : old));
    edit({ ...bench.figure, runs }, next.title);
  };
  const write = (/** @type {string} */ convention) => {
    const next = withConvention(bench.figure, bench.facts.runs[run], run, convention, (figure) => bench.call((glue) => glue.check(figure)));
    if (next) edit(next, say('said-convention'));
  };
  const parts = [part(choice(say('method'), methods, turn), () => bench.figure.runs[run].method)];
  if (method().forms.length > 1) {
    const forms = method().forms.map(({ convention: id }) => ({ id, title: figureWord(`convention-${id}`, id) }));
    parts.push(part(choice(say('as-written-by'), forms, write), () => bench.facts.runs[run].convention));
  }
  parts.push(name(place));
  return { element: make('div', { class: 'row' }, ...parts.map(({ element }) => element)), place: () => parts.forEach((each) => each.place()) };
}

/** @param {Place} place @returns {Part} */
function name(place) {
  const input = make('input', { type: 'text', class: 'entry wide', maxlength: 60 });
  input.addEventListener('change', () => put(place, { name: input.value.trim() || undefined }, say('said-name')));
  return {
    element: make('label', { class: 'entry-field' }, make('span', { class: 'label' }, say('name')), input),
    place: () => { input.value = place.bench.facts.runs[place.run].name; },
  };
}

/** The knobs of its form. @param {Place} place @returns {Part[]} */
function own(place) {
  const { bench, run } = place;
  return bench.facts.runs[run].knobs.map(({ knob: info }) => {
    const label = knobName(info.id);
    const field = knob(info, label, (value) => put(place, { [info.id]: value }, say('said-knob', { knob: label, run: bench.facts.runs[run].name })), (word) => phrase(word));
    return part(field, () => bench.facts.runs[run].knobs.find(({ knob: { id } }) => id === info.id)?.value);
  });
}

/** @param {Place} place @returns {Part[]} */
function start(place) {
  const { bench, run } = place;
  const fields = bench.facts.surface.parameters.map((parameter, axis) => part(
    number(parameter, (value) => put(place, { start: bench.facts.runs[run].start.map((x, i) => (i === axis ? value : x)) }, say('said-start'))),
    () => Number(bench.facts.runs[run].start[axis].toPrecision(6))));
  const usual = button(say('usual-start'), () => put(place, { start: undefined }, say('said-start')));
  const row = make('div', { class: 'row' }, ...fields.map(({ element }) => element), usual);
  return [{ element: row, place: () => {
    fields.forEach((field) => field.place());
    usual.hidden = bench.figure.runs[run].start === undefined;
  } }];
}

/**
 * A schedule of the rate or the momentum: none, or one of a table with its knobs.
 * @param {Place} place @param {'schedule' | 'momentum_schedule'} key @param {ScheduleInfo[]} table @param {string} title @returns {Part}
 */
function scheduled(place, key, table, title) {
  const now = () => recipe(place)[key];
  const kind = choice(title, [{ id: '', title: say('none') }, ...table], (id) => {
    const info = table.find((schedule) => schedule.id === id);
    const needed = info?.knobs.filter((other) => other.default === null).map((other) => [other.id, middle(other)]) ?? [];
    put(place, { [key]: info && { kind: id, ...Object.fromEntries(needed) } }, say('said-schedule'));
  });
  const info = table.find((schedule) => schedule.id === now()?.kind);
  const knobs = (info?.knobs ?? []).map((each) => part(
    knob(each, each.id, (value) => put(place, { [key]: { ...now(), [each.id]: value } }, say('said-schedule'))),
    () => now()?.[each.id] ?? each.default));
  const about = info ? make('p', { class: 'remark' }, info.about) : null;
  const element = make('div', { class: 'group' }, kind.root, about, ...knobs.map((each) => each.element));
  return { element, place: () => {
    kind.place(now()?.kind ?? '');
    knobs.forEach((each) => each.place());
  } };
}

/** How many points an update looks at. @param {Place} place @returns {Part} */
function batches(place) {
  const now = () => recipe(place).batch;
  const set = (/** @type {object | undefined} */ batch) => put(place, { batch: batch && { ...now(), ...batch } }, say('said-batch'));
  const on = flag(say('in-batches'), (wanted) => set(wanted ? { size: 1, order: 'shuffled', seed: 1 } : undefined));
  const size = number(say('batch-size'), (value) => set({ size: value }), { whole: true, min: 1 });
  const order = choice(say('batch-order'), ['cyclic', 'shuffled'].map((id) => ({ id, title: sayOr(`order-${id}`, id) })), (id) => {
    const { seed, ...rest } = now();
    put(place, { batch: id === 'shuffled' ? { ...rest, order: id, seed: seed ?? 1 } : { ...rest, order: id } }, say('said-batch'));
  });
  const seed = number(say('seed'), (value) => set({ seed: value }), { whole: true, min: 0 });
  const rest = make('div', { class: 'row' }, size.root, order.root, seed.root);
  return { element: make('div', { class: 'group' }, on.root, rest), place: () => {
    const batch = now();
    on.place(batch !== undefined);
    rest.hidden = batch === undefined;
    size.place(batch?.size);
    order.place(batch?.order ?? 'cyclic');
    seed.root.hidden = batch?.order !== 'shuffled';
    seed.place(batch?.seed);
  } };
}

/** What shakes every gradient that the rule sees. @param {Place} place @returns {Part} */
function noise(place) {
  const now = () => recipe(place).noise;
  const set = (/** @type {object | undefined} */ given) => put(place, { noise: given && { ...now(), ...given } }, say('said-noise'));
  const on = flag(say('with-noise'), (wanted) => set(wanted ? { deviation: 0.1, seed: 1 } : undefined));
  const deviation = number(say('deviation'), (value) => set({ deviation: value }), { min: 0 });
  const seed = number(say('seed'), (value) => set({ seed: value }), { whole: true, min: 0 });
  const rest = make('div', { class: 'row' }, deviation.root, seed.root);
  return { element: make('div', { class: 'group' }, on.root, rest), place: () => {
    on.place(now() !== undefined);
    rest.hidden = now() === undefined;
    deviation.place(now()?.deviation);
    seed.place(now()?.seed);
  } };
}
