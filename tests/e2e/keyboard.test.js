// The figure by keys alone: whatever a pointer can do, from the start that is dropped elsewhere to the data.
import assert from 'node:assert/strict';
import { inPage, mount, picture, same, twoPoints, view } from './support/browser.js';

const ALL = twoPoints([{ method: 'adam' }, { method: 'momentum' }], {
  view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'], knobs: ['learning_rate', 'momentum', 'steps'] },
});

/** What has the focus, inside the shadow. @param {import('playwright-core').Locator} figure */
const focused = (figure) => figure.evaluate((element) => {
  const active = element.shadowRoot?.activeElement;
  if (!active) return null;
  const seen = active.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return { name: active.getAttribute('aria-label') ?? active.textContent?.trim() ?? '', seen };
});

/** The reader's own moves: from the figure on with Tab to what is called so. @param {import('playwright-core').Locator} figure @param {RegExp} name */
async function tab(figure, name) {
  const { keyboard } = figure.page();
  await figure.locator('.figure').focus();
  for (let presses = 0; presses < 80; presses += 1) {
    await keyboard.press('Tab');
    const now = await focused(figure);
    if (now && name.test(now.name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** @param {import('playwright-core').Locator} figure */
const starts = (figure) => figure.evaluate((element) => /** @type {any} */ (element).recipe.runs.map((/** @type {any} */ run) => run.start));

inPage('Tab leads to every control, and each is seen when it has the focus', {}, async (page) => {
  const figure = await mount(page, ALL);
  await figure.getByRole('button', { name: 'More' }).press('Enter');
  await figure.evaluate((element) => {
    /** @type {any} */ (element).seek(10);
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  });
  const wanted = await figure.evaluate((element) => {
    const all = element.shadowRoot?.querySelectorAll('button, select, summary, input, [tabindex="0"]') ?? [];
    const able = [...all].filter((each) => each.checkVisibility() && !each.matches(':disabled, .figure') && /** @type {HTMLElement} */ (each).tabIndex === 0);
    return able.map((each) => each.getAttribute('aria-label') ?? each.textContent?.trim() ?? '');
  });
  assert.ok(wanted.length > 35, `${wanted.length} controls`);
  const met = new Set();
  await figure.locator('.figure').focus();
  for (let presses = 0; presses < wanted.length + 5; presses += 1) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(0);
    const now = await focused(figure);
    if (!now) break;
    met.add(now.name);
  }
  assert.deepEqual(wanted.filter((name) => !met.has(name)), []);
  for (const tools of ['Turn left', 'Zoom in', 'Add a point', 'Effective rates']) {
    await tab(figure, new RegExp(`^${tools}$`));
    await page.waitForTimeout(300);
    const shown = await figure.getByRole('button', { name: tools, exact: true }).evaluate((button) => getComputedStyle(/** @type {Element} */ (button.closest('.tucked'))).opacity);
    assert.equal(shown, '1', `${tools} is seen`);
  }
});

inPage('tools of a view wait unseen until it is pointed at; a finger has them at once', {}, async (page) => {
  const figure = await mount(page, ALL);
  const opacity = () => figure.locator('.contour .tucked').evaluate((tools) => getComputedStyle(tools).opacity);
  await page.mouse.move(0, 0);
  assert.equal(await opacity(), '0');
  await view(figure, 'contour').hover();
  await page.waitForTimeout(300);
  assert.equal(await opacity(), '1');
});

inPage('for fingers they are always there', { hasTouch: true, isMobile: true }, async (page) => {
  const figure = await mount(page, ALL);
  assert.equal(await figure.locator('.contour .tucked').evaluate((tools) => getComputedStyle(tools).opacity), '1');
});

inPage('a start is dropped elsewhere on the surface: by a pointer, and by Shift with arrows', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { view: { views: ['surface'], window: [[-4, 5], [-7, 2]], camera: { yaw: 30, pitch: 42 } } }));
  const surface = view(figure, 'surface');
  const [before] = await starts(figure);
  await surface.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  const [moved] = await starts(figure);
  assert.ok(moved[0] > before[0] && moved[1] > before[1], `${before} to ${moved}`);
  const [still] = [await picture(surface)];
  await page.keyboard.press('ArrowLeft');
  assert.deepEqual(await starts(figure), [moved], 'arrows alone turn');
  assert.ok(!same(await picture(surface), still));
  await page.keyboard.press('ArrowRight');
  const spot = await ring(figure);
  await page.mouse.move(spot.x, spot.y);
  assert.equal(await surface.evaluate((canvas) => getComputedStyle(canvas).cursor), 'move');
  await page.mouse.down();
  await page.mouse.move(spot.x + 40, spot.y + 40, { steps: 5 });
  await page.mouse.up();
  const [dropped] = await starts(figure);
  assert.ok(Math.abs(dropped[0] - moved[0]) + Math.abs(dropped[1] - moved[1]) > 0.2, `${moved} to ${dropped}`);
  const box = await surface.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
  const seen = await picture(surface);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 90, (box?.y ?? 0) + 12, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await starts(figure), [dropped], 'elsewhere a drag turns');
  assert.ok(!same(await picture(surface), seen));
});

/** Where a start's ring is drawn: the middle of what has the run's colour at step 0. @param {import('playwright-core').Locator} figure */
async function ring(figure) {
  await figure.evaluate((element) => /** @type {any} */ (element).seek(0));
  const surface = view(figure, 'surface');
  const [{ data, width }, box] = [await picture(surface), await surface.boundingBox()];
  const spots = [];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] > 180 && data[i + 1] < 80 && data[i + 2] < 80) spots.push([(i / 4) % width, Math.floor(i / 4 / width)]);
  }
  const middle = [0, 1].map((axis) => spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length);
  return { x: (box?.x ?? 0) + middle[0], y: (box?.y ?? 0) + middle[1] };
}

inPage('while a question is open the start stays on the surface', {}, async (page) => {
  const ponders = [{ id: 'q', at: 0, kind: 'type', ask: 'How low?' }];
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { view: { views: ['surface'] }, ponders }));
  await view(figure, 'surface').focus();
  await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await starts(figure), [[-2, -2]]);
});

inPage('one journey by keys: turn, read, zoom, change the data, the curves, the rates and the heights', {}, async (page) => {
  const figure = await mount(page, ALL);
  const { keyboard } = page;
  const changes = async (/** @type {string} */ name, /** @type {string[]} */ keys) => {
    const place = view(figure, name);
    const before = await picture(place);
    for (const key of keys) await keyboard.press(key);
    await page.waitForTimeout(400);
    assert.ok(!same(await picture(place), before), `${name}: ${keys.join(' ')}`);
  };
  await figure.locator('.figure').focus();
  await keyboard.press('4');
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 24);
  await tab(figure, /loss surface in three/);
  await changes('surface', ['ArrowLeft']);
  await tab(figure, /a map of the loss/);
  await changes('contour', ['+', '+']);
  await changes('contour', ['Shift+ArrowUp']);
  await changes('contour', ['0']);
  await keyboard.press('c');
  await keyboard.press(']');
  assert.match(await figure.locator('.readout').innerText(), /step 24/);
  await keyboard.press('c');
  await changes('contour', ['ArrowRight', 'ArrowUp']);
  await tab(figure, /The data and the curve/);
  await changes('fit', ['ArrowUp', 'ArrowUp']);
  const rows = () => figure.evaluate((element) => /** @type {any} */ (element).recipe.surface.data.length);
  const had = await rows();
  await keyboard.press('Insert');
  assert.equal(await rows(), had + 1);
  await keyboard.press('Delete');
  await tab(figure, /^Effective rates$/);
  await changes('curves', ['Enter']);
  await tab(figure, /^More$/);
  await keyboard.press('Enter');
  await tab(figure, /^Log heights$/);
  await changes('surface', ['Enter']);
  await tab(figure, /^How fair is this race\?/);
  await keyboard.press('Enter');
  assert.ok(await figure.locator('.race table').first().isVisible());
  await tab(figure, /^Numbers$/);
  await keyboard.press('Enter');
  assert.ok(await figure.locator('.table table').isVisible());
  await keyboard.press('Escape');
});

inPage('a memory of squares says that nothing of it is drawn, one that is a direction does not', {}, async (page) => {
  const said = async (/** @type {string} */ method) => {
    const figure = await mount(page, twoPoints([{ method, learning_rate: 0.1 }], { view: { views: ['contour'] } }));
    await figure.evaluate((element) => /** @type {any} */ (element).seek(6));
    await figure.locator('.figure').focus();
    await page.keyboard.press('p');
    for (let part = 0; part < 2; part += 1) await page.keyboard.press('ArrowRight');
    await picture(view(figure, 'contour'));
    return figure.locator('.run .end').innerText();
  };
  assert.match(await said('adagrad'), /^Memory .*no arrow on the map$/);
  assert.match(await said('rmsprop'), /no arrow on the map$/);
  assert.doesNotMatch(await said('momentum'), /no arrow/);
});
