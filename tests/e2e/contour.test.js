// The map under a reader's hands: read, zoomed and panned by mouse, keys and fingers, linked with the other views.
import assert from 'node:assert/strict';
import { inPage, mount, picture, said, same, twoPoints, view } from './support/browser.js';

/** @typedef {import('playwright-core').Locator} Locator */

const MAP = { view: { views: ['contour'] } };
const RUN = twoPoints([{ method: 'momentum' }], MAP);

/** @param {Locator} figure @param {number} step */
const seek = (figure, step) => figure.evaluate((element, step) => /** @type {any} */ (element).seek(step), step);

/** @param {Locator} figure */
const step = (figure) => figure.evaluate((element) => /** @type {any} */ (element).step);

/** What is read under the map. @param {Locator} figure */
const read = (figure) => figure.locator('.readout').evaluate((readout) => [...readout.querySelectorAll('span > span')].map((cell) => cell.textContent).filter(Boolean).join(' '));

/** @param {Locator} place @returns {Promise<{ x: number, y: number, width: number, height: number }>} */
async function box(place) {
  const found = await place.boundingBox();
  if (!found) throw new Error('it has no place');
  return found;
}

/** @param {import('playwright-core').Page} page */
const rest = (page) => page.waitForTimeout(400);

/** Whether the map shows its own window. @param {Locator} figure */
const whole = async (figure) => (await figure.getByRole('button', { name: 'Whole view' }).count()) === 0;

/** Moves the pointer over the map until the figure has such a part, and leaves it there. @param {Locator} figure @param {string} part */
async function search(figure, part) {
  const at = await view(figure, 'contour').evaluate((canvas, part) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const root = /** @type {ShadowRoot} */ (canvas.getRootNode());
    for (let y = 12; y < height - 50; y += 4) {
      for (let x = 0.2 * width; x < 0.8 * width; x += 4) {
        canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, pointerType: 'mouse' }));
        const found = root.querySelector(part);
        canvas.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
        if (found) return [left + x, top + y];
      }
    }
    throw new Error('nowhere on the map');
  }, part);
  await figure.page().mouse.move(at[0], at[1]);
  return at;
}

inPage('the pointer reads the land, and a path’s point in full; nothing moves for it', {}, async (page) => {
  const figure = await mount(page, RUN);
  await seek(figure, 40);
  const map = view(figure, 'contour');
  const { x, y, width, height } = await box(map);
  const before = await box(figure.locator('.player'));
  await page.mouse.move(x + 0.3 * width, y + 0.2 * height);
  assert.match(await read(figure), /^w −?\d+\.\d\d b −?\d+\.\d\d loss 0\.\d{3} gradient \(.+, .+\)$/);
  await page.keyboard.press('Tab');
  await map.focus();
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('[');
  const points = await figure.evaluate((element) => [.../** @type {any} */ (element).points(0)]);
  assert.match(await read(figure), /Momentum, step 35 loss/);
  assert.ok((await read(figure)).endsWith(`loss ${points[3 * 35 + 2]}`), 'every digit');
  assert.equal(await step(figure), 40, 'the step that is shown stays');
  await said(figure, /Momentum, step 35/);
  for (let i = 0; i < 20; i += 1) await page.keyboard.press(']');
  assert.match(await read(figure), /step 40/, 'nothing that has not been shown');
  assert.deepEqual(await box(figure.locator('.player')), before);
  await page.keyboard.press('Escape');
  assert.equal(await read(figure), '');
});

inPage('while a place is asked for nothing is read', {}, async (page) => {
  const figure = await mount(page, { ...RUN, ponders: [{ at: 3, kind: 'click', ask: 'Where is the lowest ground?' }] });
  const map = view(figure, 'contour');
  const { x, y, width, height } = await box(map);
  for (const at of [0, 3]) {
    await seek(figure, at);
    await page.mouse.move(x + 0.5 * width, y + 0.4 * height);
    await page.mouse.move(x + 0.4 * width, y + 0.4 * height);
    assert.equal(await read(figure), '', `step ${at}`);
  }
  await map.focus();
  for (const key of ['c', '[', ']']) await page.keyboard.press(key);
  assert.equal(await read(figure), '');
  assert.ok(await figure.locator('.cursor').isHidden());
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  await page.mouse.move(x + 0.45 * width, y + 0.4 * height);
  assert.match(await read(figure), /^w /);
});

inPage('Ctrl and the wheel zoom where the pointer is, the wheel alone scrolls, Whole view comes back', {}, async (page) => {
  const figure = await mount(page, RUN);
  await seek(figure, 20);
  const map = view(figure, 'contour');
  const { x, y, width, height } = await box(map);
  const home = await picture(map);
  const at = [x + 0.4 * width, y + 0.3 * height];
  await page.mouse.move(at[0], at[1]);
  const before = await read(figure);
  await page.mouse.wheel(0, -100);
  await rest(page);
  assert.ok(await whole(figure));
  await page.keyboard.down('Control');
  for (let i = 0; i < 6; i += 1) {
    await page.mouse.wheel(0, -100);
    await rest(page);
  }
  await page.keyboard.up('Control');
  assert.ok(!(await whole(figure)));
  await page.mouse.move(at[0] + 1, at[1]);
  await page.mouse.move(at[0], at[1]);
  const numbers = (/** @type {string} */ text) => text.replaceAll('−', '-').match(/-?\d+\.\d+/g)?.map(Number) ?? [];
  const [was, is] = [numbers(before), numbers(await read(figure))];
  assert.ok(Math.abs(was[0] - is[0]) < 0.2 && Math.abs(was[1] - is[1]) < 0.2, `${was} is still there: ${is}`);
  const near = await picture(map);
  assert.ok(!same(near, home));
  await figure.evaluate((element) => {
    element.remove();
    document.body.append(element);
    return /** @type {any} */ (element).ready;
  });
  await page.mouse.move(0, 0);
  assert.ok(!(await whole(figure)), 'it outlives the wasm’s instance');
  await figure.getByRole('button', { name: 'Whole view' }).click();
  await rest(page);
  await page.mouse.move(0, 0);
  assert.ok(same(await picture(map), home));
});

inPage('a drag on the land pans, one on the start moves the start', {}, async (page) => {
  const figure = await mount(page, RUN);
  const map = view(figure, 'contour');
  const { x, y, width, height } = await box(map);
  const start = () => figure.evaluate((element) => String(/** @type {any} */ (element).points(0).slice(0, 2)));
  const drag = async (/** @type {number[]} */ [fromX, fromY]) => {
    await page.mouse.move(fromX, fromY);
    await page.mouse.down();
    await page.mouse.move(fromX + 60, fromY - 30, { steps: 4 });
    await page.mouse.up();
    await rest(page);
  };
  await drag([x + 0.55 * width, y + 0.6 * height]);
  assert.ok(!(await whole(figure)));
  assert.equal(await start(), '-2,-2');
  await drag(await search(figure, '.canvas.grab'));
  assert.notEqual(await start(), '-2,-2');
});

inPage('keys zoom, pan and read; the start still moves with arrows alone', {}, async (page) => {
  const figure = await mount(page, RUN);
  const map = view(figure, 'contour');
  await map.focus();
  const start = () => figure.evaluate((element) => String(/** @type {any} */ (element).points(0).slice(0, 2)));
  for (const [key, back] of [['+', '0'], ['-', '0'], ['Shift+ArrowLeft', '0']]) {
    await page.keyboard.press(key);
    await rest(page);
    assert.ok(!(await whole(figure)), key);
    await page.keyboard.press(back);
    await rest(page);
    assert.ok(await whole(figure), back);
  }
  assert.equal(await start(), '-2,-2');
  await page.keyboard.press('c');
  const first = await read(figure);
  assert.match(first, /Momentum, step 0/);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowUp');
  assert.match(await read(figure), /gradient/);
  assert.equal(await start(), '-2,-2', 'the cursor has moved, not the start');
  assert.ok(await figure.locator('.cursor').isVisible());
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowUp');
  assert.notEqual(await start(), '-2,-2');
  assert.equal(await step(figure), 0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  assert.equal(await step(figure), 1, 'out of the map, arrows are the figure’s');
});

inPage('an arrow on the map lights its term, and names itself', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { view: { views: ['contour', 'rule'] } }));
  await seek(figure, 14);
  const map = view(figure, 'contour');
  const plain = await picture(map);
  const lit = () => figure.locator('.law-symbols .lit').allTextContents();
  const at = await search(figure, '.canvas.lit');
  assert.ok(['v', '∇w'].includes((await lit())[0]), String(await lit()));
  const pointed = await picture(map);
  assert.ok(!same(pointed, plain));
  await page.mouse.move(at[0] + 150, at[1] + 150);
  assert.deepEqual(await lit(), []);
  await page.mouse.move(0, 0);
  assert.ok(same(await picture(map), plain));
});

inPage('a step that is pointed at in one view is marked in all', { viewport: { width: 1000, height: 2000 } }, async (page) => {
  const figure = await mount(page, { ...RUN, view: { views: ['surface', 'contour', 'curves', 'table'] } });
  await seek(figure, 30);
  await figure.locator('summary', { hasText: 'Numbers' }).click();
  await figure.locator('tbody tr').nth(30).waitFor();
  const names = ['surface', 'contour', 'curves'];
  const all = () => Promise.all(names.map((name) => picture(view(figure, name))));
  const plain = await all();
  await figure.locator('tbody tr').nth(25).hover();
  const row = await all();
  names.forEach((name, i) => assert.ok(!same(row[i], plain[i]), name));
  assert.match(await read(figure), /Momentum, step 25 loss/);
  assert.equal(await step(figure), 30);
  await view(figure, 'curves').focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft');
  assert.deepEqual(await figure.locator('tr.pointed th').allTextContents(), ['20'], 'from where the pointer is');
  await page.mouse.move(0, 0);
  await page.keyboard.press('Escape');
  assert.equal(await figure.locator('tr.pointed').count(), 0);
  await search(figure, 'tr.pointed');
  assert.match(await read(figure), /Momentum, step \d+ loss 0\.\d{9}/);
});

inPage('two fingers stretch the map, one scrolls the page', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } }, async (page) => {
  const figure = await mount(page, RUN);
  await page.evaluate(() => document.body.append(document.createElement('main')));
  const map = view(figure, 'contour');
  const { x, y, width, height } = await box(map);
  const [middle, low] = [x + 0.7 * width, y + 0.3 * height];
  const session = await page.context().newCDPSession(page);
  const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number[][]} */ points) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  await touch('touchStart', [[middle, low]]);
  await touch('touchEnd', []);
  assert.match(await read(figure), /^w .+gradient/, 'a touch reads');
  await touch('touchStart', [[middle - 20, low], [middle + 20, low]]);
  for (let by = 25; by <= 60; by += 5) await touch('touchMove', [[middle - by, low], [middle + by, low]]);
  await touch('touchEnd', []);
  await rest(page);
  assert.ok(!(await whole(figure)));
  for (const button of await figure.locator('.zoom button').all()) {
    const { width, height } = await box(button);
    assert.ok(Math.min(width, height) > 43.9, `${width} × ${height}`);
  }
  const taken = await map.evaluate((canvas, [clientX, clientY]) => {
    const finger = new Touch({ identifier: 1, target: canvas, clientX, clientY });
    return !canvas.dispatchEvent(new TouchEvent('touchstart', { touches: [finger], cancelable: true, bubbles: true }));
  }, [middle, low]);
  assert.equal(taken, false, 'one finger is the page’s');
});
