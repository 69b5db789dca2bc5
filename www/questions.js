// Which questions a figure asks, where each waits, and how far the reader may see: nothing after the first open one.

/**
 * @typedef {object} Verdict what a commit brings
 * @property {unknown} answer what the reader said, in the form of the key
 * @property {unknown} truth
 * @property {boolean} correct
 * @property {number | null} gap
 *
 * A skipped question has one too: without an answer, and judged neither right nor wrong.
 */

export class Question {
  /** @type {'open' | 'answered' | 'skipped'} */
  state = 'open';
  /** @type {Verdict | null} */
  verdict = null;
  /** The step it waits at. */
  step = 0;
  /** The same on the run that it was asked of. */
  asked = 0;
  /** The step it asks about: where the next question waits, or the end. */
  target = 0;

  /** @param {Ponder} ponder @param {number} index */
  constructor(ponder, index) {
    this.ponder = ponder;
    this.id = ponder.id ?? `ponder-${index + 1}`;
    // Where an event happens is part of the outcome: its mark appears only when the reader gets there.
    this.secret = typeof ponder.at === 'object';
  }

  get open() {
    return this.state === 'open';
  }
}

export class Questions {
  /** In the order in which the reader meets them. @type {Question[]} */
  list;

  /** @param {Ponder[]} ponders */
  constructor(ponders) {
    this.list = ponders.map((ponder, index) => new Question(ponder, index));
  }

  /**
   * Finds their steps on a run.
   * @param {number} steps
   * @param {(event: Happening) => number | undefined} find the first step at which something happens; never: the end
   */
  settle(steps, find) {
    for (const question of this.list) {
      // An answered one stays where it was answered, as far as the run goes.
      if (!question.verdict) question.asked = clamp(moment(question.ponder.at, steps, find), steps);
      question.step = Math.min(question.asked, steps);
    }
    this.list.sort((a, b) => a.step - b.step);
    for (const question of this.list) {
      question.target = this.list.find((other) => other.step > question.step)?.step ?? steps;
    }
  }

  /** The first question without an answer. */
  get next() {
    return this.list.find((question) => question.open);
  }

  /** No step after this one may be shown. @param {number} steps */
  limit(steps) {
    return this.next?.step ?? steps;
  }

  /** The question that waits at this very step. @param {number} step */
  waiting(step) {
    const next = this.next;
    return next && step >= next.step ? next : undefined;
  }

  /** The question to show the reader at this step: the open one, else the last one answered or skipped. @param {number} step */
  current(step) {
    const passed = this.list.filter((question) => question.verdict && question.step <= step);
    return this.waiting(step) ?? passed.at(-1);
  }
}

/** @param {Moment} at @param {number} steps @param {(event: Happening) => number | undefined} find */
function moment(at, steps, find) {
  if (at === 'end') return steps;
  return typeof at === 'number' ? at : (find(at.event) ?? steps);
}

/** @param {number} step @param {number} steps */
const clamp = (step, steps) => Math.round(Math.min(Math.max(step, 0), steps));
