// Adam's two averages on a noisy ramp, with β₁, β₂ and the noise in the reader's hand. Every number is what a run notes.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { steady } from '../numbers.js';
import { Run, trajectory } from '../ponder.js';
import { asks } from './choice.js';
import { picture, readings, scale, set, shape, slider } from './parts.js';
import { reveal } from './reveal.js';
import { say } from './words.js';

const BETA1 = [0, 0.5, 0.8, 0.9, 0.95, 0.99];
const BETA2 = [0.5, 0.9, 0.99, 0.999, 0.9999];
/** What is told of m: after so many updates. */
const AFTER = 10;

/** @param {HTMLElement} hands @param {any} given */
export function average(hands, given) {
  asks(hands, () => {
    const result = reveal(hands);
    if (result) begun().then(() => lab(result, given)).catch(() => {});
  });
}

/** @param {HTMLElement} result @param {any} given */
function lab(result, given) {
  const draw = [['mean', given.mean], ['square', given.square]].map(([name, chart]) => curves(picture(result, name), chart));
  const list = readings([say('first-plain'), say('first-corrected'), say('m-after', { t: AFTER }), say('m-hat-after', { t: AFTER })]);
  const chosen = { beta1: BETA1[3], beta2: BETA2[3], noise: given.noises[2] };
  const show = () => {
    const [run] = given.recipe.runs;
    const [deviation, square] = chosen.noise;
    const set = { ...run, beta1: chosen.beta1, beta2: chosen.beta2, noise: { ...run.noise, deviation } };
    const noted = notes({ ...given.recipe, runs: [set] }, given.pairs.flat());
    draw[0](noted[0], noted[1], 1);
    draw[1](noted[2], noted[3], square);
    const first = [false, true].map((correction) => firstStep(given.recipe, { ...set, bias_correction: correction }));
    list.tell(...[...first, noted[0][AFTER - 1], noted[1][AFTER - 1]].map(steady));
  };
  const moved = (/** @type {'beta1' | 'beta2' | 'noise'} */ name, /** @type {any[]} */ values) => (/** @type {number} */ i) => {
    chosen[name] = values[i];
    show();
    return String(name === 'noise' ? values[i][0] : values[i]);
  };
  const sliders = [
    named('β₁', BETA1.length, 3, moved('beta1', BETA1)),
    named('β₂', BETA2.length, 3, moved('beta2', BETA2)),
    named(say('noise'), given.noises.length, 2, moved('noise', given.noises)),
  ];
  result.querySelector('table')?.before(make('div', { class: 'controls' }, ...sliders.map(({ root }) => root), list.root));
  for (const { start } of sliders) start();
}

/**
 * A slider over a few values, with the value beside it.
 * @param {string} label @param {number} many @param {number} value @param {(i: number) => string} show
 */
export function named(label, many, value, show) {
  const output = make('output', { 'aria-hidden': 'true' });
  const made = slider(label, { min: 0, max: many - 1, value }, (i) => {
    const said = show(i);
    output.replaceChildren(said);
    return said;
  });
  made.root.append(output);
  return made;
}

/** What a run notes for w under each symbol, update by update. @param {object} recipe @param {string[]} symbols */
function notes(recipe, symbols) {
  const run = new Run(recipe, 0);
  const lists = symbols.map(() => /** @type {number[]} */ ([]));
  for (let entry = run.next(); entry; entry = run.next()) {
    const parts = /** @type {{ symbol: string, value: number[] }[]} */ (/** @type {any} */ (entry).parts ?? []);
    symbols.forEach((symbol, i) => {
      const noted = parts.findLast((part) => part.symbol === symbol);
      if (noted) lists[i].push(noted.value[0]);
    });
  }
  run.free();
  return lists;
}

/** How far the first update goes. @param {any} recipe @param {any} run */
function firstStep(recipe, run) {
  const rows = trajectory({ ...recipe, runs: [run], steps: 1 });
  return Math.abs(rows[3] - rows[0]);
}

/** @param {SVGSVGElement} svg @param {any} chart */
function curves(svg, chart) {
  const { x, y } = scale(chart);
  const truth = shape('path', { class: 's-quiet thin' });
  const name = shape('text', { class: 'f-quiet', 'text-anchor': 'end' }, say('true'));
  const plain = shape('path', { class: 's-accent thick', 'stroke-dasharray': '6 4' });
  const corrected = shape('path', { class: 's-run-0 thick hollow' });
  svg.append(truth, name, plain, corrected);
  const [[left, right], [top, bottom]] = chart.plot;
  const path = (/** @type {number[]} */ values) => values
    .map((value, i) => `${i ? 'L' : 'M'}${x(i + 1).toFixed(1)} ${Math.min(Math.max(y(value), top), bottom).toFixed(1)}`).join('');
  return (/** @type {number[]} */ values, /** @type {number[]} */ mended, /** @type {number} */ level) => {
    set(truth, { d: `M${left} ${y(level).toFixed(1)}H${right}` });
    set(name, { x: right, y: (y(level) - 6).toFixed(1) });
    set(plain, { d: path(values) });
    set(corrected, { d: path(mended) });
  };
}
