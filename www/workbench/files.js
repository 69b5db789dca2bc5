// Recipes as files: saved, opened, dropped on the figure or its page.
import { make } from '../dom.js';
import { said } from '../notice.js';
import { wrong } from '../words.js';
import { say } from './words.js';

/** The most that a file may have, in bytes: a link of ten thousand rows is no longer. */
const MOST = 4 * 1024 * 1024;

/** What a figure's file is called, without its ending. @param {FigureRecipe} figure */
export function named({ title, surface }) {
  const name = String(title ?? surface.function ?? surface.model ?? 'function').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60);
  return name.replace(/^-|-$/g, '') || 'figure';
}

/** @param {FigureRecipe} figure */
export function save(figure) {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(figure, null, 2)}\n`], { type: 'application/json' }));
  make('a', { href: url, download: `${named(figure)}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Makes the figure of a file the bench's; whatever is wrong with it is told, and then nothing has changed.
 * @param {import('./bench.js').Bench} bench @param {File} file @returns {Promise<Node>} what became of it
 */
export async function load(bench, file) {
  const { name, size } = file;
  try {
    if (size > MOST) throw new Error(say('file-size'));
    const figure = JSON.parse((await file.text()).replace(/^\ufeff/, ''));
    const faults = /** @type {{ message: string }[]} */ (/** @type {unknown[]} */ (bench.call((glue) => glue.check(figure))));
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    bench.edit(figure, say('said-file', { name }));
    bench.stage.player.seek(0);
    return make('p', {}, say('file-opened', { name }));
  } catch (error) {
    const why = error instanceof SyntaxError ? say('file-json', { why: error.message }) : wrong(error);
    return make('div', {}, make('p', {}, say('file-bad', { name })), said(why.split('\n')));
  }
}
