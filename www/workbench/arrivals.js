// Figures that come from outside while the tools are open: a recipe file dropped on the figure or its page, a link in the
// page's address. Both are changes that can be undone.
import { make, on } from '../dom.js';
import { load } from './files.js';
import { say } from './words.js';

const MINE = 'ponder-figure[controls="playground"]';

/** @param {import('./bench.js').Bench} bench @returns {HTMLElement} where it is told what became of them */
export function arrivals(bench) {
  const { host, signal } = bench;
  const told = make('div', { class: 'told arrival', role: 'status' });
  on(host, 'link', (event) => {
    const { figure, at } = /** @type {CustomEvent} */ (event).detail;
    if (bench.locked) return;
    bench.edit(figure, say('said-link'));
    bench.stage.player.seek(at ?? 0);
    event.preventDefault();
  }, signal);
  // Before the tools hear it, who would take any file for data.
  const how = { capture: true, signal };
  const over = (/** @type {boolean} */ yes) => told.classList.toggle('over', yes) && told.replaceChildren(say('file-drop'));
  document.addEventListener('dragover', (event) => {
    if (!concerns(event, host) || ![...event.dataTransfer?.items ?? []].some(isRecipe)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!told.classList.contains('over')) over(true);
  }, how);
  const leave = () => {
    if (told.classList.contains('over')) told.replaceChildren();
    over(false);
  };
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && leave(), how);
  document.addEventListener('drop', async (event) => {
    leave();
    const file = [...event.dataTransfer?.files ?? []].find(({ name, type }) => /\.json$/i.test(name) || type === 'application/json');
    if (!file || !concerns(event, host)) return;
    event.preventDefault();
    event.stopPropagation();
    told.replaceChildren(await load(bench, file));
  }, how);
  refuse(told, host, signal);
  return told;
}

/**
 * A file that nobody takes: the browser would open it in the place of the page, and all that was made here would be gone.
 * @param {HTMLElement} told @param {HTMLElement} host @param {AbortSignal} signal
 */
function refuse(told, host, signal) {
  const theirs = (/** @type {DragEvent} */ event) => event.defaultPrevented || !event.dataTransfer?.types.includes('Files') || !concerns(event, host);
  on(document, 'dragover', (event) => {
    if (!theirs(event)) event.preventDefault();
  }, signal);
  on(document, 'drop', (event) => {
    if (theirs(event)) return;
    event.preventDefault();
    told.replaceChildren(make('p', {}, say('file-other', { name: event.dataTransfer?.files[0]?.name ?? '' })));
  }, signal);
}

/** Whether it happens on this figure, or on a page whose first figure this is. @param {Event} event @param {HTMLElement} host */
function concerns(event, host) {
  const under = event.composedPath().find((each) => each instanceof Element && each.matches(MINE));
  return (under ?? document.querySelector(MINE)) === host;
}

/** While a file is dragged only its type is known. @param {DataTransferItem} item */
const isRecipe = ({ kind, type }) => kind === 'file' && type === 'application/json';
