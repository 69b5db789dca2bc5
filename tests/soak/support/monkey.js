// Random pointers, fingers, keys, windows: what a browser is told by its hands, in an order that a seed repeats.

/** @typedef {import('playwright-core').Page} Page */

const KEYS = [
  ...'0123456789 kfrps?<>.,-+eabcmxz', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown',
  'Tab', 'Tab', 'Tab', 'Enter', 'Enter', 'Escape', 'Backspace', 'Delete',
];
const SIZES = [[1000, 800], [360, 640], [320, 500], [1400, 900], [700, 400]];

/** So many events are sent off together. */
const AT_ONCE = 25;

/** How often each thing happens. @type {[keyof Monkey, number][]} */
const HABITS = [['move', 20], ['click', 30], ['drag', 10], ['wheel', 4], ['key', 50], ['chord', 6], ['tap', 10], ['pinch', 4], ['resize', 1], ['hide', 1], ['scheme', 1]];
const DECK = HABITS.flatMap(([name, often]) => /** @type {(keyof Monkey)[]} */ (new Array(often).fill(name)));

export class Monkey {
  /** What happened last, for reports. */
  last = '';
  #page;
  #random;
  /** @type {import('playwright-core').CDPSession | undefined} */
  #session;
  /** @type {[number, number][]} */
  #usable = [];

  /** @param {Page} page @param {import('./random.js').Random} random */
  constructor(page, random) {
    this.#page = page;
    this.#random = random;
  }

  /** Keeps it on its page: links lead nowhere, and paper is only told of. Before the page is opened. */
  async stay() {
    this.#session = await this.#page.context().newCDPSession(this.#page);
    this.#page.on('filechooser', () => {});
    this.#page.on('dialog', (dialog) => void dialog.dismiss());
    await this.#page.addInitScript(() => {
      addEventListener('click', (event) => {
        if (event.composedPath().some((target) => target instanceof HTMLAnchorElement && !target.getAttribute('href')?.startsWith('#'))) event.preventDefault();
      }, true);
      window.print = () => ['beforeprint', 'afterprint'].forEach((type) => dispatchEvent(new Event(type)));
    });
  }

  /** @param {number} count of events */
  async play(count) {
    for (let done = 0; done < count; done += AT_ONCE) {
      await this.#look();
      const names = Array.from({ length: Math.min(AT_ONCE, count - done) }, () => this.#random.one(DECK));
      this.last = names.join(' ');
      // They reach the page in this order; it is not waited for between them, as no hand does.
      await Promise.all(names.map((name) => /** @type {() => Promise<unknown>} */ (this[name]).call(this)));
    }
  }

  /** Learns where there is something that can be used. */
  async #look() {
    this.#usable = await this.#page.evaluate(() => {
      const usable = 'button, input, select, summary, [tabindex], [role=tab], textarea';
      const inside = [...document.querySelectorAll('ponder-figure')].flatMap((figure) => [...figure.shadowRoot?.querySelectorAll(usable) ?? []]);
      const boxes = [...document.querySelectorAll(usable), ...inside].map((element) => element.getBoundingClientRect());
      const shown = boxes.filter((box) => box.width > 0 && box.bottom > 0 && box.top < innerHeight);
      return shown.map((box) => /** @type {[number, number]} */ ([box.left + box.width / 2, Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2))]));
    });
  }

  /** A place: half of the time on something that can be used. @returns {[number, number]} */
  #place() {
    const { width, height } = /** @type {{ width: number, height: number }} */ (this.#page.viewportSize());
    if (this.#usable.length && this.#random.below(2)) return this.#random.one(this.#usable);
    return [this.#random.below(width), this.#random.below(height)];
  }

  /** @param {string} type @param {number} x @param {number} y @param {object} [more] */
  #mouse(type, x, y, more = {}) {
    return this.#send('Input.dispatchMouseEvent', { type, x, y, ...more });
  }

  /** What comes while a window changes its size may find nobody. @param {'Input.dispatchMouseEvent' | 'Input.dispatchTouchEvent'} name @param {object} what */
  async #send(name, what) {
    await this.#session?.send(name, /** @type {any} */ (what)).catch((error) => {
      if (!/Internal error/.test(error.message)) throw error;
    });
  }

  async move() {
    await this.#mouse('mouseMoved', ...this.#place());
  }

  async click() {
    const [x, y] = this.#place();
    const how = { button: this.#random.below(20) === 0 ? 'right' : 'left', clickCount: 1 + this.#random.below(2) };
    await Promise.all([this.#mouse('mouseMoved', x, y), this.#mouse('mousePressed', x, y, how), this.#mouse('mouseReleased', x, y, how)]);
  }

  async drag() {
    const [from, to] = [this.#place(), this.#place()];
    const way = [0.3, 0.7, 1].map((share) => from.map((start, axis) => start + share * (to[axis] - start)));
    await Promise.all([
      this.#mouse('mousePressed', ...from, { button: 'left', clickCount: 1 }),
      ...way.map(([x, y]) => this.#mouse('mouseMoved', x, y, { button: 'left', buttons: 1 })),
      this.#mouse('mouseReleased', ...to, { button: 'left', clickCount: 1 }),
    ]);
  }

  async wheel() {
    const modifiers = this.#random.one([0, 0, 2]);
    await this.#mouse('mouseWheel', ...this.#place(), { deltaX: 0, deltaY: this.#random.between(-600, 600), modifiers });
  }

  async key() {
    await this.#page.keyboard.press(this.#random.one(KEYS));
  }

  async chord() {
    await this.#page.keyboard.press(this.#random.one(['Shift+Tab', 'Control+z', 'Control+y', 'Control+Shift+z', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Control+a']));
  }

  async tap() {
    await this.#touch([this.#place()]);
  }

  async pinch() {
    await this.#touch([this.#place(), this.#place()]);
  }

  /** Fingers come down, wander and go. @param {[number, number][]} fingers */
  async #touch(fingers) {
    const at = (/** @type {number} */ by) => fingers.map(([x, y], id) => ({ x: x + by * (id ? -1 : 1), y: y + by / 2, id }));
    const by = this.#random.between(-40, 40);
    const end = this.#random.below(8) ? 'touchEnd' : 'touchCancel';
    const send = (/** @type {string} */ type, /** @type {object[]} */ touchPoints) => this.#send('Input.dispatchTouchEvent', { type, touchPoints });
    await Promise.all([send('touchStart', at(0)), send('touchMove', at(by)), send(end, [])]);
  }

  async resize() {
    const [width, height] = this.#random.one(SIZES);
    await this.#page.setViewportSize({ width, height });
  }

  /** The page goes behind another one, and comes back. */
  async hide() {
    await this.#page.evaluate(async () => {
      for (const hidden of [true, false]) {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' });
        document.dispatchEvent(new Event('visibilitychange'));
        await new Promise((done) => { setTimeout(done, 5); });
      }
    });
  }

  async scheme() {
    await this.#page.emulateMedia({ colorScheme: this.#random.one(['light', 'dark']), reducedMotion: this.#random.one(['reduce', 'no-preference']), forcedColors: this.#random.one(['none', 'none', 'active']) });
  }
}
