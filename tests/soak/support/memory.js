// What a page holds on to once everything that can go has gone. Counts, and bytes after the collector has run twice: times
// and frames do not matter.

/** @typedef {{ heap: number, nodes: number, listeners: number }} Held bytes, and how many */

/** @param {import('playwright-core').Page} page */
export async function scales(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return {
    /** @returns {Promise<Held>} */
    async weigh() {
      // What was observed or animated is let go of by the next frames.
      await page.evaluate(() => new Promise((done) => { setTimeout(done, 100); }));
      for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const count = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return { heap: usedSize, nodes: count('Nodes'), listeners: count('JSEventListeners') };
    },
  };
}

/** @param {number} bytes */
export const mega = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
