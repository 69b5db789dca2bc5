// The data under a reader's hands: points dragged, added and removed, and every run that follows them.
import assert from 'node:assert/strict';
import { inPage, mount, picture, said, same, twoPoints, view } from './support/browser.js';

const FIGURE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour', 'fit'] } });

/** @param {import('playwright-core').Locator} figure @returns {Promise<[number, number][]>} */
const data = (figure) => figure.evaluate((element) => /** @type {any} */ (element).recipe.surface.data);

/** Whether the run shown is that of the recipe shown. @param {import('playwright-core').Locator} figure */
const honest = (figure) => figure.evaluate(async (element) => {
  const it = /** @type {any} */ (element);
  const { trajectory } = await import(new URL('ponder.js', location.href).href);
  const { surface, runs, steps } = it.recipe;
  return String(trajectory({ surface, runs, steps })) === String(it.points(0));
});

/** @param {import('playwright-core').Locator} figure */
const end = (figure) => figure.evaluate((element) => String(/** @type {any} */ (element).points(0).slice(-3)));

/** Where the chosen point's ring is on the screen. @param {import('playwright-core').Locator} figure */
async function ring(figure) {
  const box = await figure.locator('.chosen').boundingBox();
  if (!box) throw new Error('no point is chosen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** @param {import('playwright-core').Page} page */
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** @param {import('playwright-core').Page} page @param {number[]} from @param {number[]} to */
async function drag(page, [x, y], [toX, toY]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(toX, toY, { steps: 4 });
  await page.mouse.up();
}

inPage('a dragged point takes surface and run with it, and the view stays still', {}, async (page) => {
  const figure = await mount(page, FIGURE);
  await view(figure, 'fit').focus();
  await frames(page);
  const [before, map, from] = [await end(figure), await picture(view(figure, 'contour')), await ring(figure)];
  await drag(page, from, [from[0] + 60, from[1] - 40]);
  const [[x, y], other] = await data(figure);
  assert.ok(x > 0.5 && y > 0.2, `${x}, ${y}`);
  assert.deepEqual(other, [2.5, 0.9]);
  assert.notEqual(await end(figure), before);
  assert.ok(await honest(figure));
  assert.ok(!same(map, await picture(view(figure, 'contour'))));
  const now = await ring(figure);
  assert.ok(Math.hypot(now[0] - from[0] - 60, now[1] - from[1] + 40) < 2, 'the point lies under the pointer');
});

inPage('dragged out a point is gone, dragged back it is there again; the last one stays', {}, async (page) => {
  const figure = await mount(page, FIGURE);
  await view(figure, 'fit').focus();
  await frames(page);
  const from = await ring(figure);
  const box = await view(figure, 'fit').boundingBox();
  if (!box) throw new Error('the fit has a place');
  const outside = [from[0], box.y + box.height + 30];
  await page.mouse.move(from[0], from[1]);
  await page.mouse.down();
  await page.mouse.move(outside[0], outside[1], { steps: 3 });
  await frames(page);
  assert.deepEqual(await data(figure), [[2.5, 0.9]]);
  await page.mouse.move(from[0], from[1], { steps: 3 });
  await frames(page);
  assert.equal((await data(figure)).length, 2);
  await page.mouse.move(outside[0], outside[1], { steps: 3 });
  await page.mouse.up();
  assert.deepEqual(await data(figure), [[2.5, 0.9]]);
  assert.ok(await honest(figure));
  await page.keyboard.press('Escape');
  await view(figure, 'fit').focus();
  await frames(page);
  await drag(page, await ring(figure), outside);
  assert.equal((await data(figure)).length, 1);
});

inPage('a double click adds a point there, buttons add and remove one and bring the data back', {}, async (page) => {
  const figure = await mount(page, FIGURE);
  const box = await view(figure, 'fit').boundingBox();
  if (!box) throw new Error('the fit has a place');
  const before = await end(figure);
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  const added = (await data(figure))[2];
  assert.ok(Math.abs(added[0] - 1.5) < 0.3 && Math.abs(added[1] - 0.5) < 0.15, `${added}`);
  await said(figure, /^Point 3 of 3: x 1\.\d+, y 0\.\d+\.$/);
  await figure.getByRole('button', { name: 'Add a point' }).click();
  assert.equal((await data(figure)).length, 4);
  await figure.getByRole('button', { name: 'Remove the chosen point' }).click();
  assert.deepEqual((await data(figure))[2], added);
  assert.equal((await data(figure)).length, 3);
  assert.ok(await honest(figure));
  const back = figure.getByRole('button', { name: 'Data as they came' });
  await back.click();
  assert.equal(await data(figure), 'two-points');
  assert.equal(await end(figure), before);
  assert.ok(await back.isDisabled());
});

inPage('keys choose, move, add and remove, and the host is told what changed', {}, async (page) => {
  const figure = await mount(page, FIGURE);
  await figure.evaluate((element) => element.addEventListener('change', (event) => { document.title = /** @type {CustomEvent} */ (event).detail.said; }));
  await view(figure, 'fit').focus();
  await page.keyboard.press(']');
  await page.keyboard.press('ArrowUp');
  const [first, second] = await data(figure);
  assert.deepEqual([first, second[0]], [[0.5, 0.2], 2.5]);
  assert.ok(second[1] > 0.9);
  await said(figure, `Point 2 of 2: x 2.50, y ${second[1].toPrecision(3)}.`);
  // Above everything that the neuron can answer: the view makes room.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowUp');
  assert.ok((await data(figure))[1][1] > 1.1);
  await frames(page);
  await ring(figure);
  await page.keyboard.press('Insert');
  assert.equal((await data(figure)).length, 3);
  assert.equal(await page.title(), 'Changed: data (n = 3).');
  for (const left of [2, 1, 1]) {
    await page.keyboard.press('Delete');
    assert.equal((await data(figure)).length, left);
  }
  await said(figure, 'The last point stays.');
  assert.ok(await honest(figure));
});

inPage('while a question waits the data are locked', {}, async (page) => {
  const figure = await mount(page, { ...FIGURE, ponders: [{ at: 0, kind: 'type', ask: 'How much?' }] });
  await view(figure, 'fit').focus();
  await frames(page);
  const from = await ring(figure);
  await drag(page, from, [from[0] + 50, from[1] - 30]);
  for (const key of ['ArrowUp', 'Insert', 'Delete']) await page.keyboard.press(key);
  await page.mouse.dblclick(from[0] + 90, from[1] - 60);
  const add = figure.getByRole('button', { name: 'Add a point' });
  assert.ok(await add.isDisabled());
  assert.equal(await data(figure), 'two-points');
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  await add.click();
  assert.equal((await data(figure)).length, 3);
});

inPage('a finger drags a point and scrolls the page elsewhere; what it aims at is large', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, async (page) => {
  const figure = await mount(page, FIGURE);
  await view(figure, 'fit').focus();
  await frames(page);
  const from = await ring(figure);
  const taken = (/** @type {number[]} */ at) => view(figure, 'fit').evaluate((canvas, [clientX, clientY]) => {
    const touch = new Touch({ identifier: 1, target: canvas, clientX, clientY });
    return !canvas.dispatchEvent(new TouchEvent('touchstart', { touches: [touch], cancelable: true, bubbles: true }));
  }, at);
  assert.deepEqual([await taken([from[0] + 20, from[1]]), await taken([from[0] + 100, from[1] - 60])], [true, false]);
  for (const button of await figure.locator('.view.fit button').all()) {
    const box = await button.boundingBox();
    assert.ok(box && Math.min(box.width, box.height) > 43.9, JSON.stringify(box));
  }
});
