// As much of WebDriver (https://www.w3.org/TR/webdriver2/) as the tests need: a session, an address, scripts, keys, clicks.
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, NotStarted, screen, start } from './programs.js';

/** @typedef {import('./engines.js').Engine} Engine */
/** @typedef {(path: string, body?: object, method?: string) => Promise<any>} Ask */

const PAUSE = 50;
const PATIENCE = 120_000;

/** What WebDriver calls an element that a script hands out. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Keys that are no character, as WebDriver writes them. @type {Record<string, string>} */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' };

/** A browser that is open, and ends with `close`. */
export class Session {
  #ask;
  #id;
  #logs;
  version;

  /** @param {Ask} ask @param {{ sessionId: string, capabilities: { browserName: string, browserVersion: string } }} opened */
  constructor(ask, { sessionId, capabilities }) {
    this.#id = `/session/${sessionId}`;
    this.#ask = /** @type {Ask} */ ((path, body, method) => ask(this.#id + path, body, method));
    this.#logs = /chrom/i.test(capabilities.browserName);
    this.version = capabilities.browserVersion;
  }

  /** Opens an address, up to its event `load`. @param {string} url */
  go(url) {
    return this.#ask('/url', { url });
  }

  title() {
    return this.#ask('/title');
  }

  /**
   * The value of a function that runs in the page, or what its promise comes to.
   * @template {unknown[]} A @template R
   * @param {(...args: A) => R | Promise<R>} work it sees nothing but its arguments and the page @param {A} args
   * @returns {Promise<R>}
   */
  async run(work, ...args) {
    // Not every driver waits for a promise that a script returns, but every one has a way to be called back.
    const script = `const done = arguments[arguments.length - 1];
      new Promise((go) => go((${work}).apply(null, [...arguments].slice(0, -1)))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#ask('/execute/async', { script, args });
    if (error) throw new Error(error);
    return value;
  }

  /** Keys for whatever has the focus, one after the other: characters, or names such as `End`. @param {string[]} keys */
  async press(...keys) {
    const values = keys.map((key) => KEYS[key] ?? key);
    const actions = values.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#ask('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  /** A click of the pointer on what a function in the page finds. @param {() => Element | null | undefined} find */
  async click(find) {
    const found = await this.#ask('/execute/sync', { script: `return (${find})();`, args: [] });
    await this.#ask(`/element/${found[ELEMENT]}/click`, {});
  }

  /** A drag of the pointer from the middle of an element, by so many pixels. @param {() => Element | null | undefined} find @param {[number, number]} by */
  async drag(find, [x, y]) {
    const origin = await this.#ask('/execute/sync', { script: `return (${find})();`, args: [] });
    const move = (/** @type {number} */ x, /** @type {number} */ y) => ({ type: 'pointerMove', origin, x, y, duration: 0 });
    const actions = [move(0, 0), { type: 'pointerDown', button: 0 }, move(x / 2, y / 2), move(x, y), { type: 'pointerUp', button: 0 }];
    await this.#ask('/actions', { actions: [{ type: 'pointer', id: 'hand', parameters: { pointerType: 'mouse' }, actions }] });
  }

  /** What the browser itself complains of since it was last asked; only Chromium's driver tells. @returns {Promise<string[]>} */
  async complaints() {
    if (!this.#logs) return [];
    const entries = await this.#ask('/se/log', { type: 'browser' });
    return entries.filter((/** @type {any} */ { level }) => level === 'SEVERE' || level === 'WARNING').map((/** @type {any} */ { message }) => message);
  }

  /** The window as it looks. @returns {Promise<Buffer>} PNG */
  async shot() {
    return Buffer.from(await this.#ask('/screenshot'), 'base64');
  }

  /** @param {{ width: number, height: number }} size */
  size(size) {
    return this.#ask('/window/rect', size);
  }

  end() {
    return this.#ask('', undefined, 'DELETE');
  }
}

/**
 * Opens a browser, works with it, and ends it.
 * @template R @param {Engine} engine @param {(session: Session) => Promise<R>} work @returns {Promise<R>}
 */
export async function within({ driver, capabilities, xvfb }, work) {
  const hidden = xvfb === undefined ? undefined : await screen(xvfb);
  // Such a screen has no graphics card: what stands in for one (Mesa) now and then takes WebKit's page down with it.
  const env = hidden ? { ...process.env, DISPLAY: hidden.display, WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' } : process.env;
  const port = await freePort();
  const child = start(/** @type {string} */ (driver), [`--port=${port}`], { env });
  const command = /** @type {Ask} */ ((path, body, method) => ask(`http://127.0.0.1:${port}${path}`, body, method));
  try {
    return await Promise.race([converse(command, capabilities, work), child.ended]);
  } catch (error) {
    if (error instanceof Error) error.message += `\n${child.said()}`;
    throw error;
  } finally {
    child.stop();
    hidden?.stop();
  }
}

/** @template R @param {Ask} ask @param {object} capabilities @param {(session: Session) => Promise<R>} work */
async function converse(ask, capabilities, work) {
  const session = await open(ask, capabilities).catch((error) => {
    throw new NotStarted(`it does not start: ${error.message}`, { cause: error });
  });
  try {
    return await work(session);
  } finally {
    // The driver ends its browser.
    await session.end();
  }
}

/** A session, as soon as the driver listens. @param {Ask} ask @param {object} capabilities */
async function open(ask, capabilities) {
  await until(() => ask('/status').then(({ ready }) => ready, () => false));
  return new Session(ask, await ask('/session', { capabilities: { alwaysMatch: { ...capabilities, timeouts: { script: PATIENCE } } } }));
}

/**
 * Opens an address in a browser and waits until its title is "done".
 * @param {Engine} engine @param {string} address
 * @returns {Promise<{ version: string, text: string }>} the browser's version and the text of the page's body
 */
export function read(engine, address) {
  return within(engine, async (session) => {
    await session.go(address);
    await until(async () => await session.title() === 'done');
    return { version: session.version, text: await session.run(() => document.body.textContent ?? '') };
  });
}

/** One command. @param {string} address @param {object} [body] @param {string} [method] */
async function ask(address, body, method = body ? 'POST' : 'GET') {
  const headers = { 'content-type': 'application/json' };
  const asked = fetch(address, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) });
  const response = await asked.catch((error) => {
    throw new Error(`${method} ${new URL(address).pathname}: ${error.message}`, { cause: error });
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

/** @param {() => Promise<boolean>} done */
async function until(done) {
  const end = Date.now() + PATIENCE;
  while (!await done()) {
    if (Date.now() > end) throw new Error(`nothing after ${PATIENCE / 1000} s`);
    await wait(PAUSE);
  }
}
