// A real Chromium, pages that must not complain, and pictures that can be counted.
import { test } from 'node:test';
import { attend, launch } from './page.js';

export * from './page.js';

const browser = await launch();
process.on('exit', () => void browser.close());

/**
 * A test with a page of its own. Whatever the console complains of, or the page throws, fails it.
 * @param {string} name
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(page: import('playwright-core').Page) => Promise<void>} work
 * @param {RegExp} [expected] what it may complain of
 */
export function inPage(name, options, work, expected) {
  test(name, { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints = attend(page);
    try {
      await work(page);
    } finally {
      await context.close();
    }
    const unexpected = complaints.filter((complaint) => !expected?.test(complaint));
    if (unexpected.length) throw new Error(`the page complains:\n${unexpected.join('\n')}`);
  });
}

test.after(() => browser.close());
