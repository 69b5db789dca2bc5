// Random pointers, fingers, keys, windows: what a browser is told by its hands, in an order that a seed repeats.

/** @typedef {import('playwright-core').Page} Page */

const KEYS = [
  ...'0123456789 kfrps?<>.,-+eabcmxz', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown',
  'Tab', 'Tab', 'Tab', 'Enter', 'Enter', 'Escape', 'Backspace', 'Delete',
];
const SIZES = [[1000, 800], [360, 640], [320, 500], [1400, 900], [700, 400]];

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
    for (let i = 0; i < count; i += 1) {
      const name = this.#random.one(DECK);
      await /** @type {() => Promise<unknown>} */ (this[name]).call(this);
      if (name !== 'move') this.last = name === 'key' ? this.last : name;
    }
  }

  /** A place: half of the time on something that can be used. @returns {Promise<[number, number]>} */
  async #place() {
    const { width, height } = /** @type {{ width: number, height: number }} */ (this.#page.viewportSize());
    const anywhere = /** @type {[number, number]} */ ([this.#random.below(width), this.#random.below(height)]);
    const [luck, pick] = [this.#random.next(), this.#random.next()];
    if (luck < 0.5) return anywhere;
    return await this.#page.evaluate((pick) => {
      const usable = 'button, input, select, summary, [tabindex], [role=tab], textarea';
      const all = [...document.querySelectorAll(usable), ...[...document.querySelectorAll('ponder-figure')].flatMap((figure) => [...figure.shadowRoot?.querySelectorAll(usable) ?? []])];
      const shown = all.map((element) => element.getBoundingClientRect()).filter((box) => box.width > 0 && box.bottom > 0 && box.top < innerHeight);
      const box = shown[Math.floor(pick * shown.length)];
      return box ? /** @type {[number, number]} */ ([box.left + box.width / 2, Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2))]) : null;
    }, pick) ?? anywhere;
  }

  /** @param {string} type @param {number} x @param {number} y @param {object} [more] */
  #mouse(type, x, y, more = {}) {
    return this.#session?.send('Input.dispatchMouseEvent', /** @type {any} */ ({ type, x, y, ...more }));
  }

  async move() {
    await this.#mouse('mouseMoved', ...await this.#place());
  }

  async click() {
    const [x, y] = await this.#place();
    const how = { button: this.#random.below(20) === 0 ? 'right' : 'left', clickCount: 1 + this.#random.below(2) };
    await this.#mouse('mouseMoved', x, y);
    await this.#mouse('mousePressed', x, y, how);
    await this.#mouse('mouseReleased', x, y, how);
  }

  async drag() {
    const [from, to] = [await this.#place(), await this.#place()];
    await this.#mouse('mousePressed', ...from, { button: 'left', clickCount: 1 });
    for (const share of [0.3, 0.7, 1]) {
      const [x, y] = from.map((start, axis) => start + share * (to[axis] - start));
      await this.#mouse('mouseMoved', x, y, { button: 'left', buttons: 1 });
    }
    await this.#mouse('mouseReleased', ...to, { button: 'left', clickCount: 1 });
  }

  async wheel() {
    const modifiers = this.#random.one([0, 0, 2]);
    await this.#mouse('mouseWheel', ...await this.#place(), { deltaX: 0, deltaY: this.#random.between(-600, 600), modifiers });
  }

  async key() {
    await this.#page.keyboard.press(this.#random.one(KEYS));
  }

  async chord() {
    await this.#page.keyboard.press(this.#random.one(['Shift+Tab', 'Control+z', 'Control+y', 'Control+Shift+z', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Control+a']));
  }

  async tap() {
    await this.#touch([await this.#place()]);
  }

  async pinch() {
    await this.#touch([await this.#place(), await this.#place()]);
  }

  /** Fingers come down, wander and go. @param {[number, number][]} fingers */
  async #touch(fingers) {
    const at = (/** @type {number} */ by) => fingers.map(([x, y], id) => ({ x: x + by * (id ? -1 : 1), y: y + by / 2, id }));
    const by = this.#random.between(-40, 40);
    await this.#session?.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    await this.#session?.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(by) });
    await this.#session?.send('Input.dispatchTouchEvent', { type: this.#random.below(8) ? 'touchEnd' : 'touchCancel', touchPoints: [] });
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
