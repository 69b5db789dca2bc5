// A lesson's page and its exhibits.
import { site } from './page.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Goes to a lesson, and tells the texts that wait for questions.
 * @param {Page} page @param {string} name @param {...[string, string]} answered figure, question
 */
export async function lesson(page, name, ...answered) {
  await page.goto(`${site}lessons/${name}.html`);
  await page.waitForFunction(() => customElements.get('ponder-figure') && customElements.get('ponder-exhibit'));
  for (const [figure, id] of answered) {
    await page.evaluate(([figure, id]) => {
      const element = document.querySelector(`#${figure} ponder-figure`);
      element?.dispatchEvent(new CustomEvent('answer', { bubbles: true, detail: { id } }));
    }, [figure, id]);
  }
  await alive(page);
}

/** When every exhibit has fetched what it needs, and what is far below is laid out. @param {Page} page */
export const alive = (page) => page.waitForFunction(() => {
  const all = [...document.querySelectorAll('ponder-exhibit')];
  return all.length > 0 && all.every((exhibit) => exhibit.hasAttribute('live')) && !document.querySelector('.lesson:not(.laid)');
});

/** @param {Page} page @param {string} kind */
export const exhibit = (page, kind) => page.locator(`ponder-exhibit[kind=${kind}]`);
