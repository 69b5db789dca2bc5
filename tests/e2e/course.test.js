// Every lesson from start to end by keyboard alone: each question answered right once and wrong once.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';
import { pages, sources } from './support/pages.js';
import { answer, opened } from './support/player.js';

/** @typedef {import('playwright-core').Locator} Locator */

/** A figure without a question is played once; a page without a figure has nothing to be played. */
const ways = (/** @type {string} */ source) => (/"ponders"/.test(source) ? [true, false] : [true]);

for (const path of pages.filter((path) => sources.get(path)?.includes('<ponder-figure'))) {
  for (const rightly of ways(sources.get(path) ?? '')) {
    inPage(`${path || 'cover'}, all ${rightly ? 'right' : 'wrong'}`, {}, async (page) => {
      await page.goto(site + path);
      for (const figure of await page.locator('ponder-figure').all()) {
        await figure.scrollIntoViewIfNeeded();
        await figure.evaluate((/** @type {any} */ element) => element.ready);
        await figure.evaluate((/** @type {any} */ element) => {
          // A question at the start was asked before anyone could listen.
          const [first] = (element.recipe.ponders ?? []).filter((/** @type {any} */ ponder) => ponder.at === 0);
          element.log = { asked: first ? [{ id: first.id ?? '0', step: 0, kind: first.kind }] : [], answered: [] };
          element.addEventListener('ponder', (/** @type {CustomEvent} */ event) => element.log.asked.push(event.detail));
          element.addEventListener('answer', (/** @type {CustomEvent} */ event) => element.log.answered.push(event.detail));
        });
        await played(figure, rightly);
      }
    });
  }
}

/** To its end, question by question. @param {Locator} figure @param {boolean} rightly */
async function played(figure, rightly) {
  const log = () => figure.evaluate((/** @type {any} */ element) => element.log);
  const total = await figure.evaluate((/** @type {any} */ element) => element.recipe.ponders?.length ?? 0);
  const title = await figure.evaluate((/** @type {any} */ element) => element.recipe.title);
  for (let k = 0; k < total; k += 1) {
    await figure.locator('[part="figure"]').focus();
    await figure.page().keyboard.press('End');
    const { asked } = await log();
    assert.ok(asked.length > k, `${title}: question ${k} is asked`);
    await answer(figure, await opened(figure, asked.at(-1)), rightly);
    const { answered } = await log();
    assert.equal(answered.length, k + 1, `${title}: question ${k} is answered`);
    assert.equal(answered[k].correct, rightly, `${title}: ${JSON.stringify(answered[k])}`);
    assert.ok((await figure.locator('.ponder .result').innerText()).trim(), `${title}: a verdict`);
    await onwards(figure);
  }
  await figure.locator('[part="figure"]').focus();
  await figure.page().keyboard.press('End');
  const [step, steps] = await figure.evaluate((/** @type {any} */ element) => [element.step, element.steps]);
  assert.equal(step, steps, `${title}: it plays to its end`);
}

/** From the verdict back to the run. @param {Locator} figure */
async function onwards(figure) {
  const on = figure.locator('.ponder').getByRole('button', { name: /Go on|Next question/ });
  if (await on.count()) {
    await on.first().focus();
    await figure.page().keyboard.press('Enter');
    await figure.evaluate((/** @type {any} */ element) => element.pause());
  }
}
