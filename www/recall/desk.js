// Where a question stands that has no figure: one question at a time, in as many variants as the lesson has. To its card it
// is what a stage is to a figure's.
import { Question } from '../questions.js';
import { judge, told } from '../truth.js';

export class Desk extends EventTarget {
  /** @type {Question} */
  question;
  /** No recipe is there to be changed. */
  changed = false;

  /** @param {Ponder} variant @param {string} name */
  constructor(variant, name) {
    super();
    this.question = asked(variant, name);
  }

  get questions() {
    return [this.question];
  }

  /** Another variant in its place. @param {Ponder} variant */
  ask(variant) {
    this.question = asked(variant, this.question.id);
    this.#tell();
  }

  /** @param {unknown} answer */
  commit(answer) {
    this.question.verdict = judge(this.question, answer, NO_GROUND);
    this.question.state = 'answered';
    this.#tell();
  }

  skip() {
    this.question.verdict = told(this.question, NO_GROUND);
    this.question.state = 'skipped';
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('question'));
  }
}

/** Its key is in the question: there is no run to ask. @type {any} */
const NO_GROUND = undefined;

/** @param {Ponder} variant @param {string} name */
const asked = (variant, name) => new Question({ ...variant, at: 0, id: name }, 0);
