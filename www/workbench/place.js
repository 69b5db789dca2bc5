// Where the runs start, and which window of the plane shows them: by number, beside dragging and zooming.
import { make, on } from '../dom.js';
import { human } from '../numbers.js';
import { button, number } from './field.js';
import { withAllStarts, withWindow } from './recipes.js';
import { shown } from './shown.js';
import { say } from './words.js';

/** As a reader would type it. @param {number} x */
const few = (x) => Number(x.toPrecision(6));

/** @param {import('./bench.js').Bench} bench */
export function place(bench) {
  const starts = make('div', { class: 'row' });
  const windows = make('div', { class: 'ranges' });
  const found = make('p', { class: 'remark' });
  const root = make('div', { class: 'place' },
    make('fieldset', {}, make('legend', {}, say('start')), starts),
    make('fieldset', {}, make('legend', {}, say('window')), windows), found, shown(bench));
  let names = '';
  /** @type {(() => void)[]} */
  let placed = [];
  const show = () => {
    const { parameters, domain } = bench.facts.surface;
    if (names !== parameters.join()) {
      names = parameters.join();
      placed = [...start(bench, starts), ...(domain ? frame(bench, windows) : [])];
      /** @type {HTMLElement} */ (windows.parentElement).hidden = !domain;
    }
    placed.forEach((each) => each());
    found.replaceChildren(minima(bench));
  };
  on(bench, 'change', show, bench.signal);
  show();
  return root;
}

/** One start for all runs. @param {import('./bench.js').Bench} bench @param {HTMLElement} row */
function start(bench, row) {
  const { parameters } = bench.facts.surface;
  const fields = parameters.map((name, axis) => number(name, (value) => {
    const at = bench.facts.runs[0].start.map((x, i) => (i === axis ? value : x));
    bench.edit(withAllStarts(bench.figure, at), say('said-start'));
  }));
  const usual = button(say('usual-start'), () => bench.edit(withAllStarts(bench.figure, null), say('said-start')));
  row.replaceChildren(...fields.map(({ root }) => root), usual);
  return [() => {
    const all = bench.facts.runs.map(({ start: at }) => at);
    fields.forEach((field, axis) => field.place(all.every((at) => at[axis] === all[0][axis]) ? few(all[0][axis]) : ''));
    usual.hidden = bench.figure.runs.every((run) => run.start === undefined);
  }];
}

/** @param {import('./bench.js').Bench} bench @param {HTMLElement} row */
function frame(bench, row) {
  const [w, b] = bench.facts.surface.parameters;
  const ends = /** @type {[string, 0 | 1, 0 | 1][]} */ ([[say('from', { name: w }), 0, 0], [say('to', { name: w }), 0, 1], [say('from', { name: b }), 1, 0], [say('to', { name: b }), 1, 1]]);
  const wrong = make('p', { class: 'told', role: 'status' });
  const fields = ends.map(([label, axis, end]) => number(label, (value) => {
    const window = /** @type {[Point, Point]} */ (bench.facts.window.map((range) => [...range]));
    window[axis][end] = value;
    wrong.replaceChildren(window[axis][0] < window[axis][1] ? '' : say('window-order'));
    if (window[axis][0] < window[axis][1]) bench.edit(withWindow(bench.figure, window), say('said-window'));
  }));
  const usual = button(say('usual-window'), () => bench.edit(withWindow(bench.figure, null), say('said-window')));
  row.replaceChildren(...fields.map(({ root }) => root), usual, wrong);
  return [() => {
    fields.forEach((field, i) => field.place(few(bench.facts.window[ends[i][1]][ends[i][2]])));
    usual.hidden = bench.figure.view?.window === undefined;
  }];
}

/** What is known of the ground. @param {import('./bench.js').Bench} bench */
function minima({ facts, figure, stage }) {
  if (!Number.isFinite(stage.row(0, 0).loss)) return say('no-land');
  if (!facts.surface.domain || !figure.surface.expression) return '';
  const list = facts.surface.minima;
  if (list.length === 0) return say('minima-none');
  const few = list.slice(0, 4).map((at) => `(${at.map((x) => human(x)).join(', ')})`).join(', ');
  return say(list.length === 1 ? 'minima-one' : list.length > 4 ? 'minima-more' : 'minima-found', { count: list.length, places: few });
}
