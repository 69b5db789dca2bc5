// An algorithm of the page, line by line: each line lights up, and the table fills with what it writes.
import { make } from '../dom.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** A cell of the table: pass, column. @typedef {[number, number]} Cell */

const [T, W, B, GW, GB] = [0, 1, 2, 3, 4];

/** What a line of pass t takes from the table and puts into it. @type {Record<string, (t: number) => { reads: Cell[], writes: Cell[] }>} */
const DOES = {
  start: () => ({ reads: [], writes: [[0, T], [0, W], [0, B]] }),
  test: (t) => ({ reads: [[t, T]], writes: [] }),
  gradient: (t) => ({ reads: [[t, W], [t, B]], writes: [[t, GW], [t, GB]] }),
  w: (t) => ({ reads: [[t, W], [t, GW]], writes: [[t + 1, W]] }),
  b: (t) => ({ reads: [[t, B], [t, GB]], writes: [[t + 1, B]] }),
  count: (t) => ({ reads: [[t, T]], writes: [[t + 1, T]] }),
  end: () => ({ reads: [], writes: [] }),
};

/** @param {HTMLElement} hands @param {{ algorithm: string, lines: string[], passes: number }} given */
export function stepper(hands, given) {
  const list = document.getElementById(given.algorithm);
  const body = hands.querySelector('tbody');
  if (!list || !body) return;
  const cells = [...body.rows].map((row) => [...row.cells]);
  const texts = cells.map((row) => row.map((cell) => cell.textContent ?? ''));
  const moments = order(given);
  const told = telling();
  let done = 0;
  const show = () => {
    const now = moments[done - 1];
    [...list.children].forEach((line, i) => {
      if (i === now?.line) line.setAttribute('aria-current', 'step');
      else line.removeAttribute('aria-current');
    });
    fill(cells, texts, moments.slice(0, done));
    told.replaceChildren(sentence(now, texts, done === moments.length));
    back.disabled = done === 0;
    next.disabled = done === moments.length;
  };
  const go = (/** @type {number} */ by) => {
    done = Math.min(Math.max(done + by, 0), moments.length);
    show();
    // A button that went grey would take the focus with it.
    if (back.disabled && document.activeElement === document.body) next.focus();
    if (next.disabled && document.activeElement === document.body) back.focus();
  };
  const [back, next] = [button(say('back'), () => go(-1)), button(say('next'), () => go(1))];
  next.classList.add('main');
  const bar = make('div', { class: 'buttons', role: 'group', 'aria-label': say('stepper') }, back, next);
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft' || key === 'ArrowRight') go(key === 'ArrowLeft' ? -1 : 1);
  });
  hands.prepend(bar, told);
  // Paper has the whole table.
  addEventListener('beforeprint', () => fill(cells, texts, moments));
  addEventListener('afterprint', show);
  show();
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const made = make('button', { type: 'button' }, label);
  made.addEventListener('click', act);
  return made;
}

/** Every line in the order in which it runs. @param {{ lines: string[], passes: number }} given */
function order({ lines, passes }) {
  const all = lines.map((does, line) => ({ does, line }));
  const loop = all.slice(lines.indexOf('test'));
  const times = Array.from({ length: passes }, (_, t) => loop.map((one) => ({ ...one, t })));
  return [...all.slice(0, lines.indexOf('test')).map((one) => ({ ...one, t: 0 })), ...times.flat()];
}

/**
 * What has been written so far; the last line's cells are marked.
 * @param {HTMLElement[][]} cells @param {string[][]} texts @param {{ does: string, t: number }[]} moments
 */
function fill(cells, texts, moments) {
  const written = new Set(moments.flatMap(({ does, t }) => DOES[does](t).writes.map(String)));
  const last = moments.at(-1);
  const now = last ? DOES[last.does](last.t) : { reads: [], writes: [] };
  cells.forEach((row, t) => row.forEach((cell, column) => {
    const is = (/** @type {Cell} */ [a, b]) => a === t && b === column;
    cell.replaceChildren(written.has(`${t},${column}`) ? texts[t][column] : '');
    cell.classList.toggle('written', now.writes.some(is));
    cell.classList.toggle('read', now.reads.some(is));
  }));
}

/** @param {{ does: string, line: number, t: number } | undefined} now @param {string[][]} texts @param {boolean} last */
function sentence(now, texts, last) {
  if (!now) return say('ready-to-start');
  const { does, t } = now;
  const line = now.line + 1;
  const from = texts[does === 'w' || does === 'b' || does === 'count' ? t + 1 : t];
  const values = { line, t: from[T], w: from[W], b: from[B], gw: from[GW], gb: from[GB] };
  if (does === 'end' && last) return say('and-so-on', values);
  return say(/** @type {import('./words.js').Key} */ (`line-${does}`), values);
}
