// What became of the runs of a race, as a table: sorted by a rule that is said, nothing later than may be known.
import { make, on } from '../dom.js';
import { long } from '../long.js';
import { short, steady } from '../numbers.js';
import { NEXT, columns, sorted, text } from './results/standings.js';
import { say as word, translated } from '../words.js';
import { say, sayOr } from './words.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./results/standings.js').Line} Line */

/** How others than numbers are ordered, in words. @type {Record<string, 'name' | 'outcome'>} */
const ORDERS = { run: 'name', outcome: 'outcome' };

/** @type {import('./index.js').Tool} */
export const results = { id: 'results', open: (bench) => new Results(bench).root };

class Results {
  root;
  #bench;
  #below = 0.01;
  #by = 'reached';
  #down = false;
  /** What the wasm told last, and of what. @type {{ figure: FigureRecipe, limit: number, below: number, results: RunResult[] } | null} */
  #told = null;
  #rule = make('p', { class: 'note' });
  #head = make('tr');
  #body = make('tbody');
  #copied = make('span', { role: 'status' });
  #field;

  /** @param {Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    const { signal } = bench;
    bench.voice.follow(this.#rule);
    this.#field = make('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'number', value: this.#below });
    const table = make('table', {}, make('caption', { class: 'spoken' }, say('results-table')), make('thead', {}, this.#head), this.#body);
    const copy = (/** @type {'copy-tsv' | 'copy-csv'} */ key, /** @type {',' | '\t'} */ separator) => {
      const button = make('button', { type: 'button', class: 'quiet' }, say(key));
      on(button, 'click', () => this.#copy(key, separator), signal);
      return button;
    };
    this.root = make('div', { class: 'results' },
      make('p', {}, make('label', {}, say('tolerance'), ' ', this.#field)), this.#rule,
      long(make('div', { class: 'scroll' }, table), word('scrolls'), signal),
      make('p', { class: 'tools' }, copy('copy-tsv', '\t'), copy('copy-csv', ','), this.#copied));
    on(this.#head, 'click', ({ target }) => this.#sort(target.closest('button')?.dataset.by), signal);
    on(this.#field, 'input', () => this.#tolerate(), signal);
    on(this.#field, 'keydown', (event) => event.key !== 'Escape' && event.stopPropagation(), signal);
    for (const type of ['change', 'step', 'question']) on(bench, type, () => this.#show(), signal);
    // Nobody looks while another tool is open; what then changed is shown when this one is opened again.
    const seen = new ResizeObserver(() => this.#show());
    seen.observe(this.root);
    signal.addEventListener('abort', () => seen.disconnect());
    this.#show();
  }

  /** The last step that may be spoken of: while a question is open the one that is shown. */
  get #limit() {
    const { stage } = this.#bench;
    return stage.asking ? stage.player.step : stage.steps;
  }

  /** @returns {Line[]} */
  get #lines() {
    const { stage, facts, figure } = this.#bench;
    const [limit, below] = [this.#limit, this.#below];
    if (this.#told?.figure !== figure || this.#told.limit !== limit || this.#told.below !== below) {
      this.#told = { figure, limit, below, results: translated(stage.use((live) => live.results(limit, below))) };
    }
    return this.#told.results.map((result, run) => ({ name: facts.runs[run].name, loss: stage.row(run, stage.player.step).loss, result }));
  }

  #tolerate() {
    const below = Number(this.#field.value.trim().replace(',', '.'));
    const fine = this.#field.value.trim() !== '' && below > 0 && Number.isFinite(below);
    this.#field.setAttribute('aria-invalid', String(!fine));
    if (fine) this.#below = below;
    this.#show();
    if (!fine) this.#rule.replaceChildren(say('tolerance-allowed', { below: short(this.#below) }));
  }

  /** @param {string | undefined} by */
  #sort(by) {
    if (!by) return;
    this.#down = by === this.#by && !this.#down;
    this.#by = by;
    this.#show();
  }

  #show() {
    if (this.root.isConnected && !this.root.checkVisibility()) return;
    const lines = this.#lines;
    const all = columns(lines);
    if (!all.some(({ id }) => id === this.#by)) this.#by = 'reached';
    this.#heads(all.map(({ id }) => id));
    const rows = sorted(lines, this.#by, this.#down).map((line) => make('tr', {}, ...all.map(({ id, value, late }) => cell(id, value(line), line, late === true && this.#limit < this.#bench.stage.steps))));
    this.#body.replaceChildren(...rows);
    this.#say();
  }

  /** @param {string} id */
  #title(id) {
    return say(/** @type {import('./words.js').Key} */ (`result-${id}`), { step: this.#bench.stage.player.step, below: short(this.#below) });
  }

  /** Buttons are kept: one of them may have the focus. @param {string[]} ids */
  #heads(ids) {
    if (this.#head.children.length !== ids.length) {
      this.#head.replaceChildren(...ids.map((id) => make('th', { scope: 'col' }, make('button', { type: 'button', class: 'sort', 'data-by': id }))));
    }
    for (const [i, head] of [...this.#head.children].entries()) {
      const button = /** @type {HTMLButtonElement} */ (head.firstElementChild);
      button.dataset.by = ids[i];
      button.replaceChildren(this.#title(ids[i]));
      if (ids[i] === this.#by) head.setAttribute('aria-sort', this.#down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  }

  #say() {
    const by = this.#title(this.#by);
    const then = this.#by === NEXT ? '' : say('sorted-then', { by: this.#title(NEXT) });
    const rule = say(`sorted-${ORDERS[this.#by] ?? 'number'}-${this.#down ? 'down' : 'up'}`, { by, then });
    const known = this.#limit < this.#bench.stage.steps ? ` ${say('results-until', { step: this.#limit })}` : '';
    const words = `${rule}${known}`;
    if (this.#rule.textContent !== words) this.#rule.replaceChildren(words);
  }

  /** @param {'copy-tsv' | 'copy-csv'} key @param {',' | '\t'} separator */
  async #copy(key, separator) {
    const all = columns(this.#lines);
    const cells = sorted(this.#lines, this.#by, this.#down).map((line) => all.map(({ value }) => value(line)));
    const made = text(all.map(({ id }) => this.#title(id)), cells, separator);
    try {
      await navigator.clipboard.writeText(made);
      this.#copied.replaceChildren(say('copied'));
    } catch {
      const area = make('textarea', { readonly: true, rows: 6, 'aria-label': say(key) });
      area.value = made;
      this.#copied.replaceChildren(area);
      area.select();
    }
  }
}

/** @param {string} id @param {number | string | null} value @param {Line} line @param {boolean} later whether it may not be told yet */
function cell(id, value, line, later) {
  if (id === 'run') return make('th', { scope: 'row' }, line.name);
  if (id === 'outcome' && value !== null) return make('td', { class: 'word', title: line.result.outcome?.sentence ?? '' }, sayOr(`outcome-${value}`, String(value)));
  if (value === null) return make('td', {}, later ? say('result-later') : say(id === 'reached' ? 'result-never' : 'result-none'));
  const number = Number(value);
  return make('td', { title: String(value) }, Number.isInteger(number) && id !== 'loss' && id !== 'last' ? String(number) : steady(number));
}
