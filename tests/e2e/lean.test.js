// A page begins with a wasm that knows less, and fetches all of Ponder when it is asked for more.
import assert from 'node:assert/strict';
import { blank, inPage, mount, site, twoPoints } from './support/browser.js';

const KNOWN = twoPoints([{ method: 'momentum' }], { view: { views: ['contour', 'table'] } });
const MORE = { surface: { expression: 'w^2 + 4*b^2' }, runs: [{ method: 'lion', learning_rate: 0.1, start: [2, 1] }], steps: 20, view: { views: ['contour'] } };

/** Which of the two was asked for, from now on. @param {import('playwright-core').Page} page */
function listen(page) {
  /** @type {Set<string>} */
  const asked = new Set();
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    if (/^ponder_\w+_bg\.wasm$/.test(name)) asked.add(name);
  });
  return () => [...asked].sort();
}

inPage('a figure of the first rules takes the lesser wasm alone; another one all of it, and the first goes on', {}, async (page) => {
  const asked = listen(page);
  const figure = (await mount(page, KNOWN)).first();
  await figure.evaluate((element) => /** @type {any} */ (element).seek(7));
  assert.deepEqual(asked(), ['ponder_lean_bg.wasm']);
  const losses = await page.evaluate(async (more) => {
    const other = /** @type {any} */ (document.createElement('ponder-figure'));
    other.recipe = more;
    document.body.append(other);
    await other.ready;
    return [...other.points(0)].filter((_, i) => i % 3 === 2);
  }, MORE);
  assert.deepEqual(asked(), ['ponder_lean_bg.wasm', 'ponder_wasm_bg.wasm']);
  assert.ok(losses.length === 21 && losses[20] < losses[0]);
  const [step, rows] = await figure.evaluate((element) => {
    const live = /** @type {any} */ (element);
    live.seek(live.step + 1);
    return [live.step, live.points(0).length];
  });
  assert.deepEqual([step, rows], [8, 61 * 3]);
});

inPage('what both refuse is told by the one that knows everything', {}, async (page) => {
  await blank(page);
  const message = await page.evaluate(async (recipe) => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.recipe = { ...recipe, runs: [{ method: 'adm', learning_rate: 1 }] };
    document.body.append(element);
    return element.ready.catch((/** @type {Error} */ error) => error.message);
  }, KNOWN);
  assert.match(message, /adm.*lion/s);
});

inPage('a script that waits has all; before, what is not known yet says so', {}, async (page) => {
  await mount(page, KNOWN);
  const [early, late] = await page.evaluate(async (more) => {
    const { ready, trajectory } = await import(new URL('ponder.js', location.href).href);
    const tried = () => {
      try {
        return trajectory(more).length;
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    };
    const early = tried();
    await ready;
    return [early, tried()];
  }, MORE);
  assert.match(String(early), /ready/);
  assert.equal(late, 21 * 3);
});

inPage('where the lesser one is missing, all of it comes in its place', {}, async (page) => {
  await page.route('**/ponder_lean_bg.wasm', (route) => route.abort());
  const asked = listen(page);
  const figure = (await mount(page, KNOWN)).first();
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).points(0).length), 61 * 3);
  assert.deepEqual(asked(), ['ponder_lean_bg.wasm', 'ponder_wasm_bg.wasm']);
}, /ERR_FAILED|ponder_lean_bg/);

inPage('where all of it cannot be had, figures that need no more go on', {}, async (page) => {
  await page.route('**/ponder_wasm_bg.wasm', (route) => route.abort());
  const figure = (await mount(page, KNOWN)).first();
  const [message, notice] = await page.evaluate(async (more) => {
    const other = /** @type {any} */ (document.createElement('ponder-figure'));
    other.recipe = more;
    document.body.append(other);
    const failed = await other.ready.catch((/** @type {Error} */ error) => error);
    return [failed.message, other.shadowRoot.querySelector('.notice')?.textContent];
  }, MORE);
  assert.match(message, /could not be loaded/);
  assert.match(notice, /could not be loaded/);
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).points(0).length), 61 * 3);
}, /ERR_FAILED|ponder_wasm_bg/);

inPage('a page that preloads all of it begins with it', {}, async (page) => {
  const asked = listen(page);
  await page.goto(`${site}playground.html`);
  await page.locator('ponder-figure').evaluate((element) => /** @type {any} */ (element).ready.then(() => {}));
  assert.deepEqual(asked(), ['ponder_wasm_bg.wasm']);
});
