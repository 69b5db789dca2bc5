// <ponder-exhibit>: what crates/site built, brought to life. One exhibit a file, one word in this table.
import { bug } from './bug.js';
import { claim } from './claim.js';
import { dial } from './dial.js';
import { memory } from './memory.js';
import { profile } from './profile.js';
import { stepper } from './stepper.js';
import { tangent } from './tangent.js';

/** @type {Record<string, (hands: HTMLElement, given: any) => void | Promise<void>>} */
const KINDS = { bug, claim, dial, profile, stepper, tangent, memory };

// What is put in for paper only stays as it was built. Heard here before page.js, which comes later, puts it in.
let paper = false;
addEventListener('beforeprint', () => { paper = true; });
addEventListener('afterprint', () => { paper = false; });

class PonderExhibit extends HTMLElement {
  #begun = false;

  connectedCallback() {
    const hands = this.querySelector('.hands');
    const begin = KINDS[this.getAttribute('kind') ?? ''];
    if (paper || this.#begun || !begin || !(hands instanceof HTMLElement)) return;
    this.#begun = true;
    // Without wasm the picture stays as it is.
    Promise.resolve(begin(hands, JSON.parse(this.getAttribute('given') ?? 'null'))).catch(() => {});
  }
}

customElements.define('ponder-exhibit', PonderExhibit);
