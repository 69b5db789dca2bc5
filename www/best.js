// The rule "best of a sweep": it asks for the end of every run, so it waits until nothing is asked any more.
import { make, on } from './dom.js';
import { ruleName, swept } from './fair.js';
import { Sweep } from './sweep.js';
import { say } from './words.js';

export class Best {
  #stage;
  #words = make('td', { class: 'verdict' });
  #try = make('button', { type: 'button', class: 'quiet' });
  #set = make('button', { type: 'button', class: 'quiet', disabled: true }, say('fix-best-of-sweep'));
  /** The figure that was tried, or is being tried. @type {FigureRecipe | null} */
  #of = null;
  /** @type {AbortController | null} */
  #work = null;
  /** @type {(number | null)[]} */
  #rates = [];
  root = make('tr', {}, make('th', { scope: 'row' }, ruleName('best-of-sweep')), this.#words, make('td', { class: 'act' }, this.#try, this.#set));

  /** @param {import('./stage.js').Stage} stage @param {AbortSignal} signal @param {(rates: (number | null)[]) => void} set */
  constructor(stage, signal, set) {
    this.#stage = stage;
    on(this.#try, 'click', () => this.#begin(new Sweep(stage.figure)), signal);
    on(this.#set, 'click', () => set(this.#rates), signal);
    signal.addEventListener('abort', () => this.#work?.abort());
  }

  /** Tells what holds of the figure as it is now. @param {boolean} seen whether somebody looks */
  show(seen) {
    if (this.#of === this.#stage.figure && !this.#stage.asking) return;
    this.#work?.abort();
    this.#of = null;
    this.#set.disabled = true;
    this.#set.hidden = false;
    this.#try.hidden = true;
    if (this.#stage.asking) this.#words.replaceChildren(say('race-later'));
    else if (seen) this.#offer();
  }

  #offer() {
    const sweep = new Sweep(this.#stage.figure);
    if (sweep.small) {
      this.#begin(sweep);
      return;
    }
    this.#words.replaceChildren(say('race-cannot'));
    this.#try.replaceChildren(say('sweep-try', { count: sweep.grid.length }));
    [this.#try.hidden, this.#set.hidden] = [false, true];
    sweep.free();
  }

  /** @param {Sweep} sweep */
  async #begin(sweep) {
    const { figure, facts, steps } = this.#stage;
    this.#work = new AbortController();
    this.#of = figure;
    this.#words.replaceChildren(say('sweep-trying', { count: sweep.grid.length }));
    const found = await sweep.run(this.#work.signal);
    if (!found || this.#of !== figure) return;
    [this.#try.hidden, this.#set.hidden] = [true, false];
    // Without a learning rate there is nothing to sweep.
    this.root.hidden = found.every((one) => one === null);
    this.#words.replaceChildren(swept(found, sweep.grid, facts.runs.map(({ name }) => name), steps));
    this.#stage.say(String(this.#words.textContent));
    this.#rates = found.map((one) => one && one.rate);
    this.#set.disabled = found.every((one) => !one || one.holds);
  }
}
