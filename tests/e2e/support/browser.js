// A real Chromium, pages that must not complain, and pictures that can be counted.
import { test } from 'node:test';
import { attend, launch, site } from './page.js';

export * from './page.js';

const browser = await launch();
process.on('exit', () => void browser.close());

/** Pages that wait for their next test, by what they were opened with: one that has been used loads in half the time. */
const idle = /** @type {Map<string, Page>} */ (new Map());

/** What outlasts a document. A page that was asked for one of these is not used again. */
const LASTING = /** @type {const} */ (['addInitScript', 'clock', 'context', 'emulateMedia', 'exposeFunction', 'once', 'setViewportSize']);

/** @type {WeakSet<Page>} */
const spent = new WeakSet();

/** @type {WeakMap<Page, import('playwright-core').BrowserContext>} */
const contexts = new WeakMap();

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} Options */

/**
 * A test with a page that keeps nothing of the tests before it. Whatever the console complains of, or the page throws, fails it.
 * @param {string} name
 * @param {Options} options
 * @param {(page: Page) => Promise<void>} work
 * @param {RegExp} [expected] what it may complain of
 */
export function inPage(name, options, work, expected) {
  test(name, { timeout: 60_000 }, async () => {
    const key = JSON.stringify(options);
    const page = idle.get(key) ?? await opened(options);
    idle.delete(key);
    const complaints = attend(page);
    try {
      await work(page);
      if (!spent.has(page)) await emptied(page);
    } catch (error) {
      spent.add(page);
      throw error;
    } finally {
      if (spent.has(page)) await contexts.get(page)?.close();
      else idle.set(key, page);
    }
    const unexpected = complaints.filter((complaint) => !expected?.test(complaint));
    if (unexpected.length) throw new Error(`the page complains:\n${unexpected.join('\n')}`);
  });
}

/** A page of its own, as no test before has had it. @param {Options} options */
export async function opened(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  contexts.set(page, context);
  for (const name of LASTING) {
    const value = /** @type {any} */ (page)[name];
    const get = () => (spent.add(page), typeof value === 'function' ? value.bind(page) : value);
    Object.defineProperty(page, name, { get });
  }
  return page;
}

/** Leaves nothing for the next test: no document, no pointer, no listener, nothing stored. @param {Page} page */
async function emptied(page) {
  await page.mouse.move(-9, -9);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto(`${site}icon.svg`);
  await page.evaluate(() => { sessionStorage.clear(); localStorage.clear(); });
  page.removeAllListeners();
}

test.after(() => browser.close());
