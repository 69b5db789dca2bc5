// The unit of a step and the memory of an average: said first by keyboard, then told.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';
import { alive } from './support/lesson.js';

/** @param {import('playwright-core').Page} page @param {string} lesson @param {string} kind */
async function exhibit(page, lesson, kind) {
  await page.goto(`${site}lessons/${lesson}.html`);
  await alive(page);
  return page.locator(`ponder-exhibit[kind=${kind}]`);
}

inPage('S3-20: every row is given a unit, then the measured powers stand below', {}, async (page) => {
  const units = await exhibit(page, '11-adadelta', 'units');
  const choices = units.getByRole('combobox');
  const compare = units.getByRole('button', { name: 'Compare' });
  assert.equal(await choices.count(), 6);
  assert.equal(await units.locator('td.unit').count(), 0);
  for (const choice of await choices.all()) {
    assert.ok(await compare.isDisabled());
    await choice.selectOption('w');
  }
  await compare.press('Enter');
  assert.match(await units.locator('.told').innerText(), /^2 of 6 right/);
  const marks = await units.locator('.mark').allInnerTexts();
  assert.deepEqual(marks, ['✗ 1/w', '✗ 1/w²', '✗ 1/w', '✗ a bare number', '✓', '✓']);
  const told = await units.locator('td.unit').allInnerTexts();
  assert.deepEqual(told, ['1/w', '1/w²', '1/w', 'a bare number', 'w', 'w', 'a bare number']);
});

inPage('S2-33: how many squares have half of the weight; the bars follow the decay', {}, async (page) => {
  const average = await exhibit(page, '10-rmsprop', 'forgetting');
  const slider = average.getByRole('slider', { name: 'Decay β' });
  assert.ok(!(await slider.isVisible()));
  await average.getByRole('button', { name: '22', exact: true }).press('Enter');
  assert.match(await average.locator('.told').innerText(), /^It is 7\./);
  const high = () => average.locator('rect').first().evaluate((bar) => Number(bar.getAttribute('height')));
  const tall = await high();
  await slider.press('ArrowRight');
  assert.match(await slider.getAttribute('aria-valuetext') ?? '', /^β 0\.95, half .* newest 14$/);
  assert.ok(Math.abs((await high()) / tall - 0.5) < 0.01);
});
