// A panic in wasm: the call is made again on a fresh instance, and every figure of the page goes on as it was.
// The wasm of this test has an export that panics; the one that is shipped has not.
import assert from 'node:assert/strict';
import { MOMENTUM, count, inPage, picture, same, twoPoints, view } from './support/browser.js';
import { open } from './support/panic.js';

const RECIPE = twoPoints([{ method: 'momentum' }], { view: { views: ['surface', 'contour'] } });

inPage('a call that panics once is made again', {}, async (page) => {
  await open(page);
  const [tries, equal] = await page.evaluate((recipe) => {
    const { call, trajectory } = /** @type {any} */ (globalThis).ponder;
    const before = trajectory(recipe);
    let tries = 0;
    const after = call((/** @type {any} */ glue) => {
      tries += 1;
      if (tries === 1) glue.boom();
      return glue.trajectory(recipe);
    });
    return [tries, after.every((/** @type {number} */ n, /** @type {number} */ i) => n === before[i])];
  }, RECIPE);
  assert.deepEqual([tries, equal], [2, true]);
});

inPage('one that always panics is an Error, not a trap', {}, async (page) => {
  await open(page);
  const [kind, message, alive] = await page.evaluate((recipe) => {
    const { call, trajectory } = /** @type {any} */ (globalThis).ponder;
    try {
      call((/** @type {any} */ glue) => glue.boom());
      return ['nothing', '', 0];
    } catch (error) {
      return [error instanceof WebAssembly.RuntimeError ? 'a trap' : 'an Error', /** @type {Error} */ (error).message, trajectory(recipe).length];
    }
  }, RECIPE);
  assert.deepEqual([kind, alive], ['an Error', 61 * 3], message);
});

for (const [name, what] of [['a panic', 'boom'], ['no memory left', 'exhaust']]) {
  inPage(`${name} while drawing: a card, and the figure goes on where it was; the other one never notices`, {}, async (page) => {
    await open(page);
    await page.evaluate(async (recipe) => {
      for (const step of [20, 21]) {
        const element = /** @type {any} */ (document.createElement('ponder-figure'));
        element.recipe = recipe;
        document.body.append(element);
        await element.ready;
        element.skip();
        element.seek(step);
      }
    }, { ...RECIPE, ponders: [{ at: 9, kind: 'type', ask: 'The loss?', answer: 1 }] });
    const [figure, other] = [page.locator('ponder-figure').first(), page.locator('ponder-figure').last()];
    // Frames that are still on their way, on a busy machine, would spend the fuse.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    await page.evaluate((what) => /** @type {any} */ (globalThis).ponder.light(what, 2), what);
    await figure.evaluate((element) => /** @type {any} */ (element).seek(30));
    const card = figure.getByRole('alert');
    await card.waitFor();
    assert.match(await card.innerText(), /This figure has stopped\n+What you set and answered is kept/);
    assert.equal(await other.locator('.view').count(), 2);
    await other.evaluate((element) => /** @type {any} */ (element).seek(40));
    await card.getByRole('button', { name: 'Go on' }).click();
    await figure.locator('.view').first().waitFor();
    assert.equal(await card.count(), 0);
    assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 30);
    assert.match(await figure.locator('.ponder').innerText(), /Skipped/);
    assert.equal(await other.evaluate((element) => /** @type {any} */ (element).step), 40);
  });
}

inPage('a hundred panics: figures and runs go on where they were', {}, async (page) => {
  await open(page);
  await page.evaluate(async (recipe) => {
    const { Run } = /** @type {any} */ (globalThis).ponder;
    for (let i = 0; i < 2; i += 1) {
      const element = /** @type {any} */ (document.createElement('ponder-figure'));
      element.recipe = recipe;
      document.body.append(element);
      await element.ready;
      element.seek(20 + i);
    }
    const run = new Run(recipe, 0);
    for (let t = 0; t < 5; t += 1) run.next();
    Object.assign(globalThis, { run });
  }, RECIPE);
  const figure = page.locator('ponder-figure').first();
  const before = await picture(view(figure, 'contour'));
  const slowest = await page.evaluate(() => {
    const { call } = /** @type {any} */ (globalThis).ponder;
    let slowest = 0;
    for (let i = 0; i < 100; i += 1) {
      const start = performance.now();
      try {
        call((/** @type {any} */ glue) => glue.boom());
      } catch {
        slowest = Math.max(slowest, performance.now() - start);
      }
    }
    return slowest;
  });
  assert.ok(slowest < 500, `${slowest} ms for a fresh instance`);
  await figure.evaluate((element) => /** @type {any} */ (element).seek(40));
  assert.ok(count(await picture(view(figure, 'contour')), MOMENTUM) > count(before, MOMENTUM));
  await figure.evaluate((element) => /** @type {any} */ (element).seek(20));
  assert.ok(same(await picture(view(figure, 'contour')), before), 'the same picture as before the panics');
  const other = page.locator('ponder-figure').last();
  assert.equal(await other.evaluate((element) => /** @type {any} */ (element).step), 21);
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).run.next().t), 5);
});
