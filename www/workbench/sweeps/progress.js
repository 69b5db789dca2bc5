// How far a job is, how long it may take, and the way to call it off.
import { make } from '../../dom.js';
import { say } from '../words.js';

/** Nothing is guessed before so many ms. */
const SOON = 400;

export class Progress {
  root;
  #bar = make('progress', { max: 1, value: 0 });
  #text = make('span', { class: 'left' });
  #began = 0;

  /** @param {() => void} stop */
  constructor(stop) {
    const cancel = make('button', { type: 'button', class: 'cancel' }, say('sweep-cancel'));
    cancel.addEventListener('click', stop);
    this.#bar.setAttribute('aria-label', say('sweep-progress-label'));
    this.root = make('div', { class: 'progress', hidden: true }, this.#bar, this.#text, cancel);
  }

  begin() {
    this.#began = performance.now();
    this.#bar.value = 0;
    this.#text.replaceChildren(say('sweep-progress-begun'));
    this.root.hidden = false;
  }

  /** @param {number} done @param {number} total */
  show(done, total) {
    const share = done / total;
    const spent = performance.now() - this.#began;
    this.#bar.value = share;
    const percent = Math.floor(100 * share);
    const left = Math.ceil((spent * (1 - share)) / Math.max(share, 1e-3) / 1000);
    const time = left >= 90 ? say('sweep-minutes', { n: Math.round(left / 60) }) : say('sweep-seconds', { n: left });
    this.#text.replaceChildren(spent < SOON ? say('sweep-progress', { percent }) : say('sweep-progress-left', { percent, time }));
  }

  end() {
    this.root.hidden = true;
  }
}
