// Visits to the pages of the built site, each in a new context, where nothing is cached.
import { readdir } from 'node:fs/promises';

const SITE = new URL('../../../dist/site/', import.meta.url);
const ROUNDS = 10;

/** A reader's browser stands already: what Chromium does for a new window is over before the clock starts. In ms. */
const SETTLED = 1000;

/**
 * @typedef {object} Visits
 * @property {(browser: import('playwright-core').Browser, name: string, address: string) => Promise<import('./compete.js').Met[]>} visits
 *   in the browser of these flags, to the site at this address
 */

/** How long every page takes to its first figure, the cover first. @type {Visits['visits']} */
export async function visits(browser, name, address) {
  const lessons = (await readdir(new URL('lessons/', SITE))).filter((file) => file.endsWith('.html')).sort();
  const met = [];
  for (const path of ['index.html', ...lessons.map((file) => `lessons/${file}`)]) {
    // The first visit warms server and browser, and does not count.
    const first = await visit(browser, `${address}${path}`);
    if (first === null) continue;
    const times = [];
    while (times.length < ROUNDS) times.push(Number(await visit(browser, `${address}${path}`)));
    times.sort((a, b) => a - b);
    met.push({ of: path, browser: name, ours: share(times, 0.5), p95: share(times, 0.95), peers: {}, ratio: null });
  }
  return met;
}

/** In ms; null where a page has no figure. @param {import('playwright-core').Browser} browser @param {string} url */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.waitForTimeout(SETTLED);
    await page.goto(url, { waitUntil: 'commit' });
    return await page.evaluate(async () => {
      while (document.readyState === 'loading') await new Promise((done) => document.addEventListener('readystatechange', done, { once: true }));
      const figure = /** @type {(Element & { ready: Promise<unknown> }) | null} */ (document.querySelector('ponder-figure'));
      if (!figure) return null;
      await customElements.whenDefined('ponder-figure');
      // Asking for it starts a figure that is not yet near the screen, like one that is.
      await figure.ready;
      return performance.now();
    });
  } finally {
    await context.close();
  }
}

/** @param {number[]} sorted @param {number} part */
const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
