// How long Adam's steps are on a ramp measured with noise. With rate 1 a step is its ratio itself, so points tell it.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { steady } from '../numbers.js';
import { trajectory } from '../ponder.js';
import { named } from './average.js';
import { asks } from './choice.js';
import { picture, readings, scale, set, shape } from './parts.js';
import { reveal } from './reveal.js';
import { say } from './words.js';

/** @param {HTMLElement} hands @param {any} given */
export function certainty(hands, given) {
  asks(hands, () => {
    const result = reveal(hands);
    if (result) begun().then(() => meter(result, given)).catch(() => {});
  });
}

/** @param {HTMLElement} result @param {any} given */
function meter(result, given) {
  const draw = trace(picture(result, 'steps'), given);
  const list = readings([say('step-length'), say('step-downhill')]);
  const bar = make('meter', { min: 0, max: 1, value: 0, 'aria-label': say('step-length') });
  const [run] = given.recipe.runs;
  const noise = named(say('noise'), given.noises.length, given.first, (i) => {
    const noisy = { ...run, noise: { ...run.noise, deviation: given.noises[i] } };
    const rows = trajectory({ ...given.recipe, runs: [noisy] });
    const steps = Array.from({ length: given.recipe.steps }, (_, t) => rows[3 * t] - rows[3 * t + 3]);
    const late = steps.slice(given.from);
    const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const length = mean(late.map(Math.abs));
    draw(steps, length);
    bar.value = length;
    list.tell(steady(length), steady(mean(late)));
    return String(given.noises[i]);
  });
  result.querySelector('table')?.before(make('div', { class: 'controls' }, noise.root, bar, list.root));
  noise.start();
}

/** @param {SVGSVGElement} svg @param {any} given */
function trace(svg, { chart }) {
  const { x, y } = scale(chart);
  const [[left, right], [top, bottom]] = chart.plot;
  const line = shape('path', { class: 's-run-0 hollow' });
  const level = shape('path', { class: 's-accent thick', 'stroke-dasharray': '6 4' });
  svg.append(line, level);
  return (/** @type {number[]} */ steps, /** @type {number} */ length) => {
    const at = (/** @type {number} */ value) => Math.min(Math.max(y(value), top), bottom).toFixed(1);
    set(line, { d: steps.map((step, t) => `${t ? 'L' : 'M'}${x(t + 1).toFixed(1)} ${at(step)}`).join('') });
    set(level, { d: `M${left} ${at(length)}H${right}` });
  };
}
