// How much somebody hears who listens: never more than one sentence in two seconds, whatever moves, and always politely.
import assert from 'node:assert/strict';
import { open } from './support/bench.js';
import { inPage, mount, site, twoPoints, view } from './support/browser.js';
import { heard, listen } from './support/ear.js';
import { alive, exhibit } from './support/lesson.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const RACE = twoPoints([{ method: 'adam' }, { method: 'momentum' }], {
  view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'], knobs: ['learning_rate', 'momentum', 'steps'] },
  steps: 200,
});

/** So long each situation lasts, in ms of the page's own clock; a key that is held comes so often. */
const [LONG, HELD] = [4200, 150];

/** Two sentences lie so far apart; the clocks of page and timers may differ by a little. */
const APART = 1990;

/**
 * Does something for a while and counts what is heard of it.
 * @param {Page} page @param {string} name @param {(turn: number) => Promise<unknown>} work again and again
 * @param {{ quiet?: boolean }} [how] quiet: nothing is said while it lasts
 */
async function situation(page, name, work, { quiet = false } = {}) {
  await page.clock.fastForward(2500);
  await heard(page);
  for (let turn = 0; turn * HELD < LONG; turn += 1) {
    await work(turn);
    await page.clock.runFor(HELD);
  }
  const { heard: all, seconds } = await heard(page);
  console.log(`heard: ${name}: ${all.length} in ${seconds.toFixed(1)} s`);
  const told = `${name}: ${JSON.stringify(all)}`;
  assert.ok(all.every(({ polite }) => polite), told);
  assert.ok(all.length > 0 !== quiet && all.length <= 1 + seconds / 2, told);
  const gaps = all.slice(1).map(({ at }, i) => at - all[i].at);
  assert.ok(gaps.every((gap) => gap >= APART), told);
}

/** @param {Locator} figure @param {(element: any) => void} work */
const within = (figure, work) => figure.evaluate(work);

/** A figure whose clock is the test's. @param {Page} page @param {object} recipe */
async function still(page, recipe) {
  await page.clock.install();
  const figure = await mount(page, recipe);
  await listen(page);
  await page.clock.pauseAt(Date.now() + 1000);
  return figure;
}

/** Once at the beginning: plays from the first step. @param {Locator} figure */
const playing = (figure) => async (/** @type {number} */ turn) => turn || within(figure, (element) => { element.seek(0); element.play(); });

inPage('a figure: playing at every speed', {}, async (page) => {
  const figure = await still(page, { ...RACE, view: { views: ['contour', 'table'], knobs: [] } });
  await figure.getByRole('button', { name: 'More' }).click();
  const speeds = await figure.getByLabel('Speed').locator('option').evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
  assert.deepEqual(speeds.map(Number), [0.25, 0.5, 1, 2, 4]);
  for (const speed of speeds) {
    await figure.getByLabel('Speed').selectOption(speed);
    await situation(page, `playing at ${speed}`, playing(figure));
    await within(figure, (element) => element.pause());
  }
});

inPage('a figure: playing with all its views, scrubbing, keys held, sliders and points dragged', {}, async (page) => {
  const figure = await still(page, RACE);
  await situation(page, 'playing', playing(figure));
  await within(figure, (element) => element.pause());
  const press = (/** @type {string} */ key) => () => page.keyboard.press(key);
  await figure.getByRole('slider', { name: 'Step' }).focus();
  await situation(page, 'the slider over time', (turn) => page.keyboard.press(turn < 14 ? 'ArrowLeft' : 'ArrowRight'));
  await figure.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  await figure.getByRole('slider', { name: 'learning rate' }).focus();
  await situation(page, 'a knob, all panels open', (turn) => page.keyboard.press(turn % 10 < 5 ? 'ArrowRight' : 'ArrowLeft'));
  await view(figure, 'contour').focus();
  await page.keyboard.press('c');
  await situation(page, 'the cursor on the map', (turn) => page.keyboard.press(turn % 10 < 5 ? 'ArrowRight' : 'ArrowUp'));
  await view(figure, 'fit').focus();
  await situation(page, 'a point by keys', (turn) => page.keyboard.press(turn % 10 < 5 ? 'ArrowUp' : 'ArrowDown'));
  await view(figure, 'curves').focus();
  await situation(page, 'the curves by keys', press('ArrowLeft'));
  await figure.locator('.law-lines').first().focus();
  await situation(page, 'the terms of a rule', (turn) => page.keyboard.press(turn % 8 < 4 ? 'ArrowRight' : 'ArrowLeft'));
  await figure.locator('details').evaluateAll((all) => all.forEach((each) => each.removeAttribute('open')));
  await view(figure, 'contour').focus();
  await situation(page, 'a start by keys', (turn) => page.keyboard.press(turn % 10 < 5 ? 'ArrowRight' : 'ArrowUp'));
  await view(figure, 'fit').scrollIntoViewIfNeeded();
  const box = await view(figure, 'contour').boundingBox();
  const [x, y] = await figure.evaluate((element) => {
    const { start } = /** @type {any} */ (element).recipe.runs[0];
    return start;
  });
  const at = (/** @type {number} */ turn) => [(box?.x ?? 0) + (box?.width ?? 0) * ((x + 6) / 12) + 2 * turn, (box?.y ?? 0) + (box?.height ?? 0) * (1 - (y + 6) / 12) + turn % 9];
  await page.mouse.move(at(0)[0], at(0)[1]);
  await page.mouse.down();
  await situation(page, 'a start dragged', (turn) => page.mouse.move(at(turn)[0], at(turn)[1]));
  await page.mouse.up();
});

inPage('the playground: typed, slid, sorted while it plays, many runs at once', {}, async (page) => {
  await page.clock.install();
  const figure = await open(page, { surface: { expression: 'w^2 + b^2' }, runs: [{ method: 'adam', start: [2, 1], learning_rate: 0.05 }, { method: 'momentum', start: [2, 1], learning_rate: 0.05 }], steps: 300, view: { views: ['contour'] } }, 'Function');
  await listen(page);
  await page.clock.pauseAt(Date.now() + 1000);
  const { keyboard } = page;
  await figure.locator('input.formula').focus();
  await keyboard.press('End');
  await situation(page, 'a function typed', (turn) => keyboard.press([' ', '+', 'w', 'Backspace', 'Backspace', 'Backspace'][turn % 6]), { quiet: true });
  await figure.getByRole('tab', { name: 'Runs' }).click();
  await figure.locator('.knob-field').getByRole('slider').first().focus();
  await situation(page, 'a rate beyond its range', (turn) => keyboard.press(turn % 2 ? 'Home' : 'End'));
  await figure.getByRole('tab', { name: 'Results' }).click();
  await figure.getByRole('button', { name: /^loss at step/ }).click();
  await situation(page, 'results sorted while it plays', async (turn) => turn || within(figure, (element) => element.play()));
  await within(figure, (element) => element.pause());
  await figure.getByRole('tab', { name: 'Sweeps' }).click();
  await figure.getByRole('button', { name: 'Try them all' }).click();
  const last = Math.ceil(LONG / HELD) - 1;
  await situation(page, 'a sweep', async (turn) => turn < last || figure.locator('.sweeps .found').waitFor());
});

inPage('an exhibit: its slider held', {}, async (page) => {
  await page.clock.install();
  await page.goto(`${site}lessons/13-which-one.html`);
  await alive(page);
  await listen(page);
  await page.clock.pauseAt(Date.now() + 1000);
  await exhibit(page, 'ridge').locator('.choices button').first().click();
  await exhibit(page, 'ridge').getByRole('slider').first().focus();
  await situation(page, 'an exhibit', (turn) => page.keyboard.press(turn % 10 < 5 ? 'ArrowRight' : 'ArrowLeft'));
});
