// Fifty figures on one page, in as many views as lecture notes show: what they take, and how the page scrolls.
import assert from 'node:assert/strict';
import { inPage, site, twoPoints } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const FIGURE = JSON.stringify(twoPoints([{ method: 'momentum' }, { method: 'adam' }], { steps: 2000, view: { views: ['surface', 'contour'] } }));

const PAGE = `<!doctype html><html lang="en"><title>many</title><style>ponder-figure { display: block; min-height: 40rem }</style><script>
  const memories = [];
  for (const how of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[how];
    WebAssembly[how] = async (...given) => { const made = await real(...given); memories.push((made.instance ?? made).exports.memory); return made; };
  }
</script><script type="module" src="ponder.js"></script>
${`<p>Between figures stand words.</p><ponder-figure autoplay="visible" recipe='${FIGURE}'></ponder-figure><p>And more of them.</p>`.repeat(50)}`;

/** Goes through the whole page as a wheel would, and gives the longest task of it: on the clock, and of the processor's own time. @param {Page} page */
async function scrolled(page) {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(async () => {
    const end = document.documentElement.scrollHeight - innerHeight;
    for (let y = 0; y < end; y += 400) {
      scrollTo(0, y);
      await new Promise((done) => { requestAnimationFrame(done); });
    }
  });
  const { traceEvents } = JSON.parse((await browser?.stopTracing())?.toString() ?? '{}');
  const main = traceEvents.filter((/** @type {any} */ { name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map((/** @type {any} */ { pid, tid }) => `${pid} ${tid}`);
  const tasks = traceEvents.filter((/** @type {any} */ { name, pid, tid }) => /RunTask$/.test(name) && main.includes(`${pid} ${tid}`));
  const most = (/** @type {string} */ key) => Math.max(...tasks.map((/** @type {any} */ task) => task[key] ?? 0)) / 1000;
  assert.ok(tasks.length > 100, `${tasks.length} tasks were seen`);
  return { clock: most('dur'), busy: most('tdur') };
}

/** @param {Page} page */
const moving = (page) => page.evaluate(async () => {
  const all = /** @type {any[]} */ ([...document.querySelectorAll('ponder-figure')]);
  const [before] = [all.map(({ step }) => step), await new Promise((done) => { setTimeout(done, 400); })];
  const seen = all.map((figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  return { out: all.filter(({ step }, i) => !seen[i] && step !== before[i]).length, inside: all.filter(({ step }, i) => seen[i] && step !== before[i]).length };
});

inPage('fifty figures: one wasm, little memory, a page that scrolls, and only those in sight move', {}, async (page) => {
  await page.route(`${site}many.html`, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto(`${site}many.html`);
  await page.locator('.view').first().waitFor();
  const few = await page.locator('ponder-figure:has(.view)').count();
  assert.ok(few < 10, `${few} of 50 are live at the top`);
  const first = await scrolled(page);
  // A figure that was passed too soon to be seen starts when it is asked for.
  await page.evaluate(() => Promise.all([...document.querySelectorAll('ponder-figure')].map((figure) => /** @type {any} */ (figure).ready)));
  await page.evaluate(() => scrollTo(0, 0));
  let again = await scrolled(page);
  // Another time, where somebody else has the machine.
  for (let tries = 0; tries < 2 && again.busy > 50; tries += 1) again = await scrolled(page);
  // Passed twice while it played, so it has to go on; those at the bottom may have come to their end.
  await page.evaluate(() => document.querySelectorAll('ponder-figure')[25].scrollIntoView({ block: 'center', behavior: 'instant' }));
  let { out, inside } = await moving(page);
  // Those that have just come into sight begin when the page has time.
  for (let tries = 0; tries < 10 && inside === 0; tries += 1) {
    const later = await moving(page);
    [out, inside] = [out + later.out, later.inside];
  }
  const [count, bytes] = await page.evaluate('[memories.length, memories[0].buffer.byteLength]');
  console.log(`50 figures of 2 views: ${(bytes / 1e6).toFixed(1)} MB of wasm memory; longest task of scrolling, in ms, `
    + `as they start: ${first.clock.toFixed(0)} (busy ${first.busy.toFixed(0)}), all live: ${again.clock.toFixed(0)} (busy ${again.busy.toFixed(0)}); moving: ${inside} in sight, ${out} out of sight`);
  assert.equal(count, 1);
  assert.ok(bytes <= 64e6, `${bytes} bytes of wasm memory`);
  assert.equal(out, 0);
  assert.ok(inside > 0);
  // By the processor's time, as others may have the machine.
  assert.ok(again.busy <= 50, `a task of ${again.busy} ms`);
});
