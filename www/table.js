// The numbers themselves: a table of the steps up to now and not one further, and the same as CSV.
import { make, on } from './dom.js';
import { long } from './long.js';
import { exact, full } from './numbers.js';
import { say } from './words.js';

/** More rows than this are not laid out; the CSV has them. */
const ROWS = 200;
const PATIENCE = 500;

/** @param {import('./view.js').Context} context */
export function table(context) {
  const { stage, signal } = context;
  const body = make('tbody');
  const note = make('p', { class: 'note' });
  const several = stage.facts.runs.length > 1;
  const names = [...(several ? [say('race-run')] : []), say('step'), ...stage.facts.surface.parameters, say('curve-loss')];
  const head = make('tr', {}, ...names.map((name) => make('th', { scope: 'col' }, name)));
  const caption = make('caption', { class: 'spoken' }, say('table'));
  const scroll = long(make('div', { class: 'scroll' },
    make('table', {}, caption, make('thead', {}, head), body)), say('scrolls'), signal);
  const root = make('details', { class: 'table', part: 'table' }, make('summary', {}, say('numbers')),
    scroll, make('p', { class: 'tools' }, copier(stage, signal), note));
  // The step that is pointed at, here or elsewhere; its row comes into sight in its own box, not on the page.
  const mark = () => {
    const step = String(stage.pointed.spot?.step);
    for (const row of body.rows) row.classList.toggle('pointed', row.dataset.step === step);
    const first = /** @type {HTMLElement | null} */ (body.querySelector('.pointed'));
    if (!first || body.matches(':hover')) return;
    const [top, low] = [first.offsetTop - first.offsetHeight, first.offsetTop + first.offsetHeight - scroll.clientHeight];
    scroll.scrollTop = Math.min(Math.max(scroll.scrollTop, low), top);
  };
  const show = () => {
    if (!root.open) return;
    const rows = list(stage, ROWS);
    body.replaceChildren(...rows.map((row) => make('tr', { 'data-step': row.step, 'data-run': row.run }, ...cells(row, stage))));
    mark();
    const hidden = (stage.player.step + 1) * stage.facts.runs.length - rows.length;
    note.replaceChildren(hidden > 0 ? say('rows-left-out', { rows: ROWS }) : '');
  };
  on(body, 'pointerover', ({ target }) => {
    const { step, run } = target.closest('tr').dataset;
    stage.pointed.point({ step: Number(step), run: Number(run) }, body);
  }, signal);
  on(body, 'pointerleave', () => stage.pointed.leave(body), signal);
  on(stage, 'pointed', mark, signal);
  on(root, 'toggle', show, signal);
  const soon = throttled(show, signal);
  for (const type of ['step', 'land', 'pause', 'question']) on(stage, type, soon, signal);
  return root;
}

/** The last rows up to now, run after run. @param {import('./stage.js').Stage} stage @param {number} most */
function list(stage, most) {
  const runs = stage.facts.runs.length;
  const each = Math.max(1, Math.floor(most / runs));
  const last = stage.player.step;
  const first = Math.max(0, last - each + 1);
  return Array.from({ length: runs * (last - first + 1) }, (_, i) => {
    const run = Math.floor(i / (last - first + 1));
    const step = first + (i % (last - first + 1));
    return { run, step, ...stage.row(run, step) };
  });
}

/** @param {{ run: number, step: number, at: number[], loss: number }} row @param {import('./stage.js').Stage} stage */
function cells({ run, step, at, loss }, stage) {
  const numbers = [...at, loss].map((x) => make('td', {}, full(x)));
  const name = stage.facts.runs.length > 1 ? [make('td', {}, stage.facts.runs[run].name)] : [];
  return [...name, make('th', { scope: 'row' }, String(step)), ...numbers];
}

/** Steps up to now as CSV, numbers in full. @param {import('./stage.js').Stage} stage */
export function csv(stage) {
  const head = ['run', 'step', ...stage.facts.surface.parameters, 'loss'].join(',');
  const rows = list(stage, Infinity).map(({ run, step, at, loss }) => [run, step, ...[...at, loss].map(exact)].join(','));
  return `${[head, ...rows].join('\n')}\n`;
}

/** @param {import('./stage.js').Stage} stage @param {AbortSignal} signal */
function copier(stage, signal) {
  const button = make('button', { type: 'button', class: 'quiet' }, say('copy-csv'));
  const told = make('span', { role: 'status' });
  on(button, 'click', async () => {
    const text = csv(stage);
    try {
      await navigator.clipboard.writeText(text);
      told.replaceChildren(say('copied'));
    } catch {
      // No clipboard in this frame: the text itself, ready to be copied by hand.
      const area = make('textarea', { readonly: true, rows: 6, 'aria-label': say('copy-csv') });
      area.value = text;
      told.replaceChildren(area);
      area.select();
    }
  }, signal);
  return make('span', { class: 'copy' }, button, told);
}

/** Calls at most every half second, and always once after the last time. @param {() => void} work @param {AbortSignal} signal */
function throttled(work, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  signal.addEventListener('abort', () => clearTimeout(later));
  return () => {
    later ??= setTimeout(() => {
      later = undefined;
      work();
    }, PATIENCE);
  };
}
