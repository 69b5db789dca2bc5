// What a promise is tried with: a browser of its own, chance from the seed, and the commands that keep others.
import { attend, launch } from '../../e2e/support/page.js';
import { Random } from './random.js';

/** @typedef {Awaited<ReturnType<typeof soak>>} Soak */
/** @typedef {import('playwright-core').Page} Page */

/** @param {number} seed */
export async function soak(seed) {
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  return {
    seed,
    random: new Random(seed),
    /**
     * A page in a context of its own, and what it complains of.
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    async open(options) {
      browser ??= await launch();
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      return { page, complaints: attend(page) };
    },
    /** The browser's release. */
    version: async () => (browser ??= await launch()).version(),
    end: async () => browser?.close(),
  };
}

/** @param {string[]} complaints */
export function quiet(complaints) {
  if (complaints.length) throw new Error(`${complaints.length} complaints, the first: ${complaints[0]}`);
}

/** @param {boolean} condition @param {string} otherwise */
export function must(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}
