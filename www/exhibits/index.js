// <ponder-exhibit>: what crates/site built, brought to life. One exhibit a file, one word in this table.
import { average } from './average.js';
import { batches } from './batches.js';
import { bends } from './bends.js';
import { between } from './between.js';
import { bug } from './bug.js';
import { certainty } from './certainty.js';
import { claim } from './claim.js';
import { diagnosis } from './diagnosis.js';
import { dial } from './dial.js';
import { forgetting } from './forgetting.js';
import { grid } from './grid.js';
import { guesswork } from './guesswork.js';
import { memory } from './memory.js';
import { profile } from './profile.js';
import { relief } from './relief.js';
import { replay } from './replay.js';
import { ridge } from './ridge.js';
import { scheduler } from './scheduler.js';
import { section } from './section.js';
import { slices } from './slices.js';
import { stepper } from './stepper.js';
import { sweep } from './sweep.js';
import { tangent } from './tangent.js';
import { units } from './units.js';

/** @type {Record<string, (hands: HTMLElement, given: any) => void | Promise<void>>} */
const KINDS = { average, bends, between, bug, certainty, claim, diagnosis, dial, forgetting, grid, guesswork, profile, relief, replay, ridge, section, slices, stepper, tangent, units, batches, scheduler, sweep, memory };

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
