// <ponder-exhibit>: what crates/site built, brought to life. One exhibit a file, one line in this table.
import { fetched } from '../fetched.js';
import { keep } from '../keep.js';
import { notFetched } from '../notice.js';
import { around, speak } from '../words.js';
import { committed } from './reveal.js';
import { say } from './words.js';

/** @typedef {(hands: HTMLElement, given: any) => void | Promise<void>} Begin */

/** A page loads the kinds that it has. @type {Record<string, () => Promise<Record<string, any>>>} */
const KINDS = {
  average: () => import('./average.js'),
  batches: () => import('./batches.js'),
  bends: () => import('./bends.js'),
  between: () => import('./between.js'),
  bug: () => import('./bug.js'),
  certainty: () => import('./certainty.js'),
  claim: () => import('./claim.js'),
  diagnosis: () => import('./diagnosis.js'),
  dial: () => import('./dial.js'),
  forgetting: () => import('./forgetting.js'),
  grid: () => import('./grid.js'),
  guesswork: () => import('./guesswork.js'),
  memory: () => import('./memory.js'),
  profile: () => import('./profile.js'),
  relief: () => import('./relief.js'),
  replay: () => import('./replay.js'),
  ridge: () => import('./ridge.js'),
  scheduler: () => import('./scheduler.js'),
  section: () => import('./section.js'),
  slices: () => import('./slices.js'),
  stepper: () => import('./stepper.js'),
  sweep: () => import('./sweep.js'),
  tangent: () => import('./tangent.js'),
  units: () => import('./units.js'),
};

// What is put in for paper only stays as it was built. Heard here before page.js, which comes later, puts it in.
let paper = false;
addEventListener('beforeprint', () => { paper = true; });
addEventListener('afterprint', () => { paper = false; });

class PonderExhibit extends HTMLElement {
  #begun = false;

  connectedCallback() {
    const hands = this.querySelector('.hands');
    const kind = this.getAttribute('kind') ?? '';
    if (paper || this.#begun || !Object.hasOwn(KINDS, kind) || !(hands instanceof HTMLElement)) return;
    this.#begun = true;
    this.#try(kind, hands).finally(() => this.toggleAttribute('live', true));
  }

  /** @param {string} kind @param {HTMLElement} hands */
  async #try(kind, hands) {
    try {
      const code = await Promise.all([fetched(KINDS[kind]), speak(around(this))]).then(([code]) => code, (error) => this.#offer(kind, hands, error));
      await this.#begin(code[kind], hands);
    } catch {
      // Without wasm the picture stays as it is, and no text waits for an answer that cannot be given.
      committed(hands);
    }
  }

  /** The code did not come: the picture stays as it is, with a way to try again. @param {string} kind @param {HTMLElement} hands @param {unknown} error @returns {never} */
  #offer(kind, hands, error) {
    const notice = notFetched(say('no-exhibit'), () => {
      notice.remove();
      this.#try(kind, hands);
    });
    hands.after(notice);
    throw error;
  }

  /** @param {Begin} begin @param {HTMLElement} hands */
  async #begin(begin, hands) {
    keep(hands);
    await begin(hands, JSON.parse(this.getAttribute('given') ?? 'null'));
  }
}

customElements.define('ponder-exhibit', PonderExhibit);

// What waits in a template for an answer is fetched with the page, too: a lesson that is there goes on without a network.
addEventListener('load', () => {
  for (const kind of new Set(later(document))) fetched(KINDS[kind]).catch(() => {});
});

/** The kinds in the templates of a page, and in theirs. @param {Document | DocumentFragment} from @returns {string[]} */
function later(from) {
  return [...from.querySelectorAll('template')].flatMap(({ content }) => {
    const here = [...content.querySelectorAll('ponder-exhibit')].map((exhibit) => exhibit.getAttribute('kind') ?? '');
    return [...here.filter((kind) => Object.hasOwn(KINDS, kind)), ...later(content)];
  });
}
