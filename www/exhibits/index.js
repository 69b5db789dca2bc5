// <ponder-exhibit>: what crates/site built, brought to life. One exhibit a file, one line in this table.
import { keep } from '../keep.js';
import { committed } from './reveal.js';

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
    // Without wasm the picture stays as it is, and no text waits for an answer that cannot be given.
    this.#begin(kind, hands).catch(() => committed(hands)).finally(() => this.toggleAttribute('live', true));
  }

  /** @param {string} kind @param {HTMLElement} hands */
  async #begin(kind, hands) {
    /** @type {Begin} */
    const begin = (await KINDS[kind]())[kind];
    keep(hands);
    await begin(hands, JSON.parse(this.getAttribute('given') ?? 'null'));
  }
}

customElements.define('ponder-exhibit', PonderExhibit);
