// What fails on the way ends in words and a button, and what was set is kept: the wasm's fetch, code that is fetched late,
// workers that die.
import assert from 'node:assert/strict';
import { blank, inPage, mount, site, twoPoints } from './support/browser.js';
import { open } from './support/bench.js';
import { exhibit, lesson } from './support/lesson.js';

/** @typedef {import('playwright-core').Page} Page */

const RECIPE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } });

/** The first so many requests for a file fail. @param {Page} page @param {string} file @param {number} times */
async function cut(page, file, times) {
  const asked = { times: 0 };
  await page.context().route(`${site}${file}`, (route) => {
    asked.times += 1;
    return asked.times <= times ? route.abort('connectionreset') : route.continue();
  });
  return asked;
}

/** Two figures; neither is waited for. @param {Page} page */
async function two(page) {
  await blank(page);
  await page.evaluate(async (recipe) => {
    await import(new URL('ponder.js', location.href).href);
    for (let i = 0; i < 2; i += 1) document.body.append(Object.assign(document.createElement('ponder-figure'), { recipe }));
  }, RECIPE);
}

inPage('a wasm that does not come the first time comes the second', {}, async (page) => {
  const asked = await cut(page, 'ponder_lean_bg.wasm', 1);
  await two(page);
  await page.locator('ponder-figure .view').nth(1).waitFor();
  assert.equal(asked.times, 2);
}, /not loaded|ERR_CONNECTION/);

inPage('one that does not come at all leaves a sentence and a button, which brings every figure', {}, async (page) => {
  const [asked, spare] = [await cut(page, 'ponder_lean_bg.wasm', 2), await cut(page, 'ponder_wasm_bg.wasm', 2)];
  await two(page);
  const notice = page.getByRole('status').filter({ hasText: 'could not be loaded' });
  await notice.nth(1).waitFor();
  assert.deepEqual([asked.times, spare.times], [2, 2]);
  const message = await page.locator('ponder-figure').first().evaluate((element) => /** @type {any} */ (element).ready.catch((/** @type {Error} */ error) => error.message));
  assert.match(message, /wasm could not be loaded/);
  await notice.first().getByRole('button', { name: 'Try again' }).click();
  await page.locator('ponder-figure .view').nth(1).waitFor();
  assert.equal(await notice.count(), 0);
  await page.evaluate(() => import(new URL('ponder.js', location.href).href).then(({ ready }) => ready));
}, /not loaded|ERR_CONNECTION/);

for (const file of ['ponder_wasm_bg.wasm', 'ponder-whole.js']) {
  inPage(`a figure that needs all of Ponder, without ${file}: a sentence and a button, and the others go on`, {}, async (page) => {
    const asked = await cut(page, file, 2);
    const figure = (await mount(page, RECIPE)).first();
    await page.evaluate((recipe) => {
      const runs = [{ method: 'lion', learning_rate: 0.1 }];
      document.body.append(Object.assign(document.createElement('ponder-figure'), { id: 'more', recipe: { ...recipe, runs } }));
    }, RECIPE);
    const notice = page.locator('#more').getByRole('status').filter({ hasText: 'could not be loaded' });
    await notice.waitFor();
    assert.ok(asked.times <= 2);
    await figure.evaluate((element) => /** @type {any} */ (element).seek(9));
    await notice.getByRole('button', { name: 'Try again' }).click();
    await page.locator('#more .view').waitFor();
    assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 9);
  }, /not loaded|ERR_CONNECTION|dynamically imported/);
}

inPage('tools that do not come leave a button beside a figure that works', {}, async (page) => {
  await cut(page, 'workbench.js', 2);
  const figure = await mount(page, RECIPE);
  await figure.evaluate((element) => element.setAttribute('controls', 'playground'));
  await figure.getByRole('status').filter({ hasText: 'could not be loaded' }).waitFor();
  await figure.evaluate((element) => /** @type {any} */ (element).seek(9));
  await figure.getByRole('button', { name: 'Try again' }).click();
  await figure.getByRole('tab').first().waitFor();
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 9);
}, /not loaded|ERR_CONNECTION|dynamically imported/);

inPage('an exhibit whose code does not come offers to try again', {}, async (page) => {
  await cut(page, 'exhibits-tangent-*.js', 2);
  await lesson(page, '02-gradient-descent');
  const place = page.locator('ponder-exhibit[kind=tangent]').first();
  await place.getByRole('status').filter({ hasText: 'could not be loaded' }).waitFor();
  await place.getByRole('button', { name: 'Try again' }).click();
  await place.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
  assert.ok(await exhibit(page, 'tangent').first().locator('.hands input, .hands svg').count() > 0);
}, /not loaded|ERR_CONNECTION|dynamically imported/);

/** Every worker of a page can be ended from outside, as by a browser that needs its memory; until then none hears what it is asked, so that no fast machine is done before. @param {Page} page */
const killable = (page) => page.addInitScript(() => {
  const Real = Worker;
  const made = Object.assign(window, { deaf: true, workers: /** @type {{ name?: string, worker: Worker }[]} */ ([]) });
  window.Worker = class extends Real {
    /** @param {ConstructorParameters<typeof Real>} given */
    constructor(...given) {
      super(...given);
      made.workers.push({ name: given[1]?.name, worker: this });
    }

    /** @param {any} message @param {any} [more] */
    postMessage(message, more) {
      if (!made.deaf) super.postMessage(message, more);
    }
  };
});

/** Ends a worker as soon as its end is listened for. @param {Page} page */
const kill = (page) => page.evaluate(async () => {
  const made = /** @type {any} */ (window);
  for (;;) {
    const { pending = [] } = await navigator.locks.query();
    const heard = made.workers.find((/** @type {any} */ { name }) => pending.some((lock) => lock.name === name));
    made.deaf = !heard;
    if (heard) return void heard.worker.terminate();
    await new Promise((onward) => { setTimeout(onward, 10); });
  }
});

/** Slow enough to be met in the middle. */
const LONG = { ...RECIPE, steps: 3000, runs: [{ method: 'momentum', learning_rate: 0.1, start: [-2, -2] }] };

inPage('a film whose worker dies says so, and the next one is made', {}, async (page) => {
  await killable(page);
  const figure = await open(page, LONG, 'Save');
  const make = figure.getByRole('button', { name: 'Make a GIF' });
  await make.click();
  await kill(page);
  await figure.getByText('could not be loaded, or has stopped').filter({ visible: true }).first().waitFor();
  await figure.evaluate((element) => /** @type {any} */ (element).seek(5));
  await make.click();
  await figure.getByRole('link', { name: /gif/i }).waitFor();
});

inPage('a sweep whose worker dies says so, keeps the figure, and can be made again', {}, async (page) => {
  await killable(page);
  const figure = await open(page, LONG, 'Sweeps');
  const start = figure.getByRole('button', { name: 'Try them all' });
  await start.click();
  await kill(page);
  await figure.getByText('could not be loaded, or has stopped').filter({ visible: true }).first().waitFor();
  await start.click();
  await figure.locator('.found').waitFor();
});

inPage('a worker whose code does not come is told of in the same words', {}, async (page) => {
  await cut(page, 'press.js', 1);
  const figure = await open(page, RECIPE, 'Save');
  await figure.getByRole('button', { name: 'Copy for NumPy' }).click();
  await figure.getByText('could not be loaded, or has stopped').filter({ visible: true }).first().waitFor();
}, /not loaded|ERR_CONNECTION/);
