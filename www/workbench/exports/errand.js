// What is done in a worker that is begun for one job and ended with it, at once if the reader cancels.
import { deferred } from '../../deferred.js';
import { worker } from '../../workers.js';
import { say } from '../words.js';

/**
 * A worker that answers every message with one, in order.
 * @template Message, Answer
 */
export class Errand {
  #worker;
  /** @type {import('../../deferred.js').Deferred<Answer>[]} */
  #asked = [];
  /** @type {unknown} */
  #over = null;

  /** @param {string} name of the worker's bundle @param {AbortSignal} signal ends it */
  constructor(name, signal) {
    this.#worker = worker(name);
    this.#worker.addEventListener('message', ({ data }) => this.#answered(data));
    this.#worker.addEventListener('error', () => this.end(new Error(say('no-worker'))));
    signal.addEventListener('abort', () => this.end(signal.reason), { once: true });
    if (signal.aborted) this.end(signal.reason);
  }

  /** @param {Message} message @param {Transferable[]} [given] what is handed over and not copied @returns {Promise<Answer>} */
  ask(message, given = []) {
    if (this.#over) return Promise.reject(this.#over);
    /** @type {import('../../deferred.js').Deferred<Answer>} */
    const asked = deferred();
    this.#asked.push(asked);
    this.#worker.postMessage(message, given);
    return asked.promise;
  }

  /** @param {unknown} [why] */
  end(why = new Error(say('save-cancelled'))) {
    this.#over ??= why;
    this.#worker.terminate();
    for (const { reject } of this.#asked.splice(0)) reject(this.#over);
  }

  /** @param {Answer & { error?: string }} answer */
  #answered(answer) {
    const asked = this.#asked.shift();
    if (typeof answer.error === 'string') asked?.reject(new Error(answer.error || say('no-worker')));
    else asked?.resolve(answer);
  }
}

/**
 * A text that the press makes.
 * @param {import('../../press/index.js').Errand} order @param {AbortSignal} signal @returns {Promise<Blob>}
 */
export async function press(order, signal) {
  /** @type {Errand<typeof order, { file: Blob }>} */
  const errand = new Errand('press', signal);
  try {
    return (await errand.ask(order)).file;
  } finally {
    errand.end();
  }
}
