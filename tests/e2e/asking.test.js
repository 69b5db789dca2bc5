// Exhibits that ask before they show anything, by keyboard: nothing is told before the commit, then the numbers move.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** An exhibit of a lesson, not yet answered. @param {Page} page @param {string} path @param {string} kind */
async function exhibit(page, path, kind) {
  await page.goto(`${site}lessons/${path}.html`);
  const found = page.locator(`ponder-exhibit[kind=${kind}]`);
  await found.locator('.choices button').first().waitFor();
  assert.equal(await found.locator('.told-all, input').count(), 0, 'nothing is told before the commit');
  return found;
}

/** Chooses an option with the keyboard. @param {Locator} asking @param {string} text */
async function choose(asking, text) {
  await asking.getByRole('button', { name: text }).focus();
  await asking.page().keyboard.press('Enter');
}

/** @param {Locator} place @param {number} i */
const reading = async (place, i) => Number((await place.locator('.readings dd').nth(i).innerText()).replace('−', '-'));

/** @param {Locator} place @param {string} label @param {string} key */
async function press(place, label, key) {
  await place.getByRole('slider', { name: label }).focus();
  await place.page().keyboard.press(key);
}

inPage('S1-97: without correction the first step is 3.16 rates, with it one; β₁ and β₂ change the one only', {}, async (page) => {
  const lab = await exhibit(page, '12-adam', 'average');
  await choose(lab, 'Five rates.');
  assert.match(await lab.locator('.told').innerText(), /^Yes\./);
  await lab.locator('.readings').waitFor();
  assert.deepEqual([await reading(lab, 0), await reading(lab, 1)], [3.16, 1]);
  await press(lab, 'β₁', 'ArrowLeft');
  await press(lab, 'β₁', 'ArrowLeft');
  await press(lab, 'β₂', 'ArrowLeft');
  assert.deepEqual([await reading(lab, 0), await reading(lab, 1)], [5, 1], 'the numbers of the question');
});

inPage('S4-58: the noisier the slopes, the shorter the steps', {}, async (page) => {
  const meter = await exhibit(page, '12-adam', 'certainty');
  await choose(meter, 'About 2: the slopes are larger.');
  assert.match(await meter.locator('.told').innerText(), /^No\. Larger slopes make v larger too\./);
  await meter.locator('.readings').waitFor();
  assert.ok(Math.abs((await reading(meter, 0)) - 0.45) < 0.05);
  await press(meter, 'Noise', 'Home');
  assert.equal(await reading(meter, 0), 1);
});

inPage('S4-61, S4-64: who is first off the ridge depends on the bound', {}, async (page) => {
  const ridge = await exhibit(page, '13-which-one', 'ridge');
  await choose(ridge, 'In three.');
  const row = (/** @type {string} */ name) => ridge.locator('tbody tr').filter({ has: page.getByText(name, { exact: true }) }).locator('td');
  assert.deepEqual(await row('AdaDelta').allInnerTexts(), ['76', '76', '76']);
  assert.deepEqual(await row('AdaGrad').allInnerTexts(), ['never', '1263', '17']);
  await press(ridge, 'Bound', 'Home');
  assert.deepEqual(await row('momentum').allInnerTexts(), ['142', '27', '7']);
  assert.match(await ridge.innerText(), /three others: 2 of 3/);
});

inPage('S3-34: every case has its reason, and says nothing of the others', {}, async (page) => {
  const found = await exhibit(page, '13-which-one', 'diagnosis');
  assert.equal(await found.locator('.case').count(), 6);
  await choose(found.locator('.case').nth(0), 'The rate is too large.');
  assert.match(await found.locator('.case .told').nth(0).innerText(), /^Yes\. Each step goes past the minimum/);
  assert.equal(await found.locator('.case .told').nth(1).innerText(), '');
});
