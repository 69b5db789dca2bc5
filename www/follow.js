// A figure that its page's address can say: `#v=1&surface=…`, opened when the page is, and whenever the address changes.
import { decode } from './api.js';
import { make } from './dom.js';
import { ready } from './engine.js';
import { linked } from './linked.js';
import { said } from './notice.js';
import { around, say, speak, wrong } from './words.js';

/** @typedef {HTMLElement & { recipe: unknown, seek(step: number): void }} Figure */

/**
 * Opens in a figure what the page's address says, now and later. What of a link is not right is told above the figure; one
 * that cannot be opened changes nothing.
 * @param {Figure} figure @returns {Promise<boolean>} whether there was one now
 */
export async function follow(figure) {
  figure.dataset.follows = '';
  /** @type {HTMLElement | null} */
  let note = null;
  const open = async () => {
    const link = linked(location);
    note?.remove();
    if (!link) return false;
    await Promise.all([ready, speak(around(figure))]);
    if (link !== linked(location)) return false;
    const { opened, title, lines } = tried(figure, link);
    if (lines.length > 0) {
      figure.before((note = told(title, lines)));
      note.scrollIntoView({ block: 'nearest' });
    }
    return opened;
  };
  addEventListener('hashchange', open);
  return open();
}

/** @param {Figure} figure @param {string} link @returns {{ opened: boolean, title: string, lines: string[] }} what its reader should hear */
function tried(figure, link) {
  try {
    const opened = decode(link);
    // Whoever works on the figure may take it as one change of many.
    const news = new CustomEvent('link', { detail: { figure: opened, at: opened.at }, cancelable: true });
    if (figure.dispatchEvent(news)) {
      figure.recipe = opened;
      if (opened.at !== null) figure.seek(opened.at);
    }
    return { opened: true, title: say('link-notes'), lines: opened.notes.map(({ message }) => wrong(message)) };
  } catch (error) {
    return { opened: false, title: say('link-bad'), lines: wrong(error).split('\n') };
  }
}

/** @param {string} title @param {string[]} lines */
function told(title, lines) {
  const close = make('button', { type: 'button' }, say('close'));
  const note = make('div', { class: 'link-note', role: 'status' }, make('p', {}, title), said(lines), close);
  close.addEventListener('click', () => note.remove());
  return note;
}
