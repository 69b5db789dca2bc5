// <ponder-recall>: a closing question, in the card that figures ask in. It loads no wasm: the site's build has worked out
// every variant, which wait as inert text in a template.
import { Card } from '../card.js';
import { make, on } from '../dom.js';
import css from '../figure.css';
import { Screen } from '../screen.js';
import { around, say, speak, speech } from '../words.js';
import { Desk } from './desk.js';
import { due, turn } from './visit.js';

/** @type {CSSStyleSheet | undefined} */
let sheet;

class PonderRecall extends HTMLElement {
  #shadow = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #life = new AbortController();

  connectedCallback() {
    sheet ??= styled(css);
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#life = new AbortController();
    const { signal } = this.#life;
    speak(around(this)).then(() => signal.aborted || this.#shadow.replaceChildren(this.#built(signal)));
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** @param {AbortSignal} signal */
  #built(signal) {
    /** @type {Ponder[]} */
    const variants = JSON.parse(this.querySelector('template')?.content.textContent ?? '[]');
    const id = this.getAttribute('name') ?? '';
    const from = this.getAttribute('from');
    const name = `${location.pathname} ${from ?? ''}/${id}`;
    const variant = () => variants[due(name, variants.length)];
    const desk = new Desk(variant(), id);
    const another = () => {
      turn(name);
      desk.ask(variant());
      card.focus();
    };
    const label = () => (from ? say('from-lesson', { lesson: from }) : say('question'));
    const card = new Card({ stage: desk, signal }, { label, home: () => root.focus(), after: () => [{ word: 'another', act: another, main: true }] });
    const root = make('div', { class: 'figure recall', role: 'group', ...speech(), tabindex: -1, 'aria-label': label() }, card.root);
    on(root, 'keydown', (event) => passed(event) && desk.question.open && (event.preventDefault(), card.skip()), signal);
    this.#dress(root, signal);
    return root;
  }

  /** @param {HTMLElement} root @param {AbortSignal} signal */
  #dress(root, signal) {
    const screen = new Screen(signal, () => this.getAttribute('theme'));
    const look = () => { root.dataset.theme = screen.theme; };
    on(screen, 'change', look, signal);
    look();
  }
}

/** Whether a key says "skip": s, where it is no letter of an answer. @param {KeyboardEvent} event */
function passed(event) {
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.composedPath()[0];
  const typing = target instanceof HTMLInputElement && target.type === 'text';
  return (key === 's' || key === 'S') && !(ctrlKey || metaKey || altKey || typing);
}

/** @param {string} css */
function styled(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

customElements.define('ponder-recall', PonderRecall);
