// The reader is the schedule: a rate for every few steps, one turn after the other, which the recipe keeps as `changes`.
// At the end, schedules whose rates have the same sum. Losses and rates come from `Run` and `trajectory`.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { short, steady } from '../numbers.js';
import { Run, trajectory } from '../ponder.js';
import { readings, scale, shape, slider } from './parts.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** Notches of the slider in each power of ten. */
const FINE = 20;

/** @param {HTMLElement} hands @param {any} given */
export async function scheduler(hands, given) {
  await begun();
  const { recipe, turn } = given;
  const [low, high] = given.rates.y;
  const rateAt = (/** @type {number} */ notch) => Number((10 ** (low + notch / FINE)).toPrecision(3));
  /** @type {number[]} one for each turn taken */
  const rates = [];
  let rate = Number(recipe.runs[0].learning_rate);
  const draw = pictures(hands, given);
  const list = readings([say('step-of-way'), say('sum-of-rates'), say('loss')]);
  const told = telling();
  const go = make('button', { type: 'button', class: 'main' }, say('go-on', { steps: turn }));
  const back = make('button', { type: 'button' }, say('take-back'));
  const end = make('div', {});
  const replayed = make('div', { class: 'replayed play' });
  const chosen = slider(say('rate'), { min: 0, max: (high - low) * FINE, value: Math.round((Math.log10(rate) - low) * FINE) }, (notch) => {
    rate = rateAt(notch);
    number.replaceChildren(short(rate));
    return say('rate-says', { rate: short(rate) });
  });
  const number = make('output', { 'aria-hidden': 'true' });
  chosen.root.append(number);
  go.addEventListener('click', () => {
    rates.push(rate);
    show();
  });
  back.addEventListener('click', () => {
    rates.pop();
    show();
    if (!rates.length) go.focus();
  });
  hands.append(make('div', { class: 'controls play' }, chosen.root, make('div', { class: 'buttons' }, go, back), list.root, told, end), replayed);
  chosen.start();
  show();

  function show() {
    const steps = rates.length * turn;
    const mine = own(recipe, rates, turn);
    const found = mine && walked(mine, steps);
    draw(found?.losses ?? [], rates);
    const loss = found ? found.losses[steps] : null;
    list.tell(say('of-steps', { step: steps, steps: recipe.steps }), steady(found?.sum ?? 0), steady(loss));
    back.disabled = !rates.length;
    go.disabled = steps >= recipe.steps;
    const done = Boolean(mine) && go.disabled;
    end.replaceChildren(...(done && mine && found ? compared(given, mine, found.sum, Number(loss)) : []));
    replayed.replaceChildren(...(done && mine ? replay(mine) : []));
    told.replaceChildren(done ? say('scheduler-done', { sum: short(found?.sum) }) : '');
  }
}

/** The recipe with the reader's rates. @param {any} recipe @param {number[]} rates @param {number} turn */
function own(recipe, rates, turn) {
  if (!rates.length) return null;
  const changes = rates.map((rate, i) => [i * turn, rate]);
  return { ...recipe, runs: [{ ...recipe.runs[0], changes }] };
}

/** Losses up to a step, and the sum of the rates till then. @param {any} recipe @param {number} steps */
function walked(recipe, steps) {
  const rows = trajectory({ ...recipe, steps });
  const losses = Array.from({ length: steps + 1 }, (_, t) => rows[3 * t + 2]);
  return { losses, sum: spent({ ...recipe, steps }) };
}

/** The rates of all updates, added up. @param {any} recipe */
function spent(recipe) {
  const run = new Run(recipe, 0);
  let sum = 0;
  try {
    for (let entry = run.next(); entry; entry = run.next()) sum += entry.rate ?? 0;
  } finally {
    run.free();
  }
  return sum;
}

/** What schedules make of the same sum, beside the reader's own run. @param {any} given @param {any} mine @param {number} sum @param {number} loss */
function compared({ recipe, schedules }, mine, sum, loss) {
  const rows = schedules.map((/** @type {any} */ { name, schedule }) => {
    const beginning = (/** @type {number} */ learning_rate) => ({ ...recipe, runs: [{ ...recipe.runs[0], learning_rate, schedule }] });
    const first = sum / spent(beginning(1));
    return { name, first: short(first), loss: walked(beginning(first), recipe.steps).losses[recipe.steps] };
  });
  rows.push({ name: say('you'), first: short(mine.runs[0].changes[0][1]), loss });
  rows.sort((/** @type {any} */ a, /** @type {any} */ b) => a.loss - b.loss);
  const head = [say('schedule'), say('first-rate'), say('loss-at-end')].map((name) => make('th', { scope: 'col' }, name));
  const body = rows.map((/** @type {any} */ row) => make('tr', row.name === say('you') ? { class: 'own' } : {},
    make('th', { scope: 'row' }, row.name), make('td', {}, row.first), make('td', {}, steady(row.loss))));
  return [make('table', { class: 'measured' }, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...body))];
}

/** The reader's run as a figure, once it is asked for. @param {any} mine */
function replay(mine) {
  const button = make('button', { type: 'button' }, say('replay'));
  button.addEventListener('click', () => {
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    const view = { views: ['contour', 'curves'], curves: ['loss', 'schedule', 'sum'], knobs: [] };
    element.recipe = { ...mine, title: say('your-run'), alt: say('your-run'), view };
    button.replaceWith(element);
  });
  return [button];
}

/** The loss and the stairs of rates. @param {HTMLElement} hands @param {any} given */
function pictures(hands, given) {
  const [falls, stairs] = ['falls', 'stairs'].map((name) => /** @type {SVGSVGElement} */ (hands.querySelector(`svg.${name}`)));
  const [loss, rate] = [scale(given.loss), scale(given.rates)];
  const way = shape('path', { class: 's-run-0', fill: 'none', 'stroke-width': 2, 'stroke-linejoin': 'round' });
  const head = shape('circle', { class: 'f-run-0', r: 4.5 });
  const stair = shape('path', { class: 's-accent', 'stroke-width': 2.5 });
  falls.append(way, head);
  stairs.append(stair);
  return (/** @type {number[]} */ losses, /** @type {number[]} */ rates) => {
    const power = (/** @type {number} */ value) => Math.min(0, Math.max(given.floor, Math.log10(value)));
    const points = losses.map((value, t) => [loss.x(t).toFixed(1), loss.y(power(value)).toFixed(1)]);
    way.setAttribute('d', points.length ? `M${points.map((point) => point.join(' ')).join('L')}` : '');
    const last = points.at(-1);
    head.setAttribute('visibility', last ? 'visible' : 'hidden');
    if (last) [['cx', last[0]], ['cy', last[1]]].forEach(([name, value]) => head.setAttribute(name, value));
    const steps = rates.map((value, i) => `${i ? 'L' : 'M'}${rate.x(i * given.turn).toFixed(1)} ${rate.y(Math.log10(value)).toFixed(1)}H${rate.x((i + 1) * given.turn).toFixed(1)}`);
    stair.setAttribute('d', steps.join(''));
  };
}
