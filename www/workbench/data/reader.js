// Data out of text: pasted, dropped, picked as a file or typed. What cannot be read stays where it can be put right,
// with every problem beside it.
import { make, on } from '../../dom.js';
import { short } from '../../numbers.js';
import { say, sayOr } from '../words.js';

/** A file beyond this is not even opened. */
const LARGEST = 10_000_000;
/** A text beyond this is not put into a field: laying it out would take longer than anybody waits. */
const LONGEST = 500_000;

/** What has more than one cell, and a number that a decimal comma makes look so. */
const ROWS = /[\n\r\t;,]|\S\s+\S/;
const ONE = /^\s*[+\-−]?\d+,\d+(e[+-]?\d+)?\s*$/i;

/** @typedef {import('./rows.js').Read} Read */

export class Reader {
  root;
  #read;
  #take;
  #field;
  #told = make('div', { class: 'faults', role: 'status' });
  #box;

  /**
   * @param {{ read: Read, columns(): number, take(rows: number[][], at: number | null): void, locked(): boolean }} does take: puts rows in, all anew or in the place of those from a row on
   * @param {AbortSignal} signal
   */
  constructor({ read, columns, take, locked }, signal) {
    this.#read = (/** @type {string} */ text) => read(text, columns());
    this.#take = take;
    this.#field = make('textarea', { rows: 6, spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', 'aria-label': say('data-text'), placeholder: 'x, y\n0.5, 0.2\n2.5, 0.9' });
    const button = make('button', { type: 'button', class: 'main' }, say('data-read'));
    this.#box = make('details', { class: 'text' }, make('summary', {}, say('data-as-text')), make('p', { class: 'note' }, say('data-how')), this.#field, make('p', { class: 'tools' }, button));
    this.root = make('div', { class: 'reader' }, this.#box, this.#told);
    on(button, 'click', () => locked() || this.text(this.#field.value, null), signal);
    on(this.#field, 'keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) button.click();
      if (event.key !== 'Escape') event.stopPropagation();
    }, signal);
  }

  /** Reads a text. @param {string} text @param {number | null} at the row from which on it takes the place of others; null: of all */
  text(text, at) {
    const told = this.#read(text);
    if ('problems' in told) return this.#refuse(text, told.problems);
    this.#field.value = '';
    this.#box.open = false;
    this.#take(told.rows, at);
    return this.#told.replaceChildren(make('p', { class: 'note' }, understood(told)));
  }

  /** @param {File} file */
  async file(file) {
    if (file.size > LARGEST) return this.#say(say('file-large', { name: file.name, size: short(file.size / 1e6), most: LARGEST / 1e6 }));
    try {
      return this.text(await file.text(), null);
    } catch {
      return this.#say(say('file-unread', { name: file.name }));
    }
  }

  forget() {
    this.#told.replaceChildren();
  }

  /** @param {string} text */
  #say(text) {
    this.#told.replaceChildren(make('p', {}, text));
  }

  /** @param {string} text @param {SheetProblem[]} problems */
  #refuse(text, problems) {
    const whole = text.length <= LONGEST;
    if (whole) {
      this.#field.value = text;
      this.#box.open = true;
    }
    const items = problems.slice(0, 5).map((problem) => {
      const go = make('button', { type: 'button', class: 'quiet' }, place(problem));
      go.addEventListener('click', () => this.#point(problem.line));
      return make('li', {}, whole ? go : place(problem), ': ', said(problem));
    });
    const more = problems.length - items.length;
    this.#told.replaceChildren(make('p', {}, say(whole ? 'unread' : 'unread-long')), make('ul', {}, ...items), more > 0 ? make('p', { class: 'note' }, say('more-faults', { count: more })) : '');
  }

  /** Chooses a line of the text. @param {number} line */
  #point(line) {
    const lines = this.#field.value.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    this.#field.focus();
    this.#field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  }
}

/** @param {SheetProblem} problem */
const place = ({ line, cell }) => (cell === null ? say('line', { line }) : say('line-cell', { line, cell }));

/** @param {SheetProblem} problem */
const said = ({ kind, given, allowed }) => sayOr(`sheet-${kind}`, `${given}; ${allowed}`).replaceAll('{given}', given);

/** How a text was read. @param {SheetRows} sheet */
function understood({ rows, notes: { separator, header, comma } }) {
  const words = [say(rows.length === 1 ? 'read-row' : 'read-rows', { count: rows.length, separator: sayOr(`separator-${separator}`, separator) })];
  if (header !== null) words.push(say('read-header', { header }));
  if (comma) words.push(say('read-comma', { given: comma[0], read: String(comma[1]) }));
  return words.join(' ');
}

/**
 * Hears what is pasted and dropped anywhere in a tool.
 * @param {HTMLElement} root @param {Reader} reader @param {{ at(field: EventTarget): number | null, locked(): boolean }} where @param {AbortSignal} signal
 */
export function receive(root, reader, { at, locked }, signal) {
  on(root, 'paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const [file] = event.clipboardData?.files ?? [];
    const field = event.composedPath()[0];
    // In the text field, unless it would hang on it, and one number or word into one cell: as in any field.
    if ((field instanceof HTMLTextAreaElement && text.length <= LONGEST) || (!file && !ROWS.test(text.trim())) || ONE.test(text) || locked()) return;
    event.preventDefault();
    if (file) reader.file(file);
    else reader.text(text, at(field));
  }, signal);
  on(root, 'dragover', (event) => {
    event.preventDefault();
    root.classList.add('over');
  }, signal);
  for (const type of ['dragleave', 'drop']) on(root, type, () => root.classList.remove('over'), signal);
  on(root, 'drop', (event) => {
    event.preventDefault();
    if (locked()) return;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) reader.file(file);
    else reader.text(event.dataTransfer?.getData('text/plain') ?? '', null);
  }, signal);
}
