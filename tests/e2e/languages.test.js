// The interface in another language: German whole, and two that nobody speaks, which show what is cut off and what is not said in words.
import assert from 'node:assert/strict';
import { clean } from './support/bench.js';
import { blank, inPage, site, twoPoints, view } from './support/browser.js';
import { alive } from './support/lesson.js';
import { PSEUDO, bare, english, german, instead, misplaced, texts, worded } from './support/tongue.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** What its author writes is the author's own: here nothing that could be taken for a word. */
const ASKED = {
  id: 'q', at: 12, kind: 'choose', ask: '1?', why: '3.', options: [{ text: '1', right: true, why: '1.' }, { text: '2', right: false, why: '2.' }],
};
const FIGURE = twoPoints([{ method: 'momentum' }, { method: 'adam', learning_rate: 0.1 }], {
  view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'], curves: ['loss', 'rates', 'memory'], knobs: ['learning_rate', 'momentum'] }, ponders: [ASKED],
});

/** @param {Page} page @param {Record<string, string>} [page_] attributes of the page @param {object} [figure] */
async function mount(page, page_ = {}, figure = FIGURE) {
  await blank(page);
  await page.evaluate(async ({ page_, figure }) => {
    document.documentElement.lang = 'de-AT';
    for (const [name, value] of Object.entries(page_)) document.documentElement.setAttribute(name, value);
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.recipe = figure;
    element.setAttribute('controls', 'playground');
    document.body.append(element);
    await element.ready;
  }, { page_, figure });
  const mounted = page.locator('ponder-figure');
  await mounted.getByRole('tab').first().waitFor();
  return mounted;
}

/** A figure's states, one after the other: a question, its answer, a step in parts, the end, all that can be opened, every tool. @param {Locator} figure @param {(state: string) => Promise<void>} look */
async function through(figure, look) {
  const page = figure.page();
  await look('at the start');
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 12; });
  await figure.locator('.ponder').getByRole('radio').first().waitFor();
  await look('at a question');
  await figure.locator('.ponder').getByRole('radio').last().check();
  await figure.locator('.ponder .main').click();
  await look('after a wrong answer');
  await figure.locator('.ponder .main').first().click();
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 20; });
  await view(figure, 'contour').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  for (const details of await figure.locator('details').all()) await details.evaluate((element) => { /** @type {HTMLDetailsElement} */ (element).open = true; });
  await look('in parts, all opened');
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 60; });
  await look('at the end');
  await figure.getByRole('group').first().focus();
  await page.keyboard.press('?');
  await look('its keys');
  await page.keyboard.press('Escape');
  const tabs = await figure.getByRole('tab').all();
  for (const tab of tabs) {
    await tab.click();
    for (const details of await figure.locator('.workbench details').all()) await details.evaluate((element) => { /** @type {HTMLDetailsElement} */ (element).open = true; });
    await look(`tool ${tabs.indexOf(tab) + 1}`);
  }
}

/** @param {import('./support/tongue.js').Tongue} tongue */
const vocabulary = (tongue) => new Set(Object.values(tongue).flatMap((table) => Object.values(table)).join(' ').replaceAll(/\{\w+\}/g, ' ').match(/\p{L}{3,}/gu));

inPage('German: no English word in any state, nothing out of place, no violation', {}, async (page) => {
  const known = vocabulary(german);
  const foreign = [...vocabulary(english)].filter((word) => !known.has(word));
  assert.ok(foreign.length > 400);
  const figure = await mount(page);
  assert.equal(await figure.locator('.figure').first().getAttribute('lang'), 'de-AT');
  await through(figure, async (state) => {
    const said = (await texts(page)).flatMap((text) => (text.match(/\p{L}{3,}/gu) ?? []).filter((word) => foreign.includes(word)).map((word) => `${word}: ${text}`));
    assert.deepEqual(said, [], state);
    assert.deepEqual(await misplaced(page), [], state);
  });
  await clean(page);
});

for (const [name, tongue] of Object.entries(PSEUDO)) {
  inPage(`${name}: every word is said, and has room on a phone and on a screen`, {}, async (page) => {
    await instead(page, tongue);
    const figure = await mount(page, tongue.dir ? { dir: 'rtl' } : {});
    /** @type {string[]} */
    const faults = [];
    await through(figure, async (state) => {
      faults.push(...(await texts(page)).filter((text) => worded(bare(text))).map((text) => `not said in words, ${state}: ${text}`));
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, { timeout: 2000 }).catch(() => {});
        faults.push(...(await misplaced(page)).map((fault) => `${state}, ${width} px: ${fault}`));
      }
    });
    assert.deepEqual(faults, []);
  });
}

/** Lessons whose exhibits between them have sliders, choices, tables, bars and steps, with what is answered before they show all. */
const LESSONS = ['01-guess-work', '06-noise', '07-learning-rate'];

for (const [name, tongue] of Object.entries(PSEUDO)) {
  inPage(`${name}: exhibits speak it, and have room`, { viewport: { width: tongue.dir ? 360 : 1280, height: 900 } }, async (page) => {
    await instead(page, tongue);
    const dir = tongue.dir ? ' dir="rtl"' : '';
    await page.route('**/lessons/*.html', async (route) => {
      const page = await route.fetch();
      await route.fulfill({ response: page, body: (await page.text()).replace('<html lang="en"', `<html lang="de"${dir}`) });
    });
    for (const lesson of LESSONS) {
      await page.goto(`${site}lessons/${lesson}.html`);
      await alive(page);
      // What the site's build wrote is the lesson's own; labels, buttons and outputs of the exhibits are not.
      const hands = 'ponder-exhibit .hands';
      const said = await texts(page, hands);
      assert.ok(said.filter((text) => text.includes('⟦')).length > 3, `${lesson}: ${said.join(' | ')}`);
      assert.deepEqual(said.filter((text) => worded(bare(text))), [], lesson);
      assert.deepEqual(await misplaced(page, hands), [], lesson);
    }
  });
}
