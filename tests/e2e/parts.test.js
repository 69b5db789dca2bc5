// A step in parts, by keyboard alone.
import assert from 'node:assert/strict';
import { inPage, mount, picture, said, same, twoPoints, view } from './support/browser.js';

const VIEWS = { view: { views: ['contour', 'curves', 'rule'] } };

/** @typedef {import('playwright-core').Locator} Locator */

/** The part that the figure is at, and the step that its host sees. @param {Locator} figure */
const moment = async (figure) => {
  const step = await figure.evaluate((element) => /** @type {any} */ (element).step);
  return [step, ...(await figure.locator('.parts [aria-current]').allTextContents())].join(' ');
};

inPage('by keys a step goes part by part, on and back, and every picture comes back', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'nesterov' }], VIEWS));
  const [map, loss] = [view(figure, 'contour'), view(figure, 'curves')];
  await figure.evaluate((element) => /** @type {any} */ (element).seek(6));
  const whole = await picture(map);
  await figure.locator('.figure').focus();
  await page.keyboard.press('p');
  await said(figure, /^Steps go part by part\.$/);
  const seen = [];
  for (let i = 0; i < 7; i += 1) {
    seen.push({ at: await moment(figure), map: await picture(map), loss: await picture(loss) });
    if (i === 2) await said(figure, /^Step 6 of \d+\. Nesterov: Gradient \(−0\.0\d+, −0\.0\d+\): uphill is to the lower left\.$/);
    await page.keyboard.press('ArrowRight');
  }
  assert.deepEqual(seen.map(({ at }) => at), ['6 New loss', '6 Look ahead', '6 Gradient', '6 Memory', '6 Move', '7 New loss', '7 Look ahead']);
  assert.equal(new Set(seen.map(({ map }) => map.data.toString('base64'))).size, 7, 'no two parts look alike');
  for (const { loss: before } of seen.slice(1, 5)) assert.ok(same(before, seen[0].loss), 'the loss waits for the last part');
  assert.ok(!same(seen[5].loss, seen[0].loss));
  for (const { at, map: before } of seen.toReversed()) {
    await page.keyboard.press('ArrowLeft');
    assert.equal(await moment(figure), at);
    assert.ok(same(await picture(map), before), at);
  }
  await page.keyboard.press('p');
  assert.ok(same(await picture(map), whole), 'whole steps look as before');
  assert.equal(await figure.locator('.parts').isVisible(), false);
});

inPage('the rule lights what the part is, and dims the rest', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], VIEWS));
  await figure.evaluate((element) => /** @type {any} */ (element).seek(6));
  await figure.getByRole('button', { name: 'More' }).click();
  await figure.getByRole('button', { name: 'Step in parts' }).focus();
  await page.keyboard.press('Enter');
  const rule = async () => {
    await picture(figure.locator('.rule'));
    const symbols = (/** @type {string} */ all) => figure.locator(`.law-symbols${all}`).allTextContents();
    return { lit: await symbols(' .lit'), made: await symbols('.made'), rests: await symbols('.rests') };
  };
  assert.deepEqual(await rule(), { lit: [], made: [], rests: [] });
  const [first, second] = ['v←γv+η∇w', 'w←w−v'];
  for (const wanted of [
    { lit: ['∇w'], made: [], rests: [first, second] },
    { lit: ['v', 'v', 'v'], made: [first], rests: [second] },
    { lit: ['w'], made: [second], rests: [first] },
  ]) {
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await rule(), wanted);
  }
  await page.keyboard.press('?');
  await figure.getByText('a step in parts, or whole').waitFor();
});

inPage('before the commit no part of the next step is shown', {}, async (page) => {
  const ponders = [{ id: 'next', at: 2, kind: 'draw', ask: 'Where to?' }];
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ...VIEWS, ponders }));
  const map = view(figure, 'contour');
  await figure.locator('.figure').focus();
  await page.keyboard.press('p');
  await page.keyboard.press('End');
  assert.equal(await moment(figure), '2 New loss');
  const before = await picture(map);
  await page.keyboard.press('ArrowRight');
  assert.equal(await moment(figure), '2 New loss');
  assert.ok(same(await picture(map), before));
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await moment(figure), '2 Gradient');
});
