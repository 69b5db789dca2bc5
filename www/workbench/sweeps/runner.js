// Workers that share a job: each takes the next tile as soon as it is done with one, so the result is the same however
// many they are.
import { Fault } from '../../fault.js';
import { worker } from '../../workers.js';
import { say } from '../words.js';

/** A tile takes about so long, in ms: long against a message, short against a reader's patience. */
const TILE = 80;
/** Cells of the first tile, and of any. */
const [FIRST, MOST] = [64, 8192];
/** Below this many cells one worker is enough. */
const FEW = 64;
/** More do not make a machine quicker that has other things to do. */
const HANDS = 2;

/** @typedef {{ facts: BulkFacts } | { tile: BulkTile } | { error: string, path: string }} Answer */

/** @typedef {{ resolve(answer: Answer): void, reject(error: Error): void }} Open */

/** One worker; it answers one message after the other. */
class Hand {
  #worker = worker('bulk');
  /** @type {Open | null} */
  #open = null;
  /** Whether its worker has died, perhaps while nobody asked. */
  gone = false;

  constructor() {
    this.#worker.onmessage = ({ data }) => this.#answer((open) => open.resolve(data));
    this.#worker.onerror = () => {
      this.gone = true;
      this.#answer((open) => open.reject(new Error(say('no-worker'))));
    };
  }

  /** @param {object} message @returns {Promise<Answer>} */
  ask(message) {
    return new Promise((resolve, reject) => {
      if (this.gone) return reject(new Error(say('no-worker')));
      this.#open = { resolve, reject };
      this.#worker.postMessage(message);
    });
  }

  stop() {
    if (this.#open) this.#worker.postMessage({ stop: true });
  }

  end() {
    this.#worker.terminate();
    this.#answer((open) => open.reject(new DOMException('', 'AbortError')));
  }

  /** @param {(open: Open) => void} how */
  #answer(how) {
    const open = this.#open;
    this.#open = null;
    if (open) how(open);
  }
}

export class Runner {
  /** @type {Hand[]} */
  #hands = [];
  #stopped = false;
  #most;

  /** @param {number} [most] workers */
  constructor(most = HANDS) {
    this.#most = Math.min(most, navigator.hardwareConcurrency || 1);
  }

  /** Calls off what is on its way; `run` then ends as soon as the workers have looked up. */
  stop() {
    this.#stopped = true;
    this.#hands.forEach((hand) => hand.stop());
  }

  /** For good. */
  end() {
    this.#stopped = true;
    this.#hands.forEach((hand) => hand.end());
    this.#hands = [];
  }

  /**
   * Does a job. A bad one throws the fault.
   * @param {FigureRecipe} recipe @param {BulkAsk} ask
   * @param {{ facts(facts: BulkFacts): void, tile(tile: BulkTile): void }} told
   */
  async run(recipe, ask, told) {
    this.#stopped = false;
    // One that died between two jobs is replaced.
    this.#hands = this.#hands.filter((hand) => !hand.gone);
    try {
      const job = { job: { recipe, ask } };
      // A map is worth all hands: the others get ready while the first does. A row of rates is short.
      const early = Array.from({ length: ask.kind === 'rates' ? 1 : this.#most }, (_, i) => this.#facts(this.#hand(i), job));
      const [facts] = await Promise.all(early);
      if (this.#stopped) return;
      told.facts(facts);
      const total = facts.size[0] * facts.size[1];
      const count = total <= FEW ? 1 : this.#most;
      const tiles = new Tiles(total, count);
      await Promise.all(Array.from({ length: count }, async (_, i) => {
        if (i >= early.length) await this.#facts(this.#hand(i), job);
        await this.#work(this.#hand(i), tiles, told);
      }));
    } catch (error) {
      // A worker that has trapped is no use any more.
      this.end();
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** @param {number} i */
  #hand(i) {
    this.#hands[i] ??= new Hand();
    return this.#hands[i];
  }

  /** @param {Hand} hand @param {object} job @returns {Promise<BulkFacts>} */
  async #facts(hand, job) {
    const answer = right(await hand.ask(job));
    if (!('facts' in answer)) throw new Error('the worker answers something else');
    return answer.facts;
  }

  /** @param {Hand} hand @param {Tiles} tiles @param {{ tile(tile: BulkTile): void }} told */
  async #work(hand, tiles, told) {
    for (let tile = tiles.next(); tile && !this.#stopped; tile = tiles.next()) {
      const start = performance.now();
      const answer = right(await hand.ask({ tile }));
      if ('tile' in answer) told.tile(answer.tile);
      tiles.learn(tile[1] - tile[0], performance.now() - start);
    }
  }
}

/** @param {Answer} answer @returns {Exclude<Answer, { error: string }>} */
function right(answer) {
  if ('error' in answer) throw answer.error ? new Fault(answer.path, answer.error) : new Error(say('no-worker'));
  return answer;
}

/** The cells, cut so that each piece takes about as long, and the last ones less: all hands are to be done at the same time. */
class Tiles {
  #from = 0;
  #size = FIRST;
  #total;
  #hands;

  /** @param {number} total @param {number} hands */
  constructor(total, hands) {
    this.#total = total;
    this.#hands = hands;
  }

  /** @returns {[from: number, to: number] | null} */
  next() {
    if (this.#from >= this.#total) return null;
    const [from, left] = [this.#from, this.#total - this.#from];
    const fair = this.#hands > 1 ? Math.max(FIRST, Math.ceil(left / (2 * this.#hands))) : left;
    this.#from = from + Math.min(left, fair, this.#size);
    return [from, this.#from];
  }

  /** @param {number} cells @param {number} took ms */
  learn(cells, took) {
    this.#size = Math.max(1, Math.min(MOST, Math.round((cells * TILE) / Math.max(1, took))));
  }
}
