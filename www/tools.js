// The playground's tools below a figure, fetched when a figure asks for them: `controls="playground"`.
import { all } from './engine.js';
import { fetched } from './fetched.js';
import { notFetched } from './notice.js';
import { say } from './words.js';

export class Tools {
  #desk;
  /** @type {AbortController | null} */
  #life = null;
  /** @type {HTMLElement | null} */
  #root = null;

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** Shows or hides them, as the figure wants. @param {ShadowRoot} shadow where */
  async settle(shadow) {
    if (this.#desk.host.getAttribute('controls') !== 'playground') return this.hide();
    if (this.#life) return undefined;
    const life = new AbortController();
    this.#life = life;
    try {
      const [{ mount }] = await Promise.all([fetched(() => import('#workbench')), all()]);
      if (!life.signal.aborted) this.#root = mount(this.#desk, shadow, life.signal);
    } catch (error) {
      console.error(error);
      if (!life.signal.aborted) this.#root = notFetched(say('no-tools'), () => {
        this.hide();
        this.settle(shadow);
      });
    }
    if (this.#root) shadow.append(this.#root);
    return undefined;
  }

  hide() {
    this.#life?.abort();
    this.#life = null;
    this.#root?.remove();
    this.#root = null;
  }
}
