// The rule under a reader's hands: as whom it is written, its terms and their arrows, long ones on a narrow screen.
import assert from 'node:assert/strict';
import { inPage, mount, picture, same, twoPoints, view } from './support/browser.js';

const VIEWS = { view: { views: ['contour', 'rule'] } };
const MOMENTUM_RULE = twoPoints([{ method: 'momentum' }], VIEWS);

/** The lit terms of a figure. @param {import('playwright-core').Locator} figure */
const lit = (figure) => figure.locator('.law-symbols .lit').allTextContents();

inPage('a rule is written as another convention, and its path is that convention’s', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum', momentum: 0.8, learning_rate: 0.1 }], VIEWS));
  await figure.evaluate((element) => /** @type {any} */ (element).seek(30));
  const said = figure.evaluate((element) => new Promise((done) => {
    element.addEventListener('change', (event) => done(/** @type {CustomEvent} */ (event).detail.said), { once: true });
  }));
  assert.equal(await figure.locator('.law-symbols').nth(1).textContent(), 'w←w−v');
  await figure.getByRole('button', { name: 'Keras' }).click();
  assert.equal(await said, 'Changed: as Keras.');
  assert.deepEqual(await figure.locator('.forms [aria-pressed="true"]').allTextContents(), ['Keras']);
  await figure.locator('.law-symbols').nth(1).getByText('+').waitFor();
  const { convention, momentum } = await figure.evaluate((element) => /** @type {any} */ (element).recipe.runs[0]);
  assert.deepEqual([convention, momentum], ['keras', 0.8]);
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 30);
});

inPage('a question that is open locks the convention', {}, async (page) => {
  const ponders = [{ id: 'where', at: 3, kind: 'click', ask: 'Where?' }];
  const figure = await mount(page, { ...MOMENTUM_RULE, ponders });
  assert.equal(await figure.getByRole('button', { name: 'Keras' }).isDisabled(), true);
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  assert.equal(await figure.getByRole('button', { name: 'Keras' }).isDisabled(), false);
});

inPage('a term lights its arrow, under the pointer and by keys', {}, async (page) => {
  const figure = await mount(page, MOMENTUM_RULE);
  await figure.evaluate((element) => /** @type {any} */ (element).seek(7));
  const map = view(figure, 'contour');
  const plain = await picture(map);
  await figure.locator('.law-symbols [data-part="gradient"]').hover();
  const pointed = await picture(map);
  assert.ok(!same(pointed, plain), 'the other arrows are dimmed');
  assert.deepEqual(await lit(figure), ['∇w']);
  await page.mouse.move(0, 0);
  assert.ok(same(await picture(map), plain));
  await figure.locator('.law-lines').focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  assert.ok(same(await picture(map), pointed), 'v, v, and then the gradient');
  assert.equal(await figure.locator('.said').textContent(), 'the gradient');
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 7, 'arrows are the law’s there');
  await page.keyboard.press('Escape');
  assert.ok(same(await picture(map), plain));
});

inPage('a long rule scrolls in its own box; of many one is open', { viewport: { width: 360, height: 740 } }, async (page) => {
  const long = await mount(page, twoPoints([{ method: 'radam' }], VIEWS));
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await long.evaluate((element) => /** @type {any} */ (element).seek(9));
  await picture(long.locator('.rule'));
  assert.equal(await overflow(), 0);
  assert.ok(await long.locator('.law-lines').evaluate((box) => box.scrollWidth > box.clientWidth));
  const many = await mount(page, twoPoints(['momentum', 'adam', 'nadam', 'rprop'].map((method) => ({ method })), VIEWS));
  await many.locator('summary', { hasText: 'NAdam' }).click();
  await many.locator('.law[open] .law-symbols').first().waitFor();
  assert.deepEqual(await many.locator('.law[open] summary').allTextContents(), ['NAdam']);
  assert.equal(await overflow(), 0);
});
