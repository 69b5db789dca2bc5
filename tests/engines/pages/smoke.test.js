// Every page with a figure, in every engine: it loads without complaint, all that is alive comes alive, and the first
// figure is played and answered by real keys and clicks.
import assert from 'node:assert/strict';
import { inEngines, need, note } from '../support/engines.js';
import { relay } from '../support/server.js';
import { within } from '../support/webdriver.js';
import { use } from './reader.js';

/** @typedef {import('../support/webdriver.js').Session} Session */

const site = need('PONDER_URL');

const FRAMED = {
  surface: { model: 'sigmoid-neuron', data: 'two-points' }, runs: [{ method: 'momentum', start: [-2, -2], learning_rate: 1 }], steps: 60,
  ponders: [{ at: 10, kind: 'choose', ask: 'Where will it be?', options: [{ text: 'Here', right: false }, { text: 'There', right: true }] }],
};

/** A browser on a hidden screen now and then stops drawing, or dies, whatever the page is; that is no figure's fault. */
class Still extends Error {}

/** In the order of the course. @returns {Promise<string[]>} */
async function pages() {
  const cover = await (await fetch(site)).text();
  const list = cover.slice(cover.indexOf('id="lessons"'));
  const lessons = [...list.matchAll(/<a\b[^>]*\shref="(lessons\/[^"#]+\.html|playground\.html)"/g)].map(([, page = '']) => page);
  return ['', ...new Set(lessons), 'embedding.html', `embed.html?recipe=${encodeURIComponent(JSON.stringify(FRAMED))}`];
}

/** Goes down the page; what is near the screen has to come alive by itself. @param {Session} session */
const wake = (session) => session.run(async () => {
  await customElements.whenDefined('ponder-figure');
  // WebKitGTK was seen to wait for half a minute, now and then, beside what writes much to the disk.
  const end = Date.now() + 80_000;
  /** @param {() => boolean} done */
  const until = async (done) => {
    while (!done() && Date.now() < end) await new Promise((go) => setTimeout(go, 10));
    return done();
  };
  /** What may be the reason that nothing lives. @param {Element} figure */
  const told = async (figure) => {
    let frames = 0;
    const count = () => void requestAnimationFrame(() => {
      frames += 1;
      count();
    });
    /** @type {boolean[]} */
    const near = [];
    new IntersectionObserver((entries) => near.push(...entries.map(({ isIntersecting }) => isIntersecting)), { rootMargin: '60% 0px' }).observe(figure);
    count();
    await new Promise((go) => setTimeout(go, 2000));
    const came = performance.getEntriesByType('resource').map(({ name, startTime, duration }) => `${name.split('/').at(-1)} ${(startTime + duration).toFixed()}`);
    const { top, height } = figure.getBoundingClientRect();
    return JSON.stringify({ frames, near, top, height, state: [document.readyState, document.visibilityState], now: performance.now(), came });
  };
  await until(() => document.querySelector('ponder-figure, ponder-exhibit') !== null);
  const figures = /** @type {any[]} */ ([...document.querySelectorAll('ponder-figure')]);
  const dead = [];
  let slowest = 0;
  for (const [i, figure] of figures.entries()) {
    const asked = performance.now();
    // Again, if it moves on: what came alive above it, or was only laid out now, may be larger than the room that was kept for it.
    const shown = () => {
      const { top, bottom } = figure.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) figure.scrollIntoView({ block: 'center', behavior: 'instant' });
      return figure.steps > 0;
    };
    if (!await until(shown)) dead.push(`figure ${i + 1}: ${await told(figure)}`);
    await figure.ready.catch((/** @type {Error} */ error) => dead.push(`figure ${i + 1}: ${error.message}`));
    slowest = Math.max(slowest, performance.now() - asked);
    const tops = [...figure.shadowRoot.querySelectorAll('.law-lines > math')].map((line) => line.getBoundingClientRect().top);
    if (tops.some((top, k) => k > 0 && top > 0 && top < tops[k - 1] + 4)) dead.push(`figure ${i + 1}: the lines of its rule run together`);
  }
  const exhibits = [...document.querySelectorAll('ponder-exhibit')];
  for (const [i, exhibit] of exhibits.entries()) if (!await until(() => exhibit.hasAttribute('live'))) dead.push(`exhibit ${i + 1}`);
  return { figures: figures.length, exhibits: exhibits.length, dead, slowest };
});

/** A tool of the playground comes up on a click, with something in it. @param {Session} session */
async function openTool(session) {
  const chosen = () => session.run(() => {
    const root = document.querySelector('ponder-figure')?.shadowRoot;
    const tab = root?.querySelector('[role=tab][aria-selected=true]');
    return [tab?.textContent ?? '', root?.querySelector(`[role=tabpanel]:not([hidden])`)?.textContent?.length ?? 0];
  });
  const [before] = await chosen();
  await session.click(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('[role=tab][aria-selected=false]'));
  const [after, length] = await chosen();
  assert.notEqual(after, before);
  assert.ok(Number(length) > 20, `the tool ${after} is empty`);
}

/** @param {Session} session @param {string} site @param {string} page */
async function visit(session, site, page) {
  await session.go(site + page);
  const { figures, exhibits, dead, slowest } = await wake(session);
  assert.ok(figures + exhibits > 0);
  if (dead.some((reason) => reason.includes('"frames":0'))) throw new Still(`it draws no frame: ${dead}`);
  assert.deepEqual(dead, []);
  if (figures > 0) await use(session);
  if (page === 'playground.html') await openTool(session);
  assert.deepEqual(await session.run(() => /** @type {any} */ (globalThis).ponderHeard), []);
  assert.deepEqual(await session.complaints(), []);
  return { figures, exhibits, slowest };
}

/** Every page after the other in one browser. @param {import('../support/engines.js').Engine} engine @param {string} site @param {string[]} pages */
const tour = (engine, site, pages) => within(engine, async (session) => {
  const sums = { figures: 0, exhibits: 0, slowest: 0 };
  for (const page of pages) {
    const { figures, exhibits, slowest } = await visit(session, site, page).catch((error) => {
      throw new (error instanceof Still ? Still : Error)(`${page || 'cover'}: ${error.message}`, { cause: error });
    });
    sums.figures += figures;
    sums.exhibits += exhibits;
    sums.slowest = Math.max(sums.slowest, slowest);
  }
  return { version: session.version, sums };
});

inEngines('the smoke of every page', async (engine) => {
  const server = await relay(site, new URL('ears.js', import.meta.url));
  try {
    const all = await pages();
    const begun = performance.now();
    const { version, sums } = await tour(engine, server.address, all).catch((error) => {
      if (!(error instanceof Still) && !/WebProcess CRASHED/.test(error.message)) throw error;
      note(`${engine.name}, another one opened: ${error.message}`);
      return tour(engine, server.address, all);
    });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    note(`${engine.name} ${version}: ${all.length} pages, ${sums.figures} figures, ${sums.exhibits} exhibits, ${seconds} s; the slowest figure ${(sums.slowest / 1000).toFixed(1)} s`);
  } finally {
    server.close();
  }
});
