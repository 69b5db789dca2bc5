// A sweep over the learning rate. First the reader says which rate of the grid is best, then which of all; every loss
// comes from `trajectory`.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { short, steady } from '../numbers.js';
import { trajectory } from '../ponder.js';
import { dragged, readings, scale, set, shape, slider } from './parts.js';
import { committed } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** Runs in one call. */
const MANY = 16;

/** @param {HTMLElement} hands @param {any} given */
export async function sweep(hands, given) {
  await begun();
  const svg = /** @type {SVGSVGElement} */ (hands.querySelector('svg.sweep'));
  const { x, y, across } = scale(given.chart);
  const [low, high] = given.powers;
  const place = (/** @type {number} */ loss) => y(Math.min(0, Math.max(given.floor, Math.log10(loss))));
  const rateAt = (/** @type {number} */ notch) => Number((10 ** (low + notch / given.fine)).toPrecision(3));
  const told = telling();
  const asked = make('div', {});
  const controls = make('div', { class: 'controls play' }, asked, told);
  hands.append(controls);
  const tried = losses(given.recipe, given.tried);
  const least = given.tried[tried.indexOf(Math.min(...tried))];

  const buttons = given.tried.map((/** @type {number} */ rate) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' }, String(rate));
    button.addEventListener('click', () => first(button, rate));
    return button;
  });
  asked.append(make('p', { class: 'ask' }, say('sweep-ask', { steps: given.recipe.steps })), make('div', { class: 'buttons' }, ...buttons));

  /** The grid. @param {HTMLElement} button @param {number} rate */
  function first(button, rate) {
    for (const each of buttons) each.disabled = true;
    button.setAttribute('aria-pressed', 'true');
    given.tried.forEach((/** @type {number} */ each, /** @type {number} */ i) => {
      svg.append(shape('circle', { class: 'f-ink', cx: x(Math.log10(each)).toFixed(1), cy: place(tried[i]).toFixed(1), r: 4.5 }));
    });
    told.replaceChildren(say(rate === least ? 'sweep-right' : 'sweep-wrong', { rate: least }));
    second();
  }

  /** Beyond the grid. */
  function second() {
    const line = shape('path', { class: 's-accent' });
    const grip = shape('circle', { class: 'grip', r: 26, cy: y(given.floor / 2).toFixed(1) });
    svg.append(line, grip);
    let notch = Math.round((Math.log10(least) - low) * given.fine);
    const guess = slider(say('rate'), { min: 0, max: Math.round((high - low) * given.fine), value: notch }, (value) => {
      notch = value;
      const at = x(low + value / given.fine).toFixed(1);
      set(line, { d: `M${at} ${y(0)}V${y(given.floor)}` });
      set(grip, { cx: at });
      list.tell(short(rateAt(value)), known ? steady(losses(given.recipe, [rateAt(value)])[0]) : '?');
      return say('rate-says', { rate: short(rateAt(value)) });
    });
    const list = readings([say('rate'), say('loss-after', { steps: given.recipe.steps })]);
    const commit = make('button', { type: 'button', class: 'main' }, say('commit'));
    let known = false;
    dragged(svg, (px) => guess.put(Math.round((across(px) - low) * given.fine)));
    const answer = telling();
    commit.addEventListener('click', () => {
      known = true;
      commit.hidden = true;
      committed(hands);
      const rates = Array.from({ length: Math.round((high - low) * given.fine) + 1 }, (_, i) => rateAt(i));
      const found = losses(given.recipe, rates);
      const best = rates[found.indexOf(Math.min(...found))];
      const points = rates.map((rate, i) => `${x(Math.log10(rate)).toFixed(1)} ${place(found[i]).toFixed(1)}`);
      svg.insertBefore(shape('path', { class: 's-run-0', fill: 'none', 'stroke-width': 2, 'stroke-linejoin': 'round', d: `M${points.join('L')}` }), line);
      const own = steady(losses(given.recipe, [rateAt(notch)])[0]);
      answer.replaceChildren(say('sweep-told', { rate: short(rateAt(notch)), loss: own, best: short(best), least: steady(Math.min(...found)), bound: short(given.bound, 4) }));
      guess.put(notch);
    });
    controls.append(make('p', { class: 'ask' }, say('sweep-more')), guess.root, list.root, make('div', { class: 'buttons' }, commit), answer);
    guess.start();
  }
}

/** The loss at the end, for each rate. @param {any} recipe @param {number[]} rates @returns {number[]} */
function losses(recipe, rates) {
  if (rates.length > MANY) return [...losses(recipe, rates.slice(0, MANY)), ...losses(recipe, rates.slice(MANY))];
  const [first] = recipe.runs;
  const rows = trajectory({ ...recipe, runs: rates.map((rate) => ({ ...first, learning_rate: rate })) });
  const stride = rows.length / rates.length;
  return rates.map((_, i) => rows[(i + 1) * stride - 1]);
}
