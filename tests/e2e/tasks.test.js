// The twelve tasks of docs/accessibility.md, by keys alone: Tab, Enter, Space, arrows, letters. After every key the focus is
// somewhere, in sight and ringed.
import assert from 'node:assert/strict';
import { inPage, mount, picture, said, same, site, twoPoints, view } from './support/browser.js';
import { focus, kept, press, tab } from './support/focus.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

/** Every other task is done in the dark; without motion, so that what comes into sight is there at once. */
const [LIGHT, DARK] = /** @type {const} */ (['light', 'dark']).map((colorScheme) => ({ colorScheme, reducedMotion: /** @type {const} */ ('reduce') }));

const RUN = twoPoints([{ method: 'momentum' }], { title: 'A valley', view: { views: ['surface', 'contour', 'rule'] } });

/** @param {Locator} figure @param {string} name */
const get = (figure, name) => figure.evaluate((element, name) => /** @type {any} */ (element)[name], name);

/** @param {Page} page @param {string} key @param {number} times */
const again = (page, key, times) => press(page, ...Array.from({ length: times }, () => key));

inPage('1 play, and stop at step 37', LIGHT, async (page) => {
  const figure = await mount(page, RUN);
  await tab(page, /^A valley$/);
  await press(page, 'Space');
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step > 3);
  await press(page, 'Space');
  assert.equal(await get(figure, 'playing'), false);
  await press(page, 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  assert.equal(await get(figure, 'step'), 37);
  await said(figure, /^Step 37 of 60\. Momentum: loss/);
});

inPage('2 a learning rate of 0.3, and from the start', DARK, async (page) => {
  const figure = await mount(page, RUN);
  await press(page, 'Tab', 'Shift+ArrowRight');
  await tab(page, /^learning rate/);
  const rate = async () => (await get(figure, 'recipe')).runs[0].learning_rate;
  while (await rate() > 0.3) await press(page, 'ArrowLeft');
  assert.equal(await rate(), 0.3);
  await press(page, 'r');
  assert.equal(await get(figure, 'step'), 0);
  assert.match((await focus(page))?.name ?? '', /^learning rate/, 'the focus stays');
});

inPage('3 a question of each kind', LIGHT, async (page) => {
  const ponders = [
    { id: 'choose', at: 0, kind: 'choose', ask: 'Which way?', options: [{ text: 'Left', right: false }, { text: 'Right', right: true }] },
    { id: 'type', at: 10, kind: 'type', ask: 'The loss at step 20?', answer: { value: 0.4, tolerance: 0.1 } },
    { id: 'order', at: 20, kind: 'order', ask: 'In order.', options: ['one', 'two'] },
    { id: 'click', at: 30, kind: 'click', ask: 'Where at step 40?', answer: { value: [2, -2], tolerance: 9 } },
    { id: 'draw', at: 40, kind: 'draw', ask: 'Which way next?', answer: { value: [2, -2], tolerance: 9 } },
  ];
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { title: 'A valley', view: { views: ['contour'], window: [[-4, 5], [-7, 2]] }, ponders }));
  const heard = await figure.evaluateHandle((element) => {
    /** @type {any[]} */
    const all = [];
    element.addEventListener('answer', (event) => all.push(/** @type {CustomEvent} */ (event).detail));
    return all;
  });
  const on = async (/** @type {number} */ count) => {
    assert.equal((await heard.jsonValue()).length, count);
    assert.match((await focus(page))?.name ?? '', /Right\.|Not quite\.|another way/, 'the verdict has the focus');
    await tab(page, /^Go on$/);
    await press(page, 'Enter');
    if (await get(figure, 'playing')) await page.waitForFunction(() => !(/** @type {any} */ (document.querySelector('ponder-figure')).playing));
  };
  await tab(page, /^Predict$/);
  await press(page, 'Enter', 'ArrowDown');
  await tab(page, /^Commit$/);
  await press(page, 'Enter');
  await on(1);
  await tab(page, /^Your number$/);
  await press(page, '0', '.', '4', 'Enter');
  await on(2);
  await tab(page, /^Move down: (one|two)$/);
  await press(page, 'Enter');
  await tab(page, /^Commit$/);
  await press(page, 'Enter');
  await on(3);
  for (const count of [4, 5]) {
    await tab(page, /a map of the loss/);
    await press(page, 'ArrowRight', 'ArrowDown');
    await press(page, 'Enter');
    assert.equal((await heard.jsonValue()).length, count);
    if (count === 4) await on(4);
  }
});

inPage('4 another start on the map', DARK, async (page) => {
  const figure = await mount(page, RUN);
  await tab(page, /a map of the loss/);
  await press(page, 'ArrowRight', 'ArrowUp');
  const [w, b] = (await get(figure, 'recipe')).runs[0].start;
  assert.ok(w > -2 && b > -2, `${w} ${b}`);
  await said(figure, /^The start is at w −1\.\d+, b −1\.\d+\.$/);
});

inPage('5 turn the surface, and come back', LIGHT, async (page) => {
  const figure = await mount(page, RUN);
  await tab(page, /the loss surface/);
  const before = await picture(view(figure, 'surface'));
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowUp');
  assert.ok(!same(await picture(view(figure, 'surface')), before));
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown');
  assert.ok(same(await picture(view(figure, 'surface')), before));
  await press(page, 'Escape');
  assert.equal((await focus(page))?.name, 'A valley');
});

inPage('6 the third term of a rule', DARK, async (page) => {
  const figure = await mount(page, RUN);
  await tab(page, /^The rule of Momentum/);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  assert.equal(await figure.locator('.law .at').textContent(), '∇w');
  await said(figure, /^the gradient/);
});

inPage('7 the losses of two runs', LIGHT, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'adam' }, { method: 'momentum' }], { title: 'A race', view: { views: ['curves', 'table'] } }));
  await press(page, 'Tab', '5');
  await said(figure, /^Step 30 of 60\. Adam: loss [\d.]+ at .+ Momentum: loss [\d.]+ at /);
  await tab(page, /^Curves/);
  await press(page, 'ArrowLeft');
  await said(figure, /step 29\s+Adam [\d.]+\s+Momentum [\d.]+/);
  await tab(page, /^Numbers$/);
  await press(page, 'Enter');
  assert.ok(await figure.locator('.table table').isVisible());
});

inPage('8 a function of one’s own in the playground', DARK, async (page) => {
  await page.goto(`${site}playground.html`);
  const figure = page.locator('ponder-figure').first();
  await figure.evaluate((/** @type {any} */ element) => element.ready);
  await figure.getByRole('tab', { name: 'Function' }).waitFor();
  await tab(page, /^Surface/);
  await press(page, 'Home');
  await tab(page, /your function|f\(w, b\)|Your function/i);
  const before = await picture(view(figure, 'contour'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('w^2 + 3*b^2');
  await kept(page, 'typing');
  assert.equal((await get(figure, 'recipe')).surface.expression, 'w^2 + 3*b^2');
  await page.waitForTimeout(500);
  assert.ok(!same(await picture(view(figure, 'contour')), before));
});

/** To a tool: with Tab to the tabs, with arrows along them. @param {Page} page @param {Locator} figure @param {string} name */
async function tool(page, figure, name) {
  await figure.evaluate((element) => element.setAttribute('controls', 'playground'));
  await figure.getByRole('tab', { name }).waitFor();
  await tab(page, /^Function$/);
  for (let i = 0; i < 7 && (await focus(page))?.name !== name; i += 1) await press(page, 'ArrowRight');
}

inPage('9 data pasted', { ...LIGHT, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  const figure = await mount(page, RUN);
  await page.evaluate(() => navigator.clipboard.writeText('1,0.1\n2,0.7\n3,0.8\n'));
  await tool(page, figure, 'Data');
  await tab(page, /^Row 1, x$/);
  await press(page, 'Control+v');
  assert.deepEqual((await get(figure, 'recipe')).surface.data, [[1, 0.1], [2, 0.7], [3, 0.8]]);
});

inPage('10 a sweep begun and cancelled, one row of it left', DARK, async (page) => {
  const figure = await mount(page, { ...RUN, steps: 60_000 });
  await tool(page, figure, 'Sweeps');
  await tab(page, /^Learning rates$/);
  await press(page, 'ArrowDown');
  await tab(page, /^Try them all$/);
  await press(page, 'Enter');
  assert.equal((await focus(page))?.name, 'Cancel', 'the way out has the focus');
  await press(page, 'Enter');
  await figure.getByRole('button', { name: 'Try them all' }).waitFor();
  await kept(page, 'cancelling');
  assert.match((await focus(page))?.name ?? '', /^Try them all$/);
  await said(figure, /Stopped at/);
});

inPage('11 a link copied', { ...LIGHT, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  const figure = await mount(page, RUN);
  await tool(page, figure, 'Share');
  await tab(page, /^Copy link$/);
  await press(page, 'Enter');
  await figure.locator('[role=status]').filter({ hasText: 'Copied' }).first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /v=1&/);
});

inPage('12 out of the figure, and on in the page', DARK, async (page) => {
  await mount(page, RUN);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#on';
    link.textContent = 'What comes next';
    document.body.append(link);
  });
  await tab(page, /^Play$/);
  await press(page, 'Escape', 'Escape');
  assert.match((await focus(page))?.name ?? '', /^Outside the figure/);
  await page.keyboard.press('Tab');
  assert.equal((await focus(page))?.name, 'What comes next');
  await page.keyboard.press('Shift+Tab');
  assert.notEqual(await focus(page), null);
});
