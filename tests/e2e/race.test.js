// How fair a race is, in a reader's hands: rules that are not kept are made so, a sweep finds rates, questions hide.
import assert from 'node:assert/strict';
import { inPage, mount, twoPoints } from './support/browser.js';

const RUNS = [
  { method: 'gradient-descent', learning_rate: 1, start: [-2, -2] },
  { method: 'momentum', learning_rate: 0.1, start: [-2, -2] },
];
const RACE = twoPoints(RUNS, { view: { views: ['contour'] } });

/** @typedef {import('playwright-core').Locator} Locator */

/** A rule's verdict. @param {Locator} figure @param {string} rule */
const row = (figure, rule) => figure.getByRole('row', { name: rule }).locator('.verdict');

/** @param {Locator} figure @param {number} step */
const seek = (figure, step) => figure.evaluate((element, step) => /** @type {any} */ (element).seek(step), step);

/** @param {Locator} figure */
const rates = (figure) => figure.evaluate((element) => /** @type {any} */ (element).recipe.runs.map((/** @type {any} */ run) => run.learning_rate));

inPage('a rule that is not kept is made so, and back', {}, async (page) => {
  const figure = await mount(page, RACE);
  await seek(figure, 20);
  assert.match(await figure.locator('.standing').textContent() ?? '', /^Lowest now: /);
  await figure.getByText('How fair is this race?').click();
  assert.match(await row(figure, 'same first step').textContent() ?? '', /Momentum 10 times shorter/);
  assert.equal(await row(figure, 'same number of gradients').textContent(), 'Yes: 20 each.');
  const button = figure.getByRole('button', { name: 'Same first step for all' });
  await button.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await rates(figure), [1, 1]);
  assert.match(await row(figure, 'same first step').textContent() ?? '', /^Yes, within 1 %/);
  assert.equal(await figure.locator('.race [role=status]').textContent(), 'Set for same first step: Momentum 1, was 0.1.');
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 20);
  await figure.getByRole('button', { name: 'Rates as they came' }).click();
  assert.deepEqual(await rates(figure), [1, 0.1]);
});

inPage('a sweep finds rates that end lower, and they are set', {}, async (page) => {
  const figure = await mount(page, RACE);
  await figure.getByText('How fair is this race?').click();
  await figure.getByRole('button', { name: 'Best rates for all' }).click();
  await row(figure, 'best of a sweep').getByText(/^Yes: of 37 rates/).waitFor();
  const found = await rates(figure);
  assert.ok(found[0] > 1 && found[1] > 0.1, String(found));
});

inPage('while a question waits, neither the first step nor the sweep is told, and no rate can be set', {}, async (page) => {
  const ponders = [{ id: 'where', at: 0, kind: 'click', ask: 'Where?' }];
  const figure = await mount(page, { ...RACE, ponders });
  await figure.getByText('How fair is this race?').click();
  assert.equal(await row(figure, 'same first step').textContent(), 'After the question.');
  assert.equal(await row(figure, 'best of a sweep').textContent(), 'After the question.');
  assert.equal(await figure.getByRole('columnheader', { name: 'First step' }).count(), 0);
  assert.equal(await figure.getByText('Same rate for all').isDisabled(), true);
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  await row(figure, 'best of a sweep').getByText(/^No\./).waitFor();
  assert.match(await row(figure, 'same first step').textContent() ?? '', /10 times shorter/);
});

inPage('on paper stand the record and which rules are kept', { viewport: { width: 320, height: 700 } }, async (page) => {
  const figure = await mount(page, RACE);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await figure.locator('.record tbody tr:last-child > *').allInnerTexts(), ['Momentum as the course', '0.1', '0.000947', '0', '0']);
  assert.match(await figure.locator('.headline').innerText(), /Not kept: same rate and same first step\.$/);
  assert.equal(await figure.locator('.rules').isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await figure.locator('.race details').getAttribute('open'), null);
});

inPage('one run is no race', {}, async (page) => {
  const figure = await mount(page, twoPoints([RUNS[0]]));
  assert.equal(await figure.locator('.race').count(), 0);
});
