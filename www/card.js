// The question card: commit first; then the truth, the gap as a number, and why.
import { CARDS } from './cards/index.js';
import { make, on } from './dom.js';
import { short } from './numbers.js';
import { prose } from './prose.js';
import { say } from './words.js';

/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./cards/index.js').Answering} Answering */

export class Card {
  root = make('div', { class: 'ponder', part: 'ponder', role: 'group', 'aria-label': say('question') });
  #stage;
  #actions;
  /** @type {Question | undefined} */
  #question;
  #state = 'new';
  /** @type {Answering | undefined} */
  #answering;
  #life = new AbortController();

  /** @param {import('./view.js').Context} context @param {{ onward(): void, home(): void }} actions */
  constructor({ stage, signal }, actions) {
    this.#stage = stage;
    this.#actions = actions;
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

  /** Passes over the question that waits, and shows what it was about. */
  skip() {
    this.#stage.skip();
    if (this.#question?.open) this.focus();
    else this.#hold();
  }

  #show() {
    const { question } = this.#stage;
    const past = question?.verdict && this.#stage.changed ? ' past' : '';
    const state = question ? `${question.state}${past}` : waits(this.#stage);
    if (question === this.#question && state === this.#state) return;
    if (question !== this.#question || question?.open) this.#forget();
    [this.#question, this.#state] = [question, state];
    this.root.hidden = state === '';
    const inside = this.root.matches(':focus-within');
    this.root.replaceChildren(...this.#content(question, state));
    if (inside) this.#hold();
  }

  /** @param {Question | undefined} question @param {string} hint */
  #content(question, hint) {
    if (!question) return [make('p', { class: 'hint' }, hint)];
    this.#answering ??= CARDS[question.ponder.kind]({
      question, stage: this.#stage, changed: () => this.#changed(), signal: this.#life.signal,
    });
    const body = question.verdict ? this.#judged(question, question.verdict, this.#answering) : [this.#form(question, this.#answering)];
    return [label(question, this.#stage), ...body];
  }

  /** @param {Question} question @param {Answering} answering */
  #form(question, answering) {
    const commit = make('button', { type: 'submit', class: 'main', disabled: answering.answer() === undefined }, say('commit'));
    const skip = make('button', { type: 'button', class: 'quiet' }, say('skip'));
    const form = make('form', {},
      make('fieldset', {}, make('legend', { class: 'ask' }, ...prose(question.ponder.ask)), ...answering.body),
      make('p', { class: 'tools' }, commit, skip));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.commit();
    });
    skip.addEventListener('click', () => this.skip());
    return form;
  }

  /** @param {Question} question @param {import('./questions.js').Verdict} verdict @param {Answering} answering */
  #judged({ ponder, state }, verdict, answering) {
    const head = state === 'skipped' ? say('skipped') : (answering.head?.(verdict) ?? say(verdict.correct ? 'right' : 'wrong'));
    const gap = verdict.gap === null || answering.measured ? '' : ` ${say('gap', { gap: short(verdict.gap) })}`;
    const result = make('p', { class: 'result', tabindex: -1 }, make('strong', {}, head), ` ${answering.truth(verdict)}${gap}`);
    const onward = make('button', { type: 'button', class: 'main' }, say('go-on'));
    const again = make('button', { type: 'button', class: 'quiet' }, say('retry'));
    onward.addEventListener('click', () => this.#actions.onward());
    again.addEventListener('click', () => this.#question && this.#stage.retry(this.#question));
    const why = ponder.why ? [make('p', { class: 'why' }, ...prose(ponder.why))] : [];
    return [make('p', { class: 'ask' }, ...prose(ponder.ask)), ...answering.reveal(verdict), result, ...why,
      make('p', { class: 'tools' }, onward, again)];
  }

  #changed() {
    const commit = this.root.querySelector('[type=submit]');
    if (commit instanceof HTMLButtonElement) commit.disabled = this.#answering?.answer() === undefined;
  }

  // What had the focus is gone: to the result, or back to the figure.
  #hold() {
    const result = this.root.querySelector('.result');
    if (!(result instanceof HTMLElement)) return this.#actions.home();
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: 'nearest' });
  }

  #forget() {
    this.#life.abort();
    this.#life = new AbortController();
    this.#answering = undefined;
  }
}

/** Where the next question waits, if that may be told. @param {import('./stage.js').Stage} stage */
function waits({ questions }) {
  const next = questions.find((question) => question.open);
  return next && !next.secret ? say('waits', { step: next.step }) : '';
}

/** @param {Question} question @param {import('./stage.js').Stage} stage */
function label(question, { questions, changed }) {
  const number = questions.indexOf(question) + 1;
  const name = questions.length > 1 ? say('question-of', { number, count: questions.length }) : say('question');
  return make('p', { class: 'label' }, question.verdict && changed ? say('of-first', { question: name }) : name);
}
