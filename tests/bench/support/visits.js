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
    const all = [first];
    while (all.length <= ROUNDS) all.push((await visit(browser, `${address}${path}`)) ?? first);
    const [times, tasks] = [all.slice(1).map(({ ready }) => ready), all.slice(1).map(({ longest }) => longest)].map((all) => all.sort((a, b) => a - b));
    const figures = { ours: share(times, 0.5), p95: share(times, 0.95), longest: share(tasks, 0.5) };
    met.push({ of: path, browser: name, ...figures, peers: {}, ratio: null });
  }
  return met;
}

/** So long after its first figure a page has done what it does at load, in ms. */
const REST = 500;

/** Until the first figure is ready, and the longest task at load that is over 50 ms, or 0: in ms. Null where a page has no figure. @param {import('playwright-core').Browser} browser @param {string} url */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.waitForTimeout(SETTLED);
    await page.goto(url, { waitUntil: 'commit' });
    return await page.evaluate(async (rest) => {
      let longest = 0;
      const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { longest = Math.max(longest, duration); }));
      watch.observe({ type: 'longtask', buffered: true });
      while (document.readyState === 'loading') await new Promise((done) => document.addEventListener('readystatechange', done, { once: true }));
      const figure = /** @type {(Element & { ready: Promise<unknown> }) | null} */ (document.querySelector('ponder-figure'));
      if (!figure) return null;
      await customElements.whenDefined('ponder-figure');
      // Asking for it starts a figure that is not yet near the screen, like one that is.
      await figure.ready;
      const ready = performance.now();
      await new Promise((done) => setTimeout(done, rest));
      return { ready, longest };
    }, REST);
  } finally {
    await context.close();
  }
}

/** @param {number[]} sorted @param {number} part */
const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
