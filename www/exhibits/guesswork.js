// Be the optimizer: the reader sets w and b, sees the curve, and then asks for the loss. After a few guesses the map of
// all of them is uncovered. Curve and loss come from the engine; nothing is worked out here.
import { make } from '../dom.js';
import { short } from '../numbers.js';
import { ready, step, trajectory } from '../ponder.js';
import { dragged, picture, scale, set, shape, slider } from './parts.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** Guesses before the map is uncovered. */
const BLIND = 3;
/** Notches of a slider for one unit. */
const FINE = 50;
/** The most runs that a recipe takes. */
const RUNS = 16;

/** @typedef {{ w: number, b: number, loss: number }} Guess */

/** @param {HTMLElement} hands @param {any} given */
export async function guesswork(hands, given) {
  await ready;
  const draw = curve(picture(hands, 'curve'), given);
  const map = places(hands, given, (w, b) => { weight.put(Math.round(w * FINE)); bias.put(Math.round(b * FINE)); });
  /** @type {Guess[]} */
  let guesses = [];
  const at = { w: given.rows[0][0], b: given.rows[0][1] };
  const moved = () => { draw(at.w, at.b); map.aim(at.w, at.b); };
  const knob = (/** @type {'w' | 'b'} */ key, /** @type {'weight' | 'bias'} */ label) => {
    const number = make('output', { 'aria-hidden': 'true' });
    const made = slider(say(label), { min: -given.reach * FINE, max: given.reach * FINE, value: at[key] * FINE }, (value) => {
      at[key] = value / FINE;
      number.replaceChildren(short(at[key]));
      moved();
      return short(at[key]);
    });
    made.root.append(number);
    return made;
  };
  const [weight, bias] = [knob('w', 'weight'), knob('b', 'bias')];
  const told = telling(say('guess-first'));
  const ask = make('button', { type: 'button', class: 'main' }, say('guess-ask'));
  const again = make('button', { type: 'button' }, say('start-over'));
  const list = make('ol', { class: 'guesses' });
  hands.append(make('div', { class: 'controls' }, weight.root, bias.root, make('div', { class: 'buttons' }, ask, again), told, list));
  ask.addEventListener('click', () => {
    const guess = { ...at, loss: Number(step({ surface: given.surface, runs: [{ ...given.run, start: [at.w, at.b] }], steps: 1 }, 0, 0).loss) };
    guesses = [...guesses, guess];
    list.append(make('li', {}, say('guess-line', { w: short(guess.w), b: short(guess.b), loss: short(guess.loss) })));
    list.lastElementChild?.scrollIntoView?.({ block: 'nearest' });
    map.show(guesses, guesses.length >= BLIND);
    told.replaceChildren(verdict(guesses, given.rows));
  });
  again.addEventListener('click', () => {
    guesses = [];
    list.replaceChildren();
    map.show(guesses, false);
    weight.start();
    bias.start();
    told.replaceChildren(say('guess-first'));
  });
  weight.start();
  bias.start();
  map.show(guesses, false);
}

/** What is said of the last guess: better or worse, a hint, and how far the lecture's guesses got. @param {Guess[]} guesses @param {[number, number, number][]} course */
function verdict(guesses, course) {
  const last = guesses[guesses.length - 1];
  const loss = short(last.loss);
  if (guesses.length === 1) return say('guess-one', { loss });
  const before = guesses[guesses.length - 2].loss;
  const gap = short(Math.abs(last.loss - before));
  const words = [say(last.loss > before ? 'guess-hint' : 'guess-good', { loss, gap })];
  if (guesses.length === BLIND) words.push(say('guess-map'));
  if (guesses.length >= course.length) {
    words.push(say('guess-course', { n: guesses.length, best: short(Math.min(...guesses.map((guess) => guess.loss))), many: course.length, loss: short(course[course.length - 1][2]) }));
  }
  return words.join(' ');
}

/** The curve of a weight and a bias, and its misses. @param {SVGSVGElement} svg @param {any} given */
function curve(svg, given) {
  const { x, y } = scale(given.chart);
  const line = shape('path', { class: 's-accent thick' });
  const misses = shape('path', { class: 's-accent miss' });
  svg.append(misses, line);
  return (/** @type {number} */ w, /** @type {number} */ b) => {
    const expression = given.curve.replace('{w}', String(w)).replace('{b}', String(b));
    const heights = values({ expression }, given.run, given.xs);
    set(line, { d: `M${given.xs.map((/** @type {number} */ at, /** @type {number} */ i) => `${x(at).toFixed(1)} ${y(heights[i]).toFixed(1)}`).join('L')}` });
    const drops = given.data.map((/** @type {Point} */ [at, wanted]) => `M${x(at).toFixed(1)} ${y(wanted).toFixed(1)}V${y(heights[given.xs.findIndex((/** @type {number} */ place) => Math.abs(place - at) < 1e-9)]).toFixed(1)}`);
    set(misses, { d: drops.join('') });
  };
}

/** The heights of a surface at points (x, 0). @param {Record<string, unknown>} surface @param {Record<string, unknown>} run @param {number[]} xs */
function values(surface, run, xs) {
  const found = [];
  for (let i = 0; i < xs.length; i += RUNS) {
    const some = xs.slice(i, i + RUNS);
    const rows = trajectory({ surface, runs: some.map((x) => ({ ...run, start: [x, 0] })), steps: 1 });
    found.push(...some.map((_, j) => rows[j * 6 + 2]));
  }
  return found;
}

/** Numbered dots on the map, which is uncovered after a few. @param {HTMLElement} hands @param {any} given @param {(w: number, b: number) => void} moved */
function places(hands, given, moved) {
  const svg = picture(hands, 'map');
  const { x, y, across } = scale(given.map);
  const up = scale({ plot: [given.map.plot[1], [0, 1]], x: [given.map.y[1], given.map.y[0]], y: [0, 1] });
  const dots = shape('g', {});
  const aim = shape('circle', { class: 's-accent', r: 7, 'stroke-width': 2.5 });
  const grip = shape('circle', { class: 'grip', r: 24 });
  svg.append(dots, aim, grip);
  const inside = (/** @type {number} */ value) => Math.max(-given.reach, Math.min(given.reach, value));
  dragged(svg, (px, py) => moved(inside(across(px)), inside(up.across(py))));
  const dot = (/** @type {Guess} */ { w, b }, /** @type {number} */ i) => shape('g', { class: 'dot' },
    shape('circle', { class: 'f-run-0', r: 8.5, cx: x(w).toFixed(1), cy: y(b).toFixed(1) }),
    shape('text', { class: 'f-paper', 'font-size': 11, 'text-anchor': 'middle', x: x(w).toFixed(1), y: (y(b) + 4).toFixed(1) }, String(i + 1)));
  return {
    aim: (/** @type {number} */ w, /** @type {number} */ b) => [aim, grip].forEach((one) => set(one, { cx: x(w).toFixed(1), cy: y(b).toFixed(1) })),
    show: (/** @type {Guess[]} */ guesses, /** @type {boolean} */ open) => {
      svg.classList.toggle('covered', !open);
      dots.replaceChildren(...guesses.map(dot));
    },
  };
}
