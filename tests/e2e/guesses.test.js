// The exhibits of lessons 1 and 3: the guess-work game, its replay, the grid, the slices, the section and the reliefs.
import assert from 'node:assert/strict';
import { inPage } from './support/browser.js';
import { exhibit, lesson } from './support/lesson.js';

/** @typedef {import('playwright-core').Page} Page */

/** @param {import('playwright-core').Locator} place @param {string} label @param {number} value */
async function put(place, label, value) {
  await place.getByRole('slider', { name: label }).evaluate((input, value) => {
    /** @type {HTMLInputElement} */ (input).value = String(value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

inPage('S1-08, S1-11, S1-12: the game starts at the first guess, hints after a worse one, and uncovers the map', {}, async (page) => {
  await lesson(page, '01-guess-work');
  const game = exhibit(page, 'guesswork');
  await game.scrollIntoViewIfNeeded();
  const ask = game.getByRole('button', { name: 'Ask for the loss' });
  const told = game.locator('.told');
  await ask.click();
  assert.match(await told.innerText(), /0\.0731/);
  assert.ok(await game.locator('svg.map').isHidden());
  await put(game, 'Weight w', -5);
  await ask.click();
  assert.match(await told.innerText(), /worse, by 0\.075.*the other way/s);
  await put(game, 'Weight w', 89);
  await put(game, 'Bias b', -114);
  await ask.click();
  assert.match(await told.innerText(), /Better.*uncovered/s);
  assert.ok(await game.locator('svg.map').isVisible());
  assert.equal(await game.locator('.guesses li').count(), 3);
  assert.equal(await game.locator('.map .dot').count(), 3);
});

inPage('S1-08: the sliders of the game go by keyboard, and the curve follows', {}, async (page) => {
  await lesson(page, '01-guess-work');
  const game = exhibit(page, 'guesswork');
  const slider = game.getByRole('slider', { name: 'Weight w' });
  await slider.focus();
  const line = game.locator('.curve .s-accent.thick');
  const before = await line.getAttribute('d');
  await page.keyboard.press('ArrowRight');
  assert.equal(await slider.getAttribute('aria-valuetext'), '0.52');
  assert.notEqual(await line.getAttribute('d'), before);
});

inPage('S1-10, S1-17: the replay shows six guesses in order', {}, async (page) => {
  await lesson(page, '01-guess-work', ['land', 'lowest']);
  const replay = exhibit(page, 'replay');
  const losses = [];
  for (let i = 0; i < 6; i += 1) {
    const text = await replay.locator('.told').innerText();
    losses.push(Number(/loss is ([\d.]+?)\.?( |$)/.exec(text)?.[1]));
    assert.equal(await replay.locator('.dot:not(.later)').count(), i + 1);
    if (i < 5) await replay.getByRole('button', { name: 'Next guess' }).click();
  }
  assert.deepEqual(losses.slice(0, 5), [0.0731, 0.148, 0.0217, 0.00289, 0.000344]);
});

inPage('S1-14, S1-15, S1-16: the grid tells its lowest node and its price', {}, async (page) => {
  await lesson(page, '01-guess-work', ['land', 'lowest']);
  const grid = exhibit(page, 'grid');
  const readings = () => grid.locator('.readings dd').allInnerTexts();
  assert.deepEqual((await readings()).slice(0, 2), ['(1.75, −2.25)', '2.4 × 10⁻⁵']);
  await put(grid, 'Values for each', 4);
  assert.deepEqual((await readings()).slice(0, 3), ['(1.8, −2.3)', '2.42 × 10⁻⁶', '14\u2009641']);
  await put(grid, 'Parameters', 10);
  assert.equal((await readings())[2].replace(/\u2009/g, ''), String(121n ** 10n));
  await put(grid, 'Window', 0);
  assert.match((await readings())[0], /−2\)$/);
});

inPage('S1-32: the plane rises slice by slice, in both pictures', {}, async (page) => {
  await lesson(page, '03-contours', ['bowl', 'from-above']);
  const slices = exhibit(page, 'slices');
  for (const at of [0, 5, 11]) {
    await put(slices, 'Slice', at);
    for (const name of ['front', 'top']) {
      assert.equal(await slices.locator(`svg.${name} .slice:not(.later)`).count(), at + 1);
      assert.equal(await slices.locator(`svg.${name} .slice.now`).count(), 1);
    }
  }
});

inPage('S1-33: where lines lie close the slope along the way is large', {}, async (page) => {
  await lesson(page, '03-contours', ['three', 'steeper']);
  const section = exhibit(page, 'section');
  for (let at = 55; at < 90; at += 5) {
    await put(section, 'Along the way', at);
    const [, , mean, along, gradient] = (await section.locator('.readings dd').allInnerTexts()).map((text) => Number(text.replace('−', '-')));
    assert.ok(Math.abs(mean - Math.abs(along)) < 0.35 * mean, `${mean} beside ${along}`);
    assert.ok(Math.abs(along) <= gradient * 1.01);
  }
});

inPage('S1-34: a round takes one answer, tells why, and the next one comes; the key is nowhere before', {}, async (page) => {
  await lesson(page, '03-contours');
  const relief = exhibit(page, 'relief');
  await relief.scrollIntoViewIfNeeded();
  await relief.locator('button.land canvas').first().waitFor();
  assert.equal(await relief.locator('.right').count(), 0);
  assert.doesNotMatch(await relief.evaluate((place) => place.textContent ?? ''), /turned upside down|The map has/);
  await relief.getByRole('button', { name: 'Surface B' }).click();
  assert.match(await relief.innerText(), /Not B\. Steep and gentle are swapped.*It is A\./s);
  for (let round = 2; round < 8; round += 1) {
    await page.keyboard.press('Enter');
    assert.match(await relief.locator('.ask').innerText(), new RegExp(`^Round ${round}`));
    await relief.getByRole('button', { name: 'Surface A' }).click();
    assert.equal(await relief.locator('.right').count(), 1);
  }
});
