// A question: it stops the run, the outcome is nowhere before the answer, then truth, gap and why.
import assert from 'node:assert/strict';
import { hear, inPage, mount, picture, same, twoPoints, view } from './support/browser.js';

const VIEWS = { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'] };

const CHOOSE = {
  id: 'where', at: 10, kind: 'choose', ask: 'Where will it be?', why: 'It gathers speed.',
  options: [
    { text: 'Still up here', right: false, why: 'The steps add up.' },
    { text: 'Down in the valley', right: true, why: 'Ten times the step of plain descent.' },
  ],
};

/** What a figure says and shows, but for its pixels. @param {import('playwright-core').Locator} figure */
const said = (figure) => figure.evaluate((element) => {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  for (const details of root.querySelectorAll('details')) details.open = true;
  const hidden = [...root.querySelectorAll('*')].flatMap((node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`));
  return `${root.textContent}\n${hidden.join('\n')}`;
});

// Two figures that differ only in what comes after the question: at step 0 nothing may tell them apart.
inPage('before the commit the outcome is in no pixel and in no word', {}, async (page) => {
  const shown = [];
  for (const momentum of [0.9, 0.3]) {
    const figure = await mount(page, twoPoints([{ method: 'momentum', momentum, name: 'A run' }], {
      ponders: [{ ...CHOOSE, at: 0 }], view: { ...VIEWS, knobs: [] },
    }));
    for (const key of ['End', 'ArrowRight', 'PageDown', '9']) {
      await figure.locator('.figure').focus();
      await page.keyboard.press(key);
    }
    await figure.locator('.figure').focus();
    await page.waitForTimeout(700);
    shown.push({ pixels: await picture(figure.locator('.views')), words: await said(figure) });
    assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 0);
  }
  assert.ok(same(shown[0].pixels, shown[1].pixels), 'pixels');
  assert.equal(shown[0].words, shown[1].words);
});

inPage('it plays up to the question, stops there, and is answered by keyboard', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ponders: [CHOOSE], view: VIEWS }));
  const stopped = await hear(figure, 'ponder');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.deepEqual(await stopped(), { id: 'where', step: 10, kind: 'choose' });
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).playing), false);
  await figure.getByRole('button', { name: 'Predict' }).waitFor();
  const card = figure.locator('.ponder');
  const commit = card.getByRole('button', { name: 'Commit' });
  assert.ok(await commit.isDisabled());
  assert.ok(!(await said(figure)).includes('Ten times the step'), 'no feedback before the answer');
  const answered = await hear(figure, 'answer');
  await card.getByRole('radio').or(card.getByRole('checkbox')).first().focus();
  await page.keyboard.press('Space');
  await commit.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await answered(), { id: 'where', answer: [0], correct: false, gap: null });
  const words = await card.innerText();
  for (const part of ['Not quite', 'The steps add up', 'It gathers speed']) assert.ok(words.includes(part), `${part} in ${words}`);
  await card.getByRole('button', { name: 'Go on' }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step > 12);
});

inPage('a skipped question lets the run go on', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ponders: [CHOOSE], view: VIEWS }));
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 10);
  await figure.locator('.figure').focus();
  await page.keyboard.press('s');
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 60);
});

inPage('a place on the map is clicked, and then the truth and the gap are shown', {}, async (page) => {
  const click = { id: 'spot', at: 5, kind: 'click', ask: 'Where will it stand at the end?', why: 'So far.' };
  const figure = await mount(page, twoPoints([{ method: 'gradient-descent' }], { ponders: [click], view: { views: ['contour'] } }));
  await figure.evaluate((element) => /** @type {any} */ (element).seek(5));
  const map = view(figure, 'contour');
  const box = await map.boundingBox();
  if (!box) throw new Error('the map has a place');
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.3);
  const before = await picture(map);
  const answered = await hear(figure, 'answer');
  await figure.getByRole('button', { name: 'Commit' }).click();
  const { correct, gap, answer } = /** @type {any} */ (await answered());
  const [w, b] = await figure.evaluate((element) => [.../** @type {any} */ (element).points(0)].slice(-3, -1));
  assert.equal(correct, false);
  assert.ok(Math.abs(gap - Math.hypot(answer[0] - w, answer[1] - b)) < 1e-9);
  assert.ok(!same(before, await picture(map)), 'truth and gap are drawn');
  assert.match(await figure.locator('.ponder').innerText(), /Off by [0-9.]+/);
});

inPage('a number is typed', {}, async (page) => {
  const type = { id: 'loss', at: 0, kind: 'type', ask: 'What will the loss be?', why: 'Hardly less.' };
  const figure = await mount(page, twoPoints([{ method: 'gradient-descent' }], { steps: 10, ponders: [type], view: { views: ['contour'] } }));
  const answered = await hear(figure, 'answer');
  await figure.getByRole('textbox').or(figure.getByRole('spinbutton')).fill('0.41');
  await page.keyboard.press('Enter');
  const { correct, answer } = /** @type {any} */ (await answered());
  assert.deepEqual([correct, answer], [true, 0.41]);
});

inPage('while a question is open, neither slider nor start can be moved; after it the card stays', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ponders: [{ ...CHOOSE, at: 0 }], view: { views: ['contour'] } }));
  const slider = figure.getByRole('slider', { name: /learning rate/ });
  const rate = () => figure.evaluate((element) => /** @type {any} */ (element).recipe.runs[0].learning_rate);
  assert.ok(await slider.isDisabled());
  await view(figure, 'contour').focus();
  await page.keyboard.press('ArrowLeft');
  assert.deepEqual(await figure.evaluate((element) => /** @type {any} */ (element).recipe.runs[0].start), [-2, -2]);
  await figure.getByRole('radio').first().check();
  await figure.getByRole('button', { name: 'Commit' }).click();
  assert.ok(await figure.locator('.result').evaluate((result) => result.matches(':focus')));
  const before = await slider.boundingBox();
  await figure.evaluate((element) => element.addEventListener('change', (event) => {
    if (event instanceof CustomEvent) document.title = event.detail.said;
  }));
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  assert.ok(await rate() > 1);
  assert.match(await page.title(), /^Changed: learning rate 1\.\d+\.$/);
  assert.match(await figure.locator('.ponder').innerText(), /of the figure as it came[\s\S]*Not quite/);
  assert.deepEqual(await slider.boundingBox(), before, 'the slider stays under the hand');
  await figure.getByRole('button', { name: 'Back to the figure as it came' }).click();
  assert.equal(await rate(), 1);
  assert.equal(await slider.inputValue(), '120');
});

inPage('a skipped question shows its truth and why, under the focus, and fires no answer', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ponders: [{ ...CHOOSE, at: 0 }], view: { views: ['contour'] } }));
  await figure.evaluate((element) => element.addEventListener('answer', () => { document.title = 'answered'; }));
  await figure.locator('.figure').focus();
  await page.keyboard.press('s');
  const words = await figure.locator('.ponder').innerText();
  for (const part of ['Skipped.', 'Down in the valley', 'It gathers speed']) assert.ok(words.includes(part), `${part} in ${words}`);
  assert.ok(await figure.locator('.result').evaluate((result) => result.matches(':focus')));
  assert.equal(await page.title(), 'blank');
});

inPage('an arrow is drawn, committed and left by keyboard alone', {}, async (page) => {
  const draw = { id: 'way', at: 0, kind: 'draw', ask: 'Which way?', why: 'Downhill.' };
  const figure = await mount(page, twoPoints([{ method: 'gradient-descent' }], { ponders: [draw], view: { views: ['contour'] } }));
  await view(figure, 'contour').focus();
  await page.keyboard.press('Enter');
  assert.equal(await figure.locator('.result').count(), 0, 'nothing to commit yet');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  const words = await figure.locator('.ponder').innerText();
  for (const part of ['That is another way.', 'The true step ends at', '° off']) assert.ok(words.includes(part), `${part} in ${words}`);
  for (const place of [figure.locator('.result'), view(figure, 'contour')]) {
    await place.focus();
    await page.keyboard.press('Escape');
    assert.ok(await figure.locator('.figure').evaluate((root) => root.matches(':focus')));
  }
});

inPage('what is no number is said to be none', {}, async (page) => {
  const type = { id: 'loss', at: 0, kind: 'type', ask: 'What will the loss be?' };
  const figure = await mount(page, twoPoints([{ method: 'gradient-descent' }], { steps: 10, ponders: [type], view: { views: ['contour'] } }));
  const field = figure.getByRole('textbox');
  await field.fill('much');
  await page.keyboard.press('Enter');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.match(await figure.locator('.ponder').innerText(), /A number, as in 0.25/);
  await field.fill('0.4');
  assert.equal(await field.getAttribute('aria-invalid'), 'false');
});

inPage('going on brings what moves into sight; the only view has its card beside it', { viewport: { width: 1280, height: 800 } }, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ponders: [{ ...CHOOSE, at: 0 }], view: { views: ['contour'] } }));
  const [map, card] = [await view(figure, 'contour').boundingBox(), await figure.locator('.ponder').boundingBox()];
  assert.ok(map && card && card.x >= map.x + map.width - 1 && card.y + card.height <= 800, 'beside, and within the window');
  await page.setViewportSize({ width: 600, height: 400 });
  await figure.getByRole('radio').first().check();
  await figure.getByRole('button', { name: 'Commit' }).click();
  await figure.getByRole('button', { name: 'Go on' }).click();
  await page.waitForFunction(() => {
    const box = document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.views')?.getBoundingClientRect();
    return box && box.top >= -1 && box.bottom <= innerHeight + 1;
  });
});

inPage('of two questions at one step the first verdict stands until the reader goes on, by keyboard', {}, async (page) => {
  const type = { id: 'loss', at: 0, kind: 'type', ask: 'What will the loss be?', why: 'Hardly less.' };
  const figure = await mount(page, twoPoints([{ method: 'gradient-descent' }], { ponders: [{ ...CHOOSE, at: 0 }, type], view: { views: ['contour'] } }));
  await figure.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const card = figure.locator('.ponder');
  assert.match(await card.innerText(), /Question 1 of 2[\s\S]*Not quite[\s\S]*It gathers speed/);
  assert.equal(await figure.getByRole('button', { name: 'Go on' }).count(), 0, 'the run waits');
  const asked = await hear(figure, 'ponder');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual(await asked(), { id: 'loss', step: 0, kind: 'type' });
  assert.ok(await figure.getByRole('textbox').evaluate((field) => field.matches(':focus')));
  await figure.locator('.figure').focus();
  await page.keyboard.press('s');
  assert.match(await card.innerText(), /Question 2 of 2[\s\S]*Skipped/);
  await figure.getByRole('button', { name: 'Go on' }).waitFor();
});
