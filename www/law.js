// The rule of one run, with the numbers of the update that the reader sees; whose convention it is written in is a
// choice. A term that is pointed at, or gone to with arrow keys, is what the stage talks about.
import { make, on } from './dom.js';
import { block } from './formula.js';
import { forms } from './forms.js';
import { account, noted } from './substitute.js';
import { say, sayOr } from './words.js';

/** @typedef {import('./view.js').Context} Context */
/** @typedef {import('./stage.js').Stage} Stage */

/** Where a key goes among terms. @type {Record<string, (at: number, count: number) => number>} */
const TO = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

export class Law {
  root;
  #stage;
  #run;
  #when = make('span', { class: 'when' });
  #said = make('span', { class: 'said' });
  #lines = make('div', { class: 'law-lines', tabindex: 0, role: 'group' });
  #title;
  /** The parts of the update that is shown. @type {string[]} */
  #parts = [];
  /** Which term the reader is at. */
  #at = -1;

  /** @param {Context} context @param {number} run @param {boolean} folded one of many, of which one is open */
  constructor({ stage, signal }, run, folded) {
    this.#stage = stage;
    this.#run = run;
    const { name } = stage.facts.runs[run];
    this.#lines.setAttribute('aria-label', say('law-of', { name }));
    this.#title = make('span', { class: 'name' }, stage.facts.runs.length > 1 ? name : '');
    const under = make('p', { class: 'title' }, folded ? '' : this.#title, this.#when, this.#said);
    const body = [under, forms({ stage, signal }, run), this.#lines];
    this.root = folded
      ? make('details', { class: 'law', name: 'law', open: run === 0 }, make('summary', {}, this.#title), ...body)
      : make('div', { class: 'law' }, ...body);
    on(this.root, 'toggle', () => stage.dispatchEvent(new Event('frame')), signal);
    on(this.#lines, 'pointerover', (event) => stage.talk(this.#part(event.target.closest('[data-part]'))), signal);
    on(this.#lines, 'pointerleave', () => stage.talk(this.#part(this.#terms[this.#at])), signal);
    on(this.#lines, 'keydown', (event) => this.#key(event), signal);
    on(this.#lines, 'blur', () => this.#leave(), signal);
  }

  get #shown() {
    return !(this.root instanceof HTMLDetailsElement) || this.root.open;
  }

  get #terms() {
    return [...this.#lines.querySelectorAll('.law-symbols [data-part]')];
  }

  /** @param {Element | null | undefined} term */
  #part(term) {
    return term?.getAttribute('data-part') ?? undefined;
  }

  /** @param {number | null} t which update; null where there is none to show */
  write(t) {
    if (!this.#shown) return false;
    const { facts } = this.#stage;
    const run = facts.runs[this.#run];
    const entry = t === null ? null : this.#stage.use((figure) => figure.entry(this.#run, t));
    const lines = account(run, entry);
    this.#parts = noted(entry).map(({ part }) => part);
    this.#when.replaceChildren(t === null ? '' : say('update', { from: t, to: t + 1 }));
    this.#lines.replaceChildren(...lines.flatMap((line) => block(line, facts.surface.parameters)));
    return true;
  }

  /**
   * Lights what is talked about, and says what it is; else what the reader has come to, with the lines that make it.
   * @param {string | undefined} part @param {string | undefined} present
   */
  light(part, present) {
    const shown = part ?? present;
    this.#dim(part || present === 'arrived' ? undefined : present);
    const at = this.#lines.matches(':focus') ? this.#terms[this.#at] : null;
    for (const term of this.#lines.querySelectorAll('[data-part]')) {
      term.classList.toggle('lit', shown !== undefined && this.#part(term) === shown);
      term.classList.toggle('at', term === at);
    }
    const there = part !== undefined && this.#lines.querySelector('.lit');
    const said = there ? sayOr(`part-${part}`, '') : '';
    if (this.#said.textContent !== said) this.#said.replaceChildren(said);
  }

  /** Dims all lines but those that make the present part. @param {string | undefined} present */
  #dim(present) {
    const written = this.#lines.querySelector(`[data-makes='${present}'], [data-part='${present}']`);
    // What a formula has no symbol for goes into the new point.
    const made = !written && present && this.#parts.includes(present) ? 'move' : present;
    for (const line of this.#lines.children) {
      const makes = line.getAttribute('data-makes') === made;
      line.classList.toggle('rests', present !== undefined && !makes);
      line.classList.toggle('made', present !== undefined && makes);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const [to, terms] = [TO[event.key], this.#terms];
    if (!to || terms.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#at = to(this.#at, terms.length);
    terms[this.#at].scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    this.#stage.talk(this.#part(terms[this.#at]));
    // From one term to another of the same part nothing else moves.
    this.light(this.#stage.part, this.#stage.pace.present);
    this.#stage.say(String(this.#said.textContent));
  }

  #leave() {
    this.#at = -1;
    this.#stage.talk(undefined);
    this.light(undefined, this.#stage.pace.present);
  }
}
