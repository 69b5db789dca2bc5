// The question card: commit first; then the truth, the gap as a number, and why.
import { CARDS } from './cards/index.js';
import { make, on } from './dom.js';
import { short } from './numbers.js';
import { prose } from './prose.js';
import { say } from './words.js';

/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./cards/index.js').Answering} Answering */

/**
 * @typedef {object} Asking where questions come from: the stage of a figure, or a desk
 * @property {Question | undefined} question the one to show
 * @property {Question[]} questions
 * @property {boolean} changed whether the figure is another one than it was asked of
 * @property {(answer: unknown) => void} commit
 * @property {(how: { read: boolean }) => void} skip
 * @property {Question | undefined} [reading] one whose verdict stands before a question that waits
 * @property {() => void} [next]
 */

/** @typedef {{ word: import('./words.js').Key, act(): void, main: boolean }} Action */
/** @typedef {{ label(): string, home(): void, after(): Action[] }} Host home: where the focus goes; after: what follows a verdict */

export class Card {
  root = make('div', { class: 'ponder', part: 'ponder', role: 'group', 'aria-label': say('question') });
  #stage;
  #host;
  /** @type {Question | undefined} */
  #question;
  #state = 'new';
  /** @type {Answering | undefined} */
  #answering;
  #life = new AbortController();

  /** @param {{ stage: Asking & EventTarget, signal: AbortSignal }} context @param {Host} host */
  constructor({ stage, signal }, host) {
    this.#stage = stage;
    this.#host = host;
    for (const type of ['frame', 'land', 'question']) on(stage, type, () => this.#show(), signal);
    signal.addEventListener('abort', () => this.#life.abort());
    this.#show();
  }

  /** Brings the reader to the question. */
  focus() {
    const first = this.root.querySelector('input, button:not(:disabled)');
    if (first instanceof HTMLElement) first.focus();
    this.root.scrollIntoView({ block: 'nearest' });
  }

  /** Commits the answer as it stands, from wherever the focus is. @returns {boolean} false: there is none */
  commit() {
    const answer = this.#question?.open ? this.#answering?.answer() : undefined;
    if (answer === undefined) return false;
    this.#stage.commit(answer);
    this.#hold();
    return true;
  }

  /** Passes over the question that waits, and shows what it was about; over a verdict to the question behind it. */
  skip() {
    if (this.#stage.reading) this.#stage.next?.();
    else this.#stage.skip({ read: true });
    if (this.#question?.open) this.focus();
    else this.#hold();
  }

  #show() {
    const { question } = this.#stage;
    const past = question?.verdict && this.#stage.changed ? ' past' : '';
    const before = this.#stage.reading ? ' before' : '';
    const state = question ? `${question.state}${past}${before}` : waits(this.#stage);
    if (question === this.#question && state === this.#state) return;
    if (question !== this.#question || question?.open) this.#forget();
    [this.#question, this.#state] = [question, state];
    this.root.hidden = state === '';
    this.root.setAttribute('aria-label', question ? this.#host.label() : say('question'));
    const inside = this.root.matches(':focus-within');
    this.root.replaceChildren(...this.#content(question, state));
    if (inside) this.#hold();
  }

  /** @param {Question | undefined} question @param {string} hint */
  #content(question, hint) {
    if (!question) return [make('p', { class: 'hint' }, hint)];
    this.#answering ??= CARDS[question.ponder.kind]({
      // A kind that asks the stage for a place is for figures only.
      question, stage: /** @type {import('./stage.js').Stage} */ (this.#stage), changed: () => this.#changed(), signal: this.#life.signal,
    });
    const body = question.verdict ? this.#judged(question, question.verdict, this.#answering) : [this.#form(question, this.#answering)];
    return [make('p', { class: 'label', 'aria-hidden': 'true' }, this.#host.label()), ...body];
  }

  /** @param {Question} question @param {Answering} answering */
  #form(question, answering) {
    const commit = make('button', { type: 'submit', class: 'main', disabled: answering.answer() === undefined }, say('commit'));
    const skip = make('button', { type: 'button', class: 'quiet', 'aria-keyshortcuts': 's' }, say('skip'), ' ', make('kbd', { 'aria-hidden': 'true' }, 's'));
    const form = make('form', {},
      make('fieldset', {}, make('legend', { class: 'ask' }, ...prose(question.ponder.ask)), ...answering.body),
      make('p', { class: 'tools' }, commit, skip));
    // The button, which Enter in a field presses too: a sandbox without `allow-forms` submits nothing, and tells nobody.
    commit.addEventListener('click', (event) => {
      event.preventDefault();
      this.commit();
    });
    skip.addEventListener('click', () => this.skip());
    return form;
  }

  /** @param {Question} question @param {import('./questions.js').Verdict} verdict @param {Answering} answering */
  #judged({ ponder, state }, verdict, answering) {
    const head = state === 'skipped' ? say('skipped') : (answering.head?.(verdict) ?? say(verdict.correct ? 'right' : 'wrong'));
    const gap = answering.measured || !apart(verdict) ? '' : ` ${say('gap', { gap: short(verdict.gap) })}`;
    const result = make('p', { class: 'result', tabindex: -1 }, make('strong', {}, head), ` ${answering.truth(verdict)}${gap}`);
    const onward = this.#host.after().map(({ word, act, main }) => {
      const button = make('button', { type: 'button', class: main ? 'main' : 'quiet' }, say(word));
      button.addEventListener('click', act);
      return button;
    });
    const why = ponder.why ? [make('p', { class: 'why' }, ...prose(ponder.why))] : [];
    return [make('p', { class: 'ask' }, ...prose(ponder.ask)), ...answering.reveal(verdict), result, ...why,
      make('p', { class: 'tools' }, ...onward)];
  }

  #changed() {
    const commit = this.root.querySelector('[type=submit]');
    if (commit instanceof HTMLButtonElement) commit.disabled = this.#answering?.answer() === undefined;
  }

  // What had the focus is gone: to the result, or back to the figure.
  #hold() {
    const result = this.root.querySelector('.result');
    if (!(result instanceof HTMLElement)) return this.#host.home();
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: 'nearest' });
  }

  #forget() {
    this.#life.abort();
    this.#life = new AbortController();
    this.#answering = undefined;
  }
}

/** Whether there is a gap to be told: what differs by rounding only is the same number. @param {import('./questions.js').Verdict} verdict */
function apart({ gap, truth }) {
  return gap !== null && gap > 1e-12 * Math.abs(typeof truth === 'number' ? truth : 1);
}

/** Where the next question waits, if that may be told. @param {Asking} stage */
function waits({ questions }) {
  const next = questions.find((question) => question.open);
  return next && !next.secret ? say('waits', { step: next.step }) : '';
}
