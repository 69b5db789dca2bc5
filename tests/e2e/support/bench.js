// A figure with the playground's tools below it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mount } from './page.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {Page} page @param {object} figure @param {string} tool the name on its tab */
export async function open(page, figure, tool) {
  const mounted = await mount(page, figure);
  await mounted.evaluate((element) => element.setAttribute('controls', 'playground'));
  await mounted.getByRole('tab', { name: tool }).click();
  return mounted;
}

/** @param {Locator} figure @returns {Promise<any>} */
export const recipe = (figure) => figure.evaluate((element) => /** @type {any} */ (element).recipe);

/** Pastes into what has the focus, or into a place. @param {Locator} place @param {string} text */
export const paste = (place, text) => place.evaluate((element, text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
}, text);

/** No violation that axe knows. @param {Page} page */
export async function clean(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run('ponder-figure');
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.target).join(' | ')}`);
  });
  assert.deepEqual(found, []);
}
