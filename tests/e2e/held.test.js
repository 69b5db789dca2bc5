// The focus in every corner of a figure and of the playground's tools: seen on whatever has it, and never lost, whatever is
// pressed. And what a finger has to hit is large enough there.
import assert from 'node:assert/strict';
import { open } from './support/bench.js';
import { inPage, mount, twoPoints } from './support/browser.js';
import { focus, kept } from './support/focus.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

const FIGURE = twoPoints([{ method: 'adam' }, { method: 'momentum' }], {
  steps: 40, view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'], knobs: ['learning_rate', 'momentum', 'steps'] },
});

/** Opens all that can be opened. @param {Locator} figure */
const unfold = (figure) => figure.evaluate((element) => {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  for (const details of root.querySelectorAll('details')) details.open = true;
  const more = /** @type {HTMLElement | null} */ (root.querySelector('[aria-controls=rest][aria-expanded=false]'));
  more?.click();
});

const TOOLS = ['Function', 'Data', 'Runs', 'Results', 'Sweeps', 'Share', 'Save'];

/**
 * What is wrong with controls that can be seen: no ring of two pixels and three to one, or too small to be hit. Runs in the page.
 * @param {Element} element
 */
function faults(element) {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const numbers = (/** @type {string} */ color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (/** @type {number[]} */ rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((x) => x / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** @param {Element | null} each */
  const ground = (each) => {
    for (; each; each = each.parentElement) {
      const color = numbers(getComputedStyle(each).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  /** @type {string[]} */
  const found = [];
  const controls = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('button, select, summary, input, textarea, a[href], [tabindex="0"]')]);
  for (const control of controls.filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled'))) {
    const name = `<${control.localName}> ${control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent}`.slice(0, 60);
    control.focus({ preventScroll: true });
    if (root.activeElement !== control) { found.push(`${name} takes no focus`); continue; }
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(control);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) found.push(`${name} has no ring`);
    const behind = ground(parseFloat(outlineOffset) < 0 ? control : control.parentElement);
    let share = 1;
    for (let each = /** @type {Element | null} */ (control); each; each = each.parentElement) share *= Number(getComputedStyle(each).opacity);
    const ring = numbers(outlineColor).map((x, i) => share * x + (1 - share) * behind[i]);
    const [light, dark] = [luminance(ring), luminance(behind)].sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) < 3) found.push(`the ring of ${name} has ${((light + 0.05) / (dark + 0.05)).toFixed(2)} : 1`);
    const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
    if (Math.min(width, height) < 23.5) found.push(`${name} is ${width.toFixed(0)} × ${height.toFixed(0)}`);
  }
  return [...found, `${controls.length} controls`];
}

for (const [colorScheme, width] of /** @type {const} */ ([['light', 1280], ['dark', 360]])) {
  inPage(`each control with the focus, ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
    const figure = await open(page, FIGURE, 'Function');
    // From here on the reader has keys.
    await page.keyboard.press('Shift');
    let seen = 0;
    for (const name of TOOLS) {
      await figure.getByRole('tab', { name }).evaluate((tab) => /** @type {HTMLElement} */ (tab).click());
      if (name === 'Function') await figure.locator('.panel:not([hidden]) select').first().selectOption({ index: 0 });
      await unfold(figure);
      await page.keyboard.press('Shift');
      const found = await figure.evaluate(faults);
      seen += parseInt(String(found.pop()), 10);
      assert.deepEqual(found, [], name);
    }
    assert.ok(seen > 300, `${seen} controls`);
  });
}

/** What would leave the page, or ask for a file. */
const NOT_HERE = /^(Full screen|Open|Save|Make a GIF|Tolerance)/;

/** Presses every button in a place, and looks where the focus is then. @param {Page} page @param {Locator} place */
async function pressed(page, place) {
  const names = new Set(await place.locator('button:visible').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent?.trim() ?? '')));
  let count = 0;
  for (const name of names) {
    if (NOT_HERE.test(name)) continue;
    const button = place.getByRole('button', { name, exact: true }).or(place.getByRole('tab', { name, exact: true })).locator('visible=true').first();
    if (await button.count() === 0 || await button.isDisabled()) continue;
    await button.focus();
    await page.keyboard.press('Enter');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.ok(await focus(page), `after ${name} the focus is lost`);
    if (await place.page().locator('dialog[open]').count()) await page.keyboard.press('Escape');
    count += 1;
  }
  return count;
}

inPage('no button takes the focus away with it', { reducedMotion: 'reduce' }, async (page) => {
  const figure = await mount(page, FIGURE);
  await figure.evaluate((/** @type {any} */ element) => element.seek(1));
  await unfold(figure);
  let count = await pressed(page, figure.locator('.figure'));
  for (const [step, name] of /** @type {const} */ ([[1, 'One step back'], [39, 'One step on'], [5, 'Back to the start']])) {
    await unfold(figure);
    await figure.evaluate((/** @type {any} */ element, step) => element.seek(step), step);
    await figure.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
    await kept(page, name);
  }
  await figure.evaluate((element) => element.setAttribute('controls', 'playground'));
  await figure.getByRole('tab', { name: 'Function' }).waitFor();
  for (const name of TOOLS) {
    await figure.getByRole('tab', { name }).click();
    await unfold(figure);
    count += await pressed(page, figure.locator('.panel:not([hidden])'));
  }
  assert.ok(count > 50, `${count} buttons`);
});
