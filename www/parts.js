// A step in parts: the list of them with the one the reader has come to, and that one in words. Which parts a step has,
// and in which order, the rules say.
import { make, on } from './dom.js';
import { place, short, steady } from './numbers.js';
import { noted } from './substitute.js';
import { parse, spell } from './tex.js';
import { list, say, sayOr } from './words.js';

/** @typedef {import('./stage.js').Stage} Stage */
/** @typedef {import('./words.js').Key} Key */

/** What is one number a parameter, rather than a vector. */
const PLACES = ['looked_at', 'scale'];

/** The directions of the map that have a word. */
const WAYS = 8;

/** @param {import('./view.js').Context} context */
export function pacing({ stage, signal }) {
  const items = make('ol', { class: 'parts', 'aria-label': say('parts') });
  let shown = '';
  const show = () => {
    items.hidden = !stage.pace.on;
    // What moves by itself is not gone through in parts: the list waits for the reader.
    if (stage.player.playing) return;
    const [names, at] = sequence(stage);
    if (shown === [at, ...names].join()) return;
    shown = [at, ...names].join();
    items.replaceChildren(...names.map((name) => {
      return make('li', name === at ? { 'aria-current': 'step' } : {}, say(/** @type {Key} */ (`name-${name}`)));
    }));
  };
  on(stage, 'pace', () => stage.say(say(stage.pace.on ? 'parts-on' : 'parts-off')), signal);
  for (const type of ['frame', 'land', 'question', 'pause']) on(stage, type, show, signal);
  show();
  return items;
}

/**
 * The parts of the update that the reader is in, or that has just arrived, and which of them is the present one.
 * @param {Stage} stage @returns {[string[], string | undefined]}
 */
function sequence(stage) {
  const { pace: { present }, player: { step, end } } = stage;
  const t = present === 'arrived' && step > 0 ? step - 1 : step;
  if (!present || t >= end) return [[], undefined];
  return [[...stage.pace.parts(t), 'arrived'], present === 'arrived' && t === step ? undefined : present];
}

/**
 * The present part of a run in words, with its numbers; nothing where steps are whole.
 * @param {Stage} stage @param {number} run
 */
export function told(stage, run) {
  const { pace: { present }, facts, player: { step } } = stage;
  if (!present) return '';
  if (present === 'arrived') return arrived(stage, run);
  const entry = stage.use((figure) => figure.entry(run, step));
  const terms = noted(entry).filter(({ part, value }) => part === present && value.every(Number.isFinite));
  if (terms.length === 0) return say('told-rests');
  const each = PLACES.includes(present);
  const vector = each ? place(terms[0].value, facts.surface.parameters) : list(terms.map((term) => named(term, terms.length > 1)));
  const way = facts.surface.domain ? say(/** @type {Key} */ (direction(terms[0].value, facts.window))) : '';
  const aim = way && sayOr(`aim-${present}`, '').replace('{way}', way);
  const drawn = present !== 'memory' || directed(entry);
  return say(/** @type {Key} */ (`told-${present}`), { vector }) + aim + (facts.surface.domain && !drawn ? say('told-undrawn') : '');
}

/** Whether an update's memory is a direction: what is kept of moves or of gradients, not of their squares. @param {Entry} entry */
const directed = ({ momentum, memory }) => momentum !== null || 'm' in (memory ?? {});

/** @param {Stage} stage @param {number} run */
function arrived(stage, run) {
  const { step } = stage.player;
  const loss = (/** @type {number} */ t) => steady(stage.row(run, t).loss);
  return step === 0 ? say('told-start') : say('told-arrived', { loss: loss(step), before: loss(step - 1) });
}

/** The numbers, after their symbol where there are several. @param {Term} term @param {boolean} several */
function named({ symbol, value }, several) {
  const numbers = `(${value.map((x) => short(x)).join(', ')})`;
  return several ? `${spell(parse(symbol))} ${numbers}` : numbers;
}

/** Which way a vector points on the map. @param {number[]} vector @param {[Point, Point]} window */
function direction(vector, window) {
  const [x, y] = vector.map((component, axis) => component / (window[axis][1] - window[axis][0]));
  if (x === 0 && y === 0) return 'way-none';
  return `way-${(Math.round((Math.atan2(y, x) / (2 * Math.PI)) * WAYS) + WAYS) % WAYS}`;
}
