// Sliders, switches and choices for what this figure lets the reader change. Each makes another recipe; the run is
// computed anew. (The start needs no slider: it is dragged on the map.)
import { make, on } from './dom.js';
import { short } from './numbers.js';
import { withKnob, withSurfaceKnob } from './recipe.js';
import { tex } from './tex.js';
import { called, phrase, say, sayOr } from './words.js';

/** Positions on a slider. */
const NOTCHES = 240;

/** How far a slider of equal factors goes, down and up. */
const DECADES = 2;

/** No slider asks for more steps. */
const LONGEST = 10_000;

/** How many are visible; the others wait behind "more settings". */
const VISIBLE = 2;

/**
 * @typedef {object} Knob one slider, switch or choice
 * @property {Pick<KnobInfo, 'symbol' | 'about' | 'min' | 'max' | 'scale' | 'words'>} info
 * @property {KnobFacts['value']} value
 * @property {string} label
 * @property {(figure: FigureRecipe, value: KnobFacts['value']) => FigureRecipe} turned
 * @property {(figure: FigureRecipe, facts: Facts) => KnobFacts['value'] | undefined} read what it stands at; nothing where its runs differ
 * @property {boolean} [whole] whether only whole numbers make sense
 */

/** @param {import('./view.js').Context} context */
export function knobs(context) {
  const wished = context.stage.figure.view?.knobs ?? ['learning_rate'];
  const all = wished.flatMap((id) => group(id, context.stage));
  const made = all.map((knob) => control(knob, context));
  if (made.length === 0) return null;
  const more = made.length > VISIBLE
    && make('details', { class: 'more' }, make('summary', {}, say('more-settings')), make('div', { class: 'knobs' }, ...made.slice(VISIBLE)));
  return make('div', { class: 'knobs', part: 'knobs' }, ...made.slice(0, VISIBLE), more);
}

/** @param {KnobFacts[]} knobs @param {string} id */
const among = (knobs, id) => knobs.find(({ knob }) => knob.id === id);

/**
 * The controls of one knob: one for all runs that agree on its value, else one a run.
 * @param {string} id @param {import('./stage.js').Stage} stage
 * @returns {Knob[]}
 */
function group(id, stage) {
  if (id === 'steps') return [steps(stage.figure.steps)];
  const label = sayOr(`knob-${id}`, called(id));
  const own = among(stage.facts.surface.knobs, id);
  if (own) {
    const turned = (/** @type {FigureRecipe} */ figure, /** @type {KnobFacts['value']} */ now) => withSurfaceKnob(figure, id, now);
    return [{ info: own.knob, value: own.value, label, turned, read: (_, facts) => among(facts.surface.knobs, id)?.value }];
  }
  const found = stage.facts.runs.flatMap(({ knobs }, i) => {
    const knob = among(knobs, id);
    return knob ? [{ info: knob.knob, value: knob.value, runs: [i] }] : [];
  });
  const same = found.every(({ value }) => value === found[0].value);
  const controls = same ? found.slice(0, 1).map((first) => ({ ...first, runs: found.flatMap(({ runs }) => runs) })) : found;
  return controls.map(({ info, value, runs }) => ({
    info, value,
    label: same ? label : say('knob-of', { knob: label, run: stage.facts.runs[runs[0]].name }),
    turned: (figure, now) => withKnob(figure, runs, id, now),
    read: (_, facts) => {
      const values = runs.map((run) => among(facts.runs[run].knobs, id)?.value);
      return values.every((other) => other === values[0]) ? values[0] : undefined;
    },
  }));
}

/** How long the run is. @param {number} value @returns {Knob} */
function steps(value) {
  const max = Math.max(value, Math.min(2 * value, LONGEST));
  const info = { symbol: 't', about: say('about-steps'), min: 1, max, scale: /** @type {const} */ ('linear'), words: null };
  return { info, value, whole: true, label: say('knob-steps'), turned: (figure, now) => ({ ...figure, steps: Number(now) }), read: (figure) => figure.steps };
}

/** @param {Knob} knob @param {import('./view.js').Context} context */
function control(knob, context) {
  const { stage, signal } = context;
  const { root, input, place } = typeof knob.value === 'number' ? slider(knob, knob.value, context) : choice(knob, context);
  // An answer is judged on the run that the question was asked of.
  const lock = () => {
    input.disabled = stage.asking;
    root.title = input.title = stage.asking ? say('locked') : knob.info.about;
  };
  on(stage, 'land', () => place(knob.read(stage.figure, stage.facts)), signal);
  on(stage, 'question', lock, signal);
  place(knob.value);
  lock();
  return root;
}

/** @param {Knob} knob @param {number} value @param {import('./view.js').Context} context */
function slider({ info, label, turned, whole }, value, { stage, signal }) {
  const scale = scaleOf(info, value);
  const range = make('input', { type: 'range', min: 0, max: NOTCHES, step: 1, value: scale.notch(value), class: 'range' });
  const number = make('output', { class: 'number', 'aria-hidden': 'true' });
  const show = (/** @type {number} */ now) => {
    const text = Number.isNaN(now) ? say('differ') : short(now);
    number.replaceChildren(text);
    range.setAttribute('aria-valuetext', text);
    range.style.setProperty('--share', String(Number(range.value) / NOTCHES));
  };
  on(range, 'input', () => {
    const given = scale.value(Number(range.value));
    const now = whole ? Math.round(given) : given;
    show(now);
    stage.change(turned(stage.figure, now));
  }, signal);
  const root = make('label', { class: 'knob' }, make('span', { class: 'label' }, label, ' ', tex(info.symbol)), range, number);
  const place = (/** @type {KnobFacts['value'] | undefined} */ now) => {
    // Runs that shared a value may have been given each its own: then the slider stays, and says so.
    if (now !== undefined) range.value = String(scale.notch(Number(now)));
    show(Number(now));
  };
  return { root, input: range, place };
}

/** A switch with two positions, or one of a few words. @param {Knob} knob @param {import('./view.js').Context} context */
function choice({ info, label, turned }, { stage, signal }) {
  const { words } = info;
  const input = words === null
    ? make('input', { type: 'checkbox', class: 'flag' })
    : make('select', { class: 'choice' }, ...words.map((word) => make('option', { value: word }, phrase(word))));
  on(input, 'change', () => stage.change(turned(stage.figure, input instanceof HTMLInputElement ? input.checked : input.value)), signal);
  const root = make('label', { class: 'knob' }, make('span', { class: 'label' }, label), input);
  const place = (/** @type {KnobFacts['value'] | undefined} */ now) => {
    if (input instanceof HTMLInputElement) input.checked = now === true;
    else input.value = String(now);
  };
  return { root, input, place };
}

/**
 * Notches to values and back, in round numbers: equal steps over the knob's range, or equal factors, as far below the
 * figure's own value as above it, so that it is found again in the middle.
 * @param {Pick<KnobInfo, 'min' | 'max' | 'scale'>} info @param {number} given
 */
export function scaleOf(info, given) {
  const log = info.scale === 'log' && given > 0;
  const [to, from] = log ? [Math.log10, (/** @type {number} */ x) => 10 ** x] : [Number, Number];
  const low = log ? to(given) - DECADES : Math.min(info.min, given);
  const high = log ? to(given) + DECADES : Math.max(info.max, given);
  const notch = (/** @type {number} */ value) => Math.round(((to(value) - low) / (high - low)) * NOTCHES);
  return {
    notch,
    value(/** @type {number} */ at) {
      const exact = from(low + (at / NOTCHES) * (high - low));
      // A rate of 0.3 can be had, not only one of 0.304.
      const plain = Number(exact.toPrecision(1));
      return log && at !== notch(given) && notch(plain) === at ? plain : Number(exact.toPrecision(3));
    },
  };
}
