// <ponder-exhibit>: what crates/site built, brought to life. One exhibit a file, one word in this table.
import { bends } from './bends.js';
import { average } from './average.js';
import { between } from './between.js';
import { bug } from './bug.js';
import { certainty } from './certainty.js';
import { claim } from './claim.js';
import { diagnosis } from './diagnosis.js';
import { dial } from './dial.js';
import { profile } from './profile.js';
import { ridge } from './ridge.js';
import { stepper } from './stepper.js';
import { tangent } from './tangent.js';
const KINDS = { bends, bug, claim, dial, profile, stepper, tangent, units, forgetting, grid, guesswork, relief, replay, section, slices, average, certainty, ridge, between, diagnosis };

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
