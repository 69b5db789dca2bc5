// Many runs at once: every learning rate of a grid, every start of the map, or every rate with every momentum.
import { make, on } from '../dom.js';
import { Screen } from '../screen.js';
import { has } from '../workers.js';
import { Cells } from './sweeps/cells.js';
import { Field } from './sweeps/field.js';
import { Form } from './sweeps/form.js';
import { Progress } from './sweeps/progress.js';
import { Rates } from './sweeps/rates.js';
import { Runner } from './sweeps/runner.js';
import { findings, shared, told } from './sweeps/said.js';
import { wrong } from '../words.js';
import { say } from './words.js';

/** @type {import('./index.js').Tool} */
export const sweeps = { id: 'sweeps', when: () => has('bulk'), open: (bench) => new Sweeps(bench).root };

class Sweeps {
  root;
  #bench;
  #runner = new Runner();
  #form;
  #progress;
  #screen;
  #results = make('div', { class: 'results' });
  #note = make('p', { class: 'told' });
  /** @type {Field | null} */
  #field = null;
  /** @type {Cells | Rates | null} */
  #picture = null;
  /** What the figure was that the results are of. */
  #of = '';
  #queued = false;
  #life = new AbortController();

  /** @param {import('./bench.js').Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    bench.voice.follow(this.#note);
    this.#form = new Form(bench, () => this.#start());
    this.#progress = new Progress(() => this.#runner.stop());
    this.#screen = new Screen(bench.signal, () => bench.host.getAttribute('theme') ?? bench.figure.view?.theme);
    this.root = make('div', { class: 'sweeps' }, this.#form.root, this.#progress.root, this.#note, this.#results);
    on(this.#screen, 'change', () => this.#paint(), bench.signal);
    for (const type of ['change', 'question']) on(bench, type, () => this.#changed(), bench.signal);
    on(bench.signal, 'abort', () => {
      this.#life.abort();
      this.#runner.end();
    }, bench.signal);
  }

  async #start() {
    const { ask } = this.#form;
    const figure = this.#bench.figure;
    this.#clear();
    this.#of = this.#key(figure);
    this.#form.busy = true;
    this.#progress.begin();
    try {
      await this.#runner.run(figure, ask, {
        facts: (facts) => this.#open(facts),
        tile: (tile) => this.#put(tile),
      });
      this.#finish();
    } catch (error) {
      this.#note.replaceChildren(wrong(error));
    } finally {
      this.#form.busy = false;
      this.#progress.end();
    }
  }

  #clear() {
    this.#life.abort();
    this.#life = new AbortController();
    this.#field = null;
    this.#picture = null;
    this.#note.replaceChildren();
    this.#results.replaceChildren();
    this.#results.classList.remove('stale');
  }

  /** @param {BulkFacts} facts */
  #open(facts) {
    const hooks = { choose: (/** @type {number} */ cell) => this.#load(cell), say: (/** @type {string} */ text) => this.#bench.say(text), signal: this.#life.signal };
    this.#field = new Field(facts);
    const { window, runs } = this.#bench.facts;
    this.#picture = facts.size[1] === 1 && !facts.window
      ? new Rates(this.#field, { ...hooks, window, start: runs[facts.run].start })
      : new Cells(this.#field, hooks);
    this.#results.append(this.#picture.root);
  }

  /** @param {BulkTile} tile */
  #put(tile) {
    this.#field?.put(tile);
    this.#progress.show(this.#field?.done ?? 0, this.#field?.total ?? 1);
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#paint();
    });
  }

  #paint() {
    this.#picture?.paint(this.#screen.theme);
    const swatches = /** @type {HTMLElement[]} */ ([...this.#results.querySelectorAll('.tint')]);
    for (const swatch of swatches) swatch.style.backgroundColor = this.#field?.facts.colours[this.#screen.theme][Number(swatch.dataset.colour)] ?? '';
  }

  /** All that is known, in words. */
  #finish() {
    const field = this.#field;
    if (!field) return this.#note.replaceChildren(say('sweep-stopped', { percent: 0 }));
    const partial = field.done < field.total ? say('sweep-stopped', { percent: Math.floor((100 * field.done) / field.total) }) : '';
    const lines = findings(field);
    const shares = field.tally().map((share, colour) => ({ share, colour })).filter(({ share }) => share.count);
    const legend = shares.map(({ share, colour }) => make('li', {}, make('span', { class: 'tint', 'data-colour': colour, 'aria-hidden': 'true' }), shared(field, share)));
    /** @type {HTMLElement[]} */
    const parts = [...lines.map((line) => make('p', {}, line)), make('ul', { class: 'legend' }, ...legend)];
    if (this.#picture instanceof Rates) parts.push(make('details', {}, make('summary', {}, say('sweep-as-table')), this.#picture.table()));
    else if (field.facts.targets.length) parts.push(make('p', { class: 'label' }, say('sweep-sooner')));
    this.#results.append(make('div', { class: 'found' }, ...parts));
    this.#note.replaceChildren(partial);
    this.#paint();
    this.#bench.say([partial, ...lines, ...shares.slice(0, 3).map(({ share }) => shared(field, share))].join(' '));
  }

  /** Makes the figure the run of a cell. @param {number} cell */
  #load(cell) {
    const field = this.#field;
    if (!field) return;
    const { facts } = field;
    const [first, second] = field.at(cell);
    const change = facts.window ? { start: [first, Number(second)] } : { [facts.axes[0]]: first, ...(second === null ? {} : { [facts.axes[1]]: second }) };
    const { figure } = this.#bench;
    try {
      this.#bench.edit({ ...figure, runs: figure.runs.map((run, i) => (i === facts.run ? { ...run, ...change } : run)) }, say('sweep-said-cell'));
      this.#note.replaceChildren(say('sweep-loaded', { cell: told(field, cell) }));
    } catch (error) {
      this.#note.replaceChildren(wrong(error));
    }
  }

  /** The figure without what a cell may change: as long as it stays the same the results are its own. @param {FigureRecipe} figure */
  #key(figure) {
    const { run = 0 } = this.#form.ask;
    const runs = figure.runs.map(({ start, learning_rate, momentum, beta1, ...rest }, i) => (i === run ? rest : null));
    return JSON.stringify([figure.surface, runs, figure.steps]);
  }

  #changed() {
    this.#form.follow();
    // Where runs end is not for eyes that have yet to guess it.
    this.#results.hidden = this.#bench.locked;
    if (this.#bench.locked) this.#runner.stop();
    const stale = this.#field !== null && this.#key(this.#bench.figure) !== this.#of;
    this.#results.classList.toggle('stale', stale);
    if (stale) this.#note.replaceChildren(say('sweep-stale'));
  }
}
