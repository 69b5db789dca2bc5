// The rows as a table of fields with the keys of a spreadsheet. A page of them at a time: ten thousand rows are no more
// work than fifty.
import { call, make, on } from '../../dom.js';
import { say, sayOr } from '../words.js';
import { names } from './rows.js';

/** @typedef {import('./rows.js').Row} Row */

export const PAGE = 50;

/** @type {Record<string, [down: number, across: number]>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

/** What is wrong with a cell, in words. @param {SheetProblem} problem */
export const words = ({ kind, given, allowed }) => sayOr(`cell-${kind}`, `${given}; ${allowed}`).replaceAll('{given}', given);

export class Grid {
  root = make('div', { class: 'grid' });
  #rows;
  #columns = 2;
  #first = 0;
  #does;
  #body = make('tbody');
  #head = make('tr');
  #pages = make('div', { class: 'pages' });
  #told = make('div', { class: 'faults', role: 'status' });

  /**
   * @param {() => readonly Row[]} rows the last one may be blank
   * @param {{ write(row: number, column: number, text: string): void, remove(row: number): void, hold(row: number, held: boolean): void, locked(): boolean }} does
   * @param {AbortSignal} signal
   */
  constructor(rows, does, signal) {
    this.#rows = rows;
    this.#does = does;
    const table = make('table', { class: 'cells' }, make('caption', { class: 'spoken' }, say('data-table')), make('thead', {}, this.#head), this.#body);
    this.root.append(make('div', { class: 'scroll' }, table), this.#pages, this.#told);
    on(this.#body, 'change', ({ target }) => this.#changed(target), signal);
    on(this.#body, 'keydown', (event) => this.#key(event), signal);
    on(this.#body, 'click', ({ target }) => this.#pressed(target.closest('button')), signal);
    on(this.#body, 'focusin', ({ target }) => target instanceof HTMLInputElement && target.type === 'text' && target.select(), signal);
  }

  /** The row of a field, if it is one of these. @param {EventTarget | undefined} field @returns {number | null} */
  rowOf(field) {
    const row = field instanceof HTMLElement && this.#body.contains(field) ? field.dataset.row : undefined;
    return row === undefined ? null : Number(row);
  }

  /** @param {number} columns */
  show(columns) {
    const spot = this.#spot();
    if (columns !== this.#columns) this.#first = 0;
    this.#columns = columns;
    this.#first = Math.min(this.#first, this.#pageOf(this.#rows().length - 1));
    const head = (/** @type {string} */ name) => make('th', { scope: 'col' }, name);
    this.#head.replaceChildren(head(say('row')), ...names(columns).map(head), head(say('held-out')), make('th', { scope: 'col' }, make('span', { class: 'spoken' }, say('row-remove-head'))));
    this.#lay();
    if (spot && this.#pageOf(spot[0]) === this.#first) this.focus(spot[0], spot[1]);
  }

  /** Puts the focus in a cell, wherever it is. @param {number} row @param {number} column */
  focus(row, column) {
    const to = Math.min(Math.max(row, 0), this.#rows().length - 1);
    if (this.#pageOf(to) !== this.#first) {
      this.#first = this.#pageOf(to);
      this.#lay();
    }
    const field = this.#field(to, Math.min(Math.max(column, 0), this.#columns - 1));
    field?.focus();
    // Also where it had the focus: what is typed now takes the place of what stands there.
    field?.select();
  }

  /** @param {number} row */
  #pageOf(row) {
    return PAGE * Math.floor(Math.max(row, 0) / PAGE);
  }

  /** @param {number} row @param {number} column @returns {HTMLInputElement | null} */
  #field(row, column) {
    return this.#body.querySelector(`input[data-row="${row}"][data-column="${column}"]`);
  }

  /** Where the focus is. @returns {[row: number, column: number] | null} */
  #spot() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    const { row, column } = activeElement instanceof HTMLElement && this.#body.contains(activeElement) ? activeElement.dataset : {};
    return row === undefined || column === undefined ? null : [Number(row), Number(column)];
  }

  /** Fields are kept, so that the focus, a caret and what is being typed stay. */
  #lay() {
    const shown = this.#rows().slice(this.#first, this.#first + PAGE);
    const lines = shown.map((row, i) => this.#line(row, this.#first + i));
    const old = [...this.#body.rows];
    lines.forEach((line, i) => {
      const there = old[i];
      if (!there || there.cells.length !== line.cells.length) return there ? there.replaceWith(line) : this.#body.append(line);
      return renew(there, line);
    });
    for (const line of old.slice(lines.length)) line.remove();
    this.#turn();
    this.#tell();
  }

  /** @param {Row} row @param {number} at */
  #line(row, at) {
    const locked = this.#does.locked();
    const all = names(this.#columns);
    const fields = row.text.map((text, column) => {
      const wrong = row.wrong.get(column);
      const field = make('input', {
        type: 'text', inputmode: 'decimal', autocomplete: 'off', spellcheck: 'false', class: 'cell', value: text, readonly: locked,
        'aria-label': say('cell', { row: at + 1, column: all[column] }), 'data-row': at, 'data-column': column,
        ...(wrong && { 'aria-invalid': 'true', title: words(wrong) }),
      });
      return make('td', {}, field);
    });
    const held = make('input', { type: 'checkbox', class: 'flag', checked: row.held, disabled: locked || !row.good, 'aria-label': say('hold', { row: at + 1 }), 'data-hold': at });
    const gone = make('button', { type: 'button', class: 'plain', tabindex: -1, disabled: locked || (!row.good && row.text.every((text) => text === '')), 'data-gone': at }, '×');
    call(gone, say('row-remove', { row: at + 1 }));
    return make('tr', {}, make('th', { scope: 'row' }, String(at + 1)), ...fields, make('td', {}, held), make('td', {}, gone));
  }

  #turn() {
    const count = this.#rows().length;
    this.#pages.hidden = count <= PAGE;
    if (count <= PAGE) return this.#pages.replaceChildren();
    const [from, to] = [this.#first + 1, Math.min(this.#first + PAGE, count)];
    const turn = (/** @type {'rows-before' | 'rows-after'} */ key, /** @type {number} */ by, /** @type {boolean} */ able) => {
      const button = make('button', { type: 'button', class: 'quiet', 'aria-disabled': String(!able), 'data-turn': key }, say(key));
      button.addEventListener('click', () => able && this.#page(this.#first + by, key));
      return button;
    };
    return this.#pages.replaceChildren(turn('rows-before', -PAGE, this.#first > 0), make('span', { role: 'status' }, say('rows-of', { from, to, count })), turn('rows-after', PAGE, to < count));
  }

  /** @param {number} first @param {string} key */
  #page(first, key) {
    this.#first = first;
    this.#lay();
    /** @type {HTMLElement | null} */ (this.#pages.querySelector(`[data-turn="${key}"]`))?.focus();
  }

  /** What is wrong, cell by cell, also where it is on another page. */
  #tell() {
    const all = names(this.#columns);
    const faults = this.#rows().flatMap((row, at) => [...row.wrong].map(([column, problem]) => ({ at, column, problem })));
    const lines = faults.slice(0, 5).map(({ at, column, problem }) => {
      const go = make('button', { type: 'button', class: 'quiet' }, say('cell', { row: at + 1, column: all[column] }));
      go.addEventListener('click', () => this.focus(at, column));
      return make('li', {}, go, ' ', words(problem));
    });
    const more = faults.length > lines.length ? make('p', { class: 'note' }, say('more-faults', { count: faults.length - lines.length })) : '';
    const made = lines.length ? [make('ul', {}, ...lines), more, make('p', { class: 'note' }, say('last-good'))] : [];
    if (this.#told.textContent !== made.map((node) => (typeof node === 'string' ? node : node.textContent)).join('')) this.#told.replaceChildren(...made);
  }

  /** @param {HTMLInputElement} field */
  #changed(field) {
    const { row, column, hold } = field.dataset;
    if (hold !== undefined) this.#does.hold(Number(hold), field.checked);
    else {
      const text = field.value;
      field.defaultValue = text;
      this.#does.write(Number(row), Number(column), text);
    }
  }

  /** @param {HTMLButtonElement | null} button */
  #pressed(button) {
    if (button?.dataset.gone !== undefined) this.#does.remove(Number(button.dataset.gone));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.type !== 'text') return;
    const [row, column] = [Number(field.dataset.row), Number(field.dataset.column)];
    const act = this.#act(event, field, row, column);
    if (act) {
      event.preventDefault();
      act();
    }
    // The figure's own keys are letters and digits here. Esc that has nothing to take back leaves.
    if (act || event.key !== 'Escape') event.stopPropagation();
  }

  /** @param {KeyboardEvent} event @param {HTMLInputElement} field @param {number} row @param {number} column @returns {(() => void) | undefined} */
  #act({ key, shiftKey, ctrlKey, metaKey, altKey }, field, row, column) {
    if (altKey) return undefined;
    const control = ctrlKey || metaKey;
    if (control && (key === 'Delete' || key === 'Backspace')) return () => this.#does.remove(row);
    if (control && key === 'Home') return () => this.focus(0, 0);
    if (control && key === 'End') return () => this.focus(this.#rows().length - 1, 0);
    if (control) return undefined;
    if (key === 'Enter') return () => this.#go(field, row + (shiftKey ? -1 : 1), column);
    if (key === 'Escape' && field.value !== field.defaultValue) return () => { field.value = field.defaultValue; field.select(); };
    const [down, across] = shiftKey ? [0, 0] : (ARROWS[key] ?? [0, 0]);
    if (down) return () => this.#go(field, row + down, column);
    if (!across || !atEdge(field, across)) return undefined;
    const flat = row * this.#columns + column + across;
    return flat < 0 ? undefined : () => this.#go(field, Math.floor(flat / this.#columns), flat % this.#columns);
  }

  /** What was typed is taken before the focus goes on, so that a new row is there to go to. @param {HTMLInputElement} field @param {number} row @param {number} column */
  #go(field, row, column) {
    if (field.value !== field.defaultValue) this.#changed(field);
    this.focus(row, column);
  }
}

/** Whether an arrow leaves the field: the caret is at that end, or all is selected. @param {HTMLInputElement} field @param {number} across */
function atEdge({ selectionStart: from, selectionEnd: to, value }, across) {
  if (from === 0 && to === value.length) return true;
  return from === to && (across < 0 ? from === 0 : to === value.length);
}

/** Makes one line say what another does. @param {HTMLTableRowElement} line @param {HTMLTableRowElement} other */
function renew(line, other) {
  const [mine, theirs] = [line, other].map((of) => [...of.querySelectorAll('th, input, button')]);
  // What is being typed is nobody else's.
  const typing = new Set(mine.filter((old) => old instanceof HTMLInputElement && old.matches(':focus') && old.value !== old.defaultValue));
  mine.forEach((old, i) => {
    const made = theirs[i];
    for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of [...made.attributes]) old.setAttribute(name, value);
    if (old instanceof HTMLInputElement && made instanceof HTMLInputElement) {
      if (!typing.has(old)) old.value = made.value;
      old.checked = made.checked;
    } else old.replaceChildren(...made.childNodes);
  });
}
