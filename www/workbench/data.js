// A reader's own data: typed into a table, pasted, dropped, made to order, or a set that has a name. The figure follows
// every row that can be read; what cannot be read keeps its text.
import { make, on } from '../dom.js';
import { Grid } from './data/grid.js';
import { maker } from './data/maker.js';
import { Reader, receive } from './data/reader.js';
import { widened, withModel, withReduce, withRows } from './data/recipes.js';
import { blank, empty, followed, good, replaced, row, split, width, written } from './data/rows.js';
import { translated, wrong } from '../words.js';
import { say, sayOr } from './words.js';

/** @typedef {import('./data/rows.js').Row} Row */
/** @typedef {import('./bench.js').Bench} Bench */

const MOST = 10_000;

/** @type {import('./index.js').Tool} */
export const data = { id: 'data', open: (bench) => new Data(bench).root };

class Data {
  root;
  #bench;
  /** @type {Row[]} */
  #rows = [];
  /** What the rows were for models with another number of inputs. @type {Map<number, Row[]>} */
  #kept = new Map();
  #columns = 2;
  #grid;
  #reader;
  #choices;
  #none;
  #some;
  #hint = make('p', { class: 'note' }, say('data-keys'));
  #file = make('input', { type: 'file', accept: '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain', hidden: true });
  #told = make('span', { role: 'status' });

  /** @param {Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    const { signal } = bench;
    // Without data there is nothing to put anywhere.
    const locked = () => bench.stage.asking || bench.figure.surface.model === undefined;
    const read = (/** @type {string} */ text, /** @type {number} */ columns) => translated(bench.call((glue) => glue.read_data(text, columns)));
    const columns = () => this.#columns;
    this.#grid = new Grid(() => this.#shown, {
      locked,
      write: (at, column, text) => this.#edit(replaced(this.#shown, at, [written(this.#shown[at], column, text, read)])),
      remove: (at) => this.#remove(at),
      hold: (at, held) => this.#edit(replaced(this.#rows, at, [{ ...this.#rows[at], held }])),
    }, signal);
    this.#reader = new Reader({ read, columns, take: (rows, at) => this.#take(rows, at), locked }, signal);
    this.#choices = this.#chooser();
    const fit = make('button', { type: 'button', class: 'main' }, say('fit-data'));
    on(fit, 'click', () => bench.stage.asking || this.#fit(), signal);
    this.#none = make('p', { class: 'none' }, say('no-data'), ' ', fit);
    this.#some = make('div', { class: 'some' }, this.#choices.root, this.#tools(), this.#grid.root, this.#hint, this.#reader.root,
      maker({ make: (order) => bench.call((glue) => glue.make_data(order)), columns, take: (rows) => this.#take(rows, null), locked }, signal));
    this.root = make('div', { class: 'data' }, this.#none, this.#some);
    receive(this.root, this.#reader, { at: (field) => this.#grid.rowOf(field), locked }, signal);
    on(bench, 'change', () => this.#follow(), signal);
    on(bench, 'question', () => this.#show(), signal);
    this.#follow();
  }

  /** The rows, and one more to be filled as long as there may be more. */
  get #shown() {
    const last = this.#rows.at(-1);
    return this.#rows.length >= MOST || (last && blank(last)) ? this.#rows : [...this.#rows, empty(this.#columns)];
  }

  /** Takes over what the figure has by now. */
  #follow() {
    const { surface } = this.#bench.figure;
    const has = surface.model !== undefined;
    [this.#none.hidden, this.#some.hidden] = [has, !has];
    if (!has) return;
    const columns = width(surface.model);
    if (columns !== this.#columns) {
      this.#kept.set(this.#columns, this.#rows);
      [this.#columns, this.#rows] = [columns, []];
    }
    const { validation } = surface;
    this.#rows = followed(this.#rows, this.#data(), /** @type {number[][]} */ (validation ?? []));
    this.#show();
  }

  /** @returns {readonly (readonly number[])[]} */
  #data() {
    const { figure, stage } = this.#bench;
    return typeof figure.surface.data === 'string' ? stage.data : /** @type {number[][]} */ (figure.surface.data);
  }

  #show() {
    this.#grid.show(this.#columns);
    this.#choices.show();
  }

  /** What a figure cannot be is said, and the rows are again those that it has. @param {FigureRecipe} figure @param {'said-data' | 'said-model' | 'said-reduce'} said */
  #put(figure, said) {
    try {
      this.#bench.edit(figure, say(said));
    } catch (error) {
      this.#follow();
      this.#told.replaceChildren(wrong(error));
    }
  }

  /** Makes these the rows; the figure follows with those that can be read. @param {readonly Row[]} rows */
  #edit(rows) {
    const next = rows.filter((one) => !blank(one));
    const [seen, held] = [good(next, false), good(next, true)];
    if (seen.length === 0 || next.length > MOST) {
      this.#bench.say(say(seen.length === 0 ? 'data-none' : 'data-many'));
      this.#told.replaceChildren(say(seen.length === 0 ? 'data-none' : 'data-many'));
      return this.#show();
    }
    this.#told.replaceChildren();
    this.#rows = next;
    const { figure, facts } = this.#bench;
    const same = String(seen) === String(this.#data()) && String(held) === String(figure.surface.validation ?? []);
    if (same) return this.#show();
    return this.#put(withRows(figure, facts, seen, held), 'said-data');
  }

  /** @param {number[][]} rows @param {number | null} at */
  #take(rows, at) {
    const made = rows.map((numbers) => row(numbers));
    this.#edit(at === null ? made : replaced(this.#rows, at, made));
    this.#bench.say(say('data-taken', { count: rows.length }));
  }

  /** @param {number} at */
  #remove(at) {
    if (this.#bench.stage.asking || at >= this.#rows.length) return;
    this.#edit(this.#rows.filter((_, i) => i !== at));
    this.#grid.focus(at, 0);
  }

  #tools() {
    const { signal } = this.#bench;
    const button = (/** @type {import('./words.js').Key} */ key, /** @type {() => void} */ work) => {
      const made = make('button', { type: 'button', class: 'quiet' }, say(key));
      on(made, 'click', work, signal);
      return made;
    };
    on(this.#file, 'change', () => {
      const [file] = this.#file.files ?? [];
      if (file && !this.#bench.stage.asking) this.#reader.file(file);
      this.#file.value = '';
    }, signal);
    const every = make('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', class: 'number', value: '5', 'aria-label': say('hold-every') });
    return make('p', { class: 'tools' }, button('open-file', () => this.#file.click()), this.#file, button('copy-data', () => this.#copy()),
      make('span', { class: 'split' }, button('hold-out', () => this.#split(Number(every.value))), ' ', every, button('hold-none', () => this.#split(0))), this.#told);
  }

  /** @param {number} k */
  #split(k) {
    if (this.#bench.stage.asking) return;
    const whole = this.#rows.filter((one) => one.good).length;
    if (k !== 0 && !(Number.isInteger(k) && k >= 2 && k <= whole)) this.#told.replaceChildren(say('hold-allowed', { most: whole }));
    else this.#edit(split(this.#rows, k));
  }

  async #copy() {
    const rows = this.#rows.flatMap(({ good: numbers }) => (numbers ? [numbers] : []));
    const text = this.#bench.call((glue) => glue.write_data(Float64Array.from(rows.flat()), this.#columns));
    try {
      await navigator.clipboard.writeText(text);
      this.#told.replaceChildren(say('copied'));
    } catch {
      const area = make('textarea', { readonly: true, rows: 6, 'aria-label': say('copy-data') });
      area.value = text;
      this.#told.replaceChildren(area);
      area.select();
    }
  }

  /** Named sets, the model, and how losses are put together. */
  #chooser() {
    const bench = this.#bench;
    const { data: sets, models, reductions } = translated(bench.call((glue) => glue.tables()));
    const option = (/** @type {string} */ id, /** @type {string} */ title) => make('option', { value: id }, title);
    const own = option('', say('own-data'));
    const select = (/** @type {import('./words.js').Key} */ key, /** @type {HTMLElement[]} */ options) => make('select', { class: 'choice', 'aria-label': say(key) }, ...options);
    const set = select('start-from', [own, ...sets.map(({ id, title }) => option(id, title))]);
    const model = select('model', models.map(({ id }) => option(id, sayOr(`model-${id}`, id))));
    const reduce = select('reduce', reductions.map((id) => option(id, sayOr(`reduce-${id}`, id))));
    on(set, 'change', () => set.value && this.#name(set.value), bench.signal);
    on(model, 'change', () => this.#model(model.value), bench.signal);
    on(reduce, 'change', () => this.#put(withReduce(bench.figure, reduce.value), 'said-reduce'), bench.signal);
    const named = make('label', {}, say('start-from'), ' ', set);
    const show = () => {
      const { surface } = bench.figure;
      set.value = typeof surface.data === 'string' ? surface.data : '';
      // Named sets have one input.
      named.hidden = this.#columns !== 2;
      model.value = String(surface.model);
      reduce.value = String(surface.reduce ?? 'half-sum');
      for (const choice of [set, model, reduce]) choice.disabled = bench.stage.asking;
    };
    return { root: make('div', { class: 'choices' }, named, make('label', {}, say('model'), ' ', model), make('label', {}, say('reduce'), ' ', reduce)), show };
  }

  /** @param {string} name */
  #name(name) {
    this.#reader.forget();
    this.#told.replaceChildren();
    const { figure, facts } = this.#bench;
    this.#rows = [];
    this.#put(withRows(figure, facts, name, []), 'said-data');
  }

  /** From a function to a neuron over data: those that were here before, or the first set that has a name. */
  #fit() {
    const { figure, facts } = this.#bench;
    const [seen, held] = [good(this.#rows, false), good(this.#rows, true)];
    this.#put(withModel(figure, facts, this.#columns > 2 ? 'four-input-neuron' : 'sigmoid-neuron', seen.length > 0 ? seen : 'two-points', held), 'said-model');
  }

  /** The same data under another model; with other inputs what they were there before, or what can be kept. @param {string} model */
  #model(model) {
    const { figure, facts } = this.#bench;
    const columns = width(model);
    const kept = columns === this.#columns ? this.#rows : this.#kept.get(columns);
    const [seen, held] = [false, true].map((of) => (kept ? good(kept, of) : widened(good(this.#rows, of), columns)));
    const given = columns === this.#columns && typeof figure.surface.data === 'string' ? figure.surface.data : seen;
    this.#put(withModel(figure, facts, model, given, held), 'said-model');
    if (!kept && columns > 2) this.#told.replaceChildren(say('widened'));
  }
}
