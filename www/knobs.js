// Sliders for what this figure lets the reader change. A slider makes another recipe; the run is computed anew. (The
// start needs no slider: it is dragged on the map.)
import { make, on } from './dom.js';
import { short } from './numbers.js';
import { withKnob, withSurfaceKnob } from './recipe.js';
import { tex } from './tex.js';
import { say, sayOr } from './words.js';

/** Positions on a slider. */
const NOTCHES = 240;

/** How far a slider of equal factors goes, down and up. */
const DECADES = 2;

/** No slider asks for more steps. */
const LONGEST = 10_000;

/** How many are visible; the others wait behind "more". */
const VISIBLE = 2;

/**
 * @typedef {object} Knob one slider
 * @property {Pick<KnobInfo, 'symbol' | 'about' | 'min' | 'max' | 'scale'>} info
 * @property {number} value
 * @property {string} label
 * @property {(figure: FigureRecipe, value: number) => FigureRecipe} turned
 * @property {(figure: FigureRecipe, facts: Facts) => number} read what it stands at
 * @property {boolean} [whole] whether only whole numbers make sense
 */

/** @param {import('./view.js').Context} context @param {MethodInfo[]} methods */
export function knobs(context, methods) {
  const wished = context.stage.figure.view?.knobs ?? ['learning_rate'];
  const all = wished.flatMap((id) => group(id, context.stage, methods));
  const sliders = all.map((knob) => slider(knob, context));
  if (sliders.length === 0) return null;
  const more = sliders.length > VISIBLE
    && make('details', { class: 'more' }, make('summary', {}, say('more')), make('div', { class: 'knobs' }, ...sliders.slice(VISIBLE)));
  return make('div', { class: 'knobs', part: 'knobs' }, ...sliders.slice(0, VISIBLE), more);
}

/**
 * The sliders of one knob: one for all runs that agree on its value, else one a run.
 * @param {string} id @param {import('./stage.js').Stage} stage @param {MethodInfo[]} methods
 * @returns {Knob[]}
 */
function group(id, stage, methods) {
  if (id === 'steps') return [steps(stage.figure.steps)];
  const own = stage.facts.surface.knobs.find(({ knob }) => knob.id === id);
  if (own) {
    const turned = (/** @type {FigureRecipe} */ figure, /** @type {number} */ now) => withSurfaceKnob(figure, id, now);
    const read = (/** @type {FigureRecipe} */ _, /** @type {Facts} */ facts) => facts.surface.knobs.find(({ knob }) => knob.id === id)?.value ?? own.value;
    return [{ info: own.knob, value: own.value, label: sayOr(`knob-${id}`, id), turned, read }];
  }
  const found = stage.figure.runs.flatMap((run, i) => {
    const info = methods.find((method) => method.id === run.method)?.knobs.find((knob) => knob.id === id);
    const value = /** @type {number | undefined} */ (run[id]) ?? info?.default;
    return info && typeof value === 'number' ? [{ info, value, runs: [i] }] : [];
  });
  const label = sayOr(`knob-${id}`, id);
  const same = found.every(({ value }) => value === found[0].value);
  const sliders = same ? found.slice(0, 1).map((first) => ({ ...first, runs: found.flatMap(({ runs }) => runs) })) : found;
  return sliders.map(({ info, value, runs }) => ({
    info, value,
    label: same ? label : say('knob-of', { knob: label, run: stage.facts.runs[runs[0]].name }),
    turned: (figure, now) => withKnob(figure, runs, id, now),
    read: (figure) => Number(figure.runs[runs[0]][id] ?? info.default),
  }));
}

/** How long the run is. @param {number} value @returns {Knob} */
function steps(value) {
  const max = Math.max(value, Math.min(2 * value, LONGEST));
  const info = { symbol: 't', about: say('knob-steps'), min: 1, max, scale: /** @type {const} */ ('linear') };
  return { info, value, whole: true, label: say('knob-steps'), turned: (figure, now) => ({ ...figure, steps: now }), read: (figure) => figure.steps };
}

/** @param {Knob} knob @param {import('./view.js').Context} context */
function slider({ info, value, label, turned, read, whole }, { stage, signal }) {
  const scale = scaleOf(info, value);
  const range = make('input', { type: 'range', min: 0, max: NOTCHES, step: 1, value: scale.notch(value), class: 'range', title: info.about });
  const number = make('output', { class: 'number' });
  const show = (/** @type {number} */ now) => {
    number.replaceChildren(short(now));
    range.setAttribute('aria-valuetext', short(now));
    range.style.setProperty('--share', String(Number(range.value) / NOTCHES));
  };
  on(range, 'input', () => {
    const given = scale.value(Number(range.value));
    const now = whole ? Math.round(given) : given;
    show(now);
    stage.change(turned(stage.figure, now));
  }, signal);
  const root = make('label', { class: 'knob' }, make('span', { class: 'label' }, label, ' ', tex(info.symbol)), range, number);
  const place = () => {
    const now = read(stage.figure, stage.facts);
    range.value = String(scale.notch(now));
    show(now);
  };
  // An answer is judged on the run that the question was asked of.
  const lock = () => {
    range.disabled = stage.asking;
    root.title = range.title = stage.asking ? say('locked') : info.about;
  };
  on(stage, 'land', place, signal);
  on(stage, 'question', lock, signal);
  place();
  lock();
  return root;
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
  return {
    value: (/** @type {number} */ notch) => Number(from(low + (notch / NOTCHES) * (high - low)).toPrecision(3)),
    notch: (/** @type {number} */ value) => Math.round(((to(value) - low) / (high - low)) * NOTCHES),
  };
}
