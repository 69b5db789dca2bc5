// The one job that is under way: how far it is, a button to cancel it, and what came of it.
import { make, on } from '../../dom.js';
import { wrong } from '../../words.js';
import { say } from '../words.js';

/** @typedef {(signal: AbortSignal, progress: (done: number, count: number) => void) => Promise<Blob>} Work */

export class Job {
  #bar = make('progress', { max: 1 });
  #where = make('span');
  #cancel = make('button', { type: 'button', class: 'quiet' }, say('save-cancel'));
  #busy = make('div', { class: 'busy', hidden: true }, this.#bar, this.#where, this.#cancel);
  #told = make('p', { class: 'news', role: 'status' });
  #result = make('div', { class: 'result' });
  root = make('div', { class: 'job' }, this.#busy, this.#told, this.#result);
  #signal;
  /** @type {AbortController | null} */
  #life = null;
  #url = '';

  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.#signal = signal;
    on(this.#cancel, 'click', () => this.#life?.abort(new Error(say('save-cancelled'))), signal);
    signal.addEventListener('abort', () => {
      this.#life?.abort(signal.reason);
      URL.revokeObjectURL(this.#url);
    });
  }

  /** Does it, in place of the one before, and gives what it made; null if it came to nothing, which is told. @param {string} name @param {Work} work */
  async make(name, work) {
    this.#life?.abort(new Error(say('save-cancelled')));
    const life = new AbortController();
    this.#life = life;
    this.#begin(name);
    try {
      const made = await work(life.signal, (done, count) => this.#show(done, count));
      life.signal.throwIfAborted();
      this.tell('');
      return made;
    } catch (error) {
      if (this.#life === life) this.tell(life.signal.aborted ? say('save-cancelled') : say('save-failed', { why: wrong(error) }));
      return null;
    } finally {
      if (this.#life === life) this.#end();
    }
  }

  /** Makes a file and gives it to the reader. @param {string} name @param {Work} work */
  async save(name, work) {
    const file = await this.make(name, work);
    if (!file || this.#signal.aborted) return;
    URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(file);
    const link = make('a', { href: this.#url, download: name }, say('save-again', { name }));
    const picture = file.type === 'image/gif' && make('img', { src: this.#url, alt: say('film-alt') });
    this.#result.replaceChildren(link, ...(picture ? [picture] : []));
    link.click();
    this.tell(say('saved', { name, size: sized(file.size) }));
  }

  /** @param {string} text */
  tell(text) {
    this.#told.replaceChildren(text);
  }

  /** @param {string} name */
  #begin(name) {
    this.#result.replaceChildren();
    this.tell(say('save-working', { name }));
    this.#bar.removeAttribute('value');
    this.#bar.setAttribute('aria-label', say('save-working', { name }));
    this.#where.replaceChildren();
    this.#busy.hidden = false;
  }

  /** @param {number} done @param {number} count */
  #show(done, count) {
    this.#bar.value = done / count;
    this.#where.replaceChildren(say('save-far', { done, count }));
  }

  #end() {
    const focused = /** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement === this.#cancel;
    this.#busy.hidden = true;
    this.#life = null;
    // The focus would fall to the page's begin.
    if (focused) this.#told.tabIndex = -1;
    if (focused) this.#told.focus();
  }
}

/** @param {number} bytes */
function sized(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
