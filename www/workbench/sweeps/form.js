// What to try: which kind, on which run, how finely.
import { make, on } from '../../dom.js';
import { say } from '../words.js';

/** @typedef {'rates' | 'basins' | 'phase'} Kind */

const KINDS = /** @type {const} */ (['rates', 'basins', 'phase']);
/** Starts a side. */
const SIZES = [64, 128, 256];
/** Rules that remember gradients do it with one of these. */
const MEMORIES = ['momentum', 'beta1'];

export class Form {
  root;
  #bench;
  #kinds;
  #run = make('select', { class: 'choice' });
  #runLabel = make('label', { class: 'pick' }, make('span', {}, say('sweep-run')), this.#run);
  #size = make('select', { class: 'choice' }, ...SIZES.map((side) => make('option', { value: side, selected: side === 128 }, say('sweep-size-each', { n: side }))));
  #sizeLabel = make('label', { class: 'pick' }, make('span', {}, say('sweep-size')), this.#size);
  #start = make('button', { type: 'button', class: 'start' }, say('sweep-start'));
  #why = make('p', { class: 'label' });

  /** @param {import('../bench.js').Bench} bench @param {() => void} start */
  constructor(bench, start) {
    this.#bench = bench;
    this.#kinds = KINDS.map((kind) => make('input', { type: 'radio', name: 'sweep-kind', value: kind, checked: kind === 'rates' }));
    const choices = this.#kinds.map((input, i) => make('label', { class: 'choice' }, input, say(`sweep-${KINDS[i]}`)));
    const group = make('fieldset', {}, make('legend', {}, say('sweep-kind')), ...choices);
    this.root = make('div', { class: 'asked' }, group, make('div', { class: 'fields' }, this.#runLabel, this.#sizeLabel, this.#start), this.#why);
    for (const input of [...this.#kinds, this.#run]) on(input, 'change', () => this.#settle(), bench.signal);
    on(this.#start, 'click', start, bench.signal);
    this.follow();
  }

  /** @returns {Kind} */
  get #kind() {
    return /** @type {Kind} */ (this.#kinds.find(({ checked }) => checked)?.value ?? 'rates');
  }

  /** @returns {BulkAsk} */
  get ask() {
    const run = Math.max(0, this.#run.selectedIndex);
    if (this.#kind !== 'basins') return { kind: this.#kind, run };
    return { kind: 'basins', run, size: Number(this.#size.value), window: this.#bench.facts.window };
  }

  /** @param {boolean} busy */
  set busy(busy) {
    this.#start.hidden = busy;
    for (const input of [...this.#kinds, this.#run, this.#size]) input.disabled = busy;
  }

  /** The runs are those of the figure. */
  follow() {
    const { runs } = this.#bench.facts;
    const chosen = Math.max(0, this.#run.selectedIndex);
    this.#run.replaceChildren(...runs.map(({ name }, i) => make('option', { value: i, selected: i === chosen }, runs.length > 1 ? `${i + 1} ${name}` : name)));
    this.#runLabel.hidden = runs.length < 2;
    this.#settle();
  }

  /** Says what cannot be tried, and why. */
  #settle() {
    const { runs, surface } = this.#bench.facts;
    const about = runs[Math.max(0, this.#run.selectedIndex)];
    const knows = (/** @type {string[]} */ ids) => about.knobs.some(({ knob }) => ids.includes(knob.id));
    const locked = this.#bench.locked;
    const can = { rates: knows(['learning_rate']), basins: surface.parameters.length === 2, phase: knows(['learning_rate']) && knows(MEMORIES) };
    const kind = this.#kind;
    this.#sizeLabel.hidden = kind !== 'basins';
    this.#start.disabled = locked || !can[kind];
    this.#why.replaceChildren(locked ? say('sweep-locked') : say(can[kind] ? `sweep-about-${kind}` : `sweep-cannot-${kind}`, { name: about.name }));
  }
}
