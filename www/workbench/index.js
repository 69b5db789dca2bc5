// The playground's tools, below any figure with `controls="playground"`. One tool a file, one word in this table.
import { icon, make, on } from '../dom.js';
import { keep } from '../keep.js';
import { Screen } from '../screen.js';
import { Voice } from '../voice.js';
import css from '../workbench.css';
import { arrivals } from './arrivals.js';
import { Bench } from './bench.js';
import fields from './fields.css';
import { data } from './data.js';
import { exports } from './exports.js';
import { results } from './results.js';
import { runs } from './runs.js';
import { share } from './share.js';
import { surface } from './surface.js';
import maps from './sweeps.css';
import { sweeps } from './sweeps.js';
import { tabs } from './tabs.js';
import { tries } from './tries.js';
import { speech } from '../words.js';
import { say, sayOr } from './words.js';

/** @typedef {{ id: string, when?: (bench: Bench) => boolean, open: (bench: Bench) => HTMLElement }} Tool */

/** @type {Tool[]} */
const TOOLS = [surface, data, runs, results, sweeps, share, exports];

const ICONS = { undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7', redo: 'm10 3 3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9' };

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * @param {import('../desk.js').Desk} desk @param {ShadowRoot} shadow where it will stand @param {AbortSignal} signal ends it
 * @returns {HTMLElement}
 */
export function mount(desk, shadow, signal) {
  dress(shadow);
  const voice = new Voice(signal);
  const bench = new Bench(desk, voice, signal);
  const sections = TOOLS.map(({ id, when, open }) => ({ id, title: sayOr(`tool-${id}`, id), open: () => open(bench), able: () => !when || when(bench) }));
  const { list, panels, settle } = tabs(sections);
  on(bench, 'change', settle, signal);
  const root = make('section', { class: 'figure workbench', part: 'workbench', ...speech(), 'aria-label': say('tools') },
    make('div', { class: 'bar' }, list, travel(bench)), arrivals(bench), ...panels, voice.root);
  keep(root, signal);
  on(root, 'told', ({ detail }) => voice.say(detail), signal);
  const screen = new Screen(signal, () => desk.host.getAttribute('theme') ?? bench.figure.view?.theme);
  const look = () => { root.dataset.theme = screen.theme; };
  on(screen, 'change', look, signal);
  on(desk, 'look', () => screen.tell(), signal);
  tries(bench);
  look();
  return root;
}

/** Undo and redo. @param {Bench} bench */
function travel(bench) {
  const button = (/** @type {'undo' | 'redo'} */ way) => {
    const made = make('button', { type: 'button', class: 'quiet travel' }, icon(ICONS[way]), say(way));
    on(made, 'click', () => bench[way](), bench.signal);
    return made;
  };
  const [undo, redo] = [button('undo'), button('redo')];
  const show = () => {
    // Not `disabled`: the focus stays where it is when there is nothing left.
    undo.setAttribute('aria-disabled', String(!bench.canUndo));
    redo.setAttribute('aria-disabled', String(!bench.canRedo));
  };
  for (const type of ['change', 'question']) on(bench, type, show, bench.signal);
  show();
  return make('div', { class: 'travels' }, undo, redo);
}

/** @param {ShadowRoot} shadow */
function dress(shadow) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css + fields + maps);
  }
  if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}
