// Curves of one height and one slope: the reader says which falls furthest, then walks along all of them at once. Every
// number was made when the page was built.
import { make } from '../dom.js';
import { short, steady } from '../numbers.js';
import { dragged, readings, scale, set, shape, slider } from './parts.js';
import { reveal } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** Length of the step; height and slope of each curve there. @typedef {[number, [number, number][]]} Row */

/** @param {HTMLElement} hands @param {any} given */
export function bends(hands, given) {
  const told = telling();
  const names = given.curvatures.map((/** @type {number} */ curvature) => say('bend', { curvature: short(curvature) }));
  const buttons = [...names, say('bend-all')].map((name, i) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' }, name);
    button.addEventListener('click', () => commit(button, i));
    return button;
  });
  const ask = make('div', { class: 'verdicts' }, make('p', {}, say('bends-ask', { step: given.step })), make('div', { class: 'buttons' }, ...buttons));
  hands.append(make('div', { class: 'controls' }, ask, told));

  /** @param {HTMLButtonElement} chosen @param {number} i */
  function commit(chosen, i) {
    for (const button of buttons) button.disabled = true;
    chosen.setAttribute('aria-pressed', 'true');
    const lowest = names[given.lowest];
    told.replaceChildren(i === given.lowest ? say('bends-right') : say(i === names.length ? 'bends-all-wrong' : 'bends-wrong', { lowest }));
    hands.querySelector('svg.near')?.remove();
    const result = reveal(hands);
    if (!result) return;
    hands.prepend(result);
    told.after(walk(result, given, names));
  }
}

/** A slider for the step, with a dot on each curve. @param {HTMLElement} result @param {any} given @param {string[]} names */
function walk(result, given, names) {
  /** @type {Row[]} */
  const rows = given.rows;
  const svg = /** @type {SVGSVGElement} */ (result.querySelector('svg.bent'));
  const { x, y, across } = scale(given.chart);
  const dots = names.map(() => shape('circle', { class: 'f-accent', r: 5.5 }));
  const grip = shape('circle', { class: 'grip', r: 26 });
  svg.append(...dots, grip);
  const list = readings([...names, say('bends-tangent')]);
  const first = rows.findIndex((row) => row[0] >= given.step);
  const chosen = slider(say('bends-step'), { min: 0, max: rows.length - 1, value: first }, (i) => {
    const [step, curves] = rows[i];
    curves.forEach(([height], k) => set(dots[k], { cx: x(step).toFixed(1), cy: y(height).toFixed(1) }));
    set(grip, { cx: x(step).toFixed(1), cy: y(curves[0][0]).toFixed(1) });
    const texts = curves.map(([height, slope]) => say('bend-there', { height: steady(height), slope: steady(slope) }));
    list.tell(...texts, steady(rows[0][1][0][0] + step * rows[0][1][0][1]));
    return say('bends-says', { step: short(step), there: texts.join('; ') });
  });
  dragged(svg, (place) => chosen.put(Math.round((across(place) / rows[rows.length - 1][0]) * (rows.length - 1))));
  const root = make('div', {}, chosen.root, list.root);
  chosen.start();
  return root;
}
