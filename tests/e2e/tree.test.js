// What Chromium tells a screen reader of a figure in each of its states, word for word as in tests/e2e/trees. Read them
// aloud: `PONDER_TREES=store cargo xtask test e2e` writes them anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { open } from './support/bench.js';
import { inPage, mount, said, twoPoints, view } from './support/browser.js';
import { answer, opened } from './support/player.js';
import { tree } from './support/tree.js';

/** @typedef {import('playwright-core').Locator} Locator */

/** @param {string} name @param {Locator} place @param {RegExp} [moving] what is another text every time */
async function told(name, place, moving = /^$/) {
  const file = new URL(`./trees/${name}.txt`, import.meta.url);
  const now = (await tree(place)).replace(moving, '…');
  if (process.env.PONDER_TREES === 'store') writeFileSync(file, now);
  assert.equal(now, readFileSync(file, 'utf8'), `${name}: what is told has changed`);
}

/** @param {Locator} figure @param {(element: any) => void} work */
const within = (figure, work) => figure.evaluate(work);

inPage('a figure: fresh, playing, stopped, with everything open', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'adam' }, { method: 'momentum' }], {
    title: 'A race', steps: 40, view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'], knobs: ['learning_rate', 'momentum', 'steps'] },
  }));
  await told('fresh', figure);
  await within(figure, (element) => element.play());
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step > 0);
  await told('playing', figure.locator('.player'), /\d+(?= of 40)/);
  await within(figure, (element) => { element.pause(); element.seek(3); });
  await said(figure, 'Step 3 of 40');
  await figure.getByRole('button', { name: 'More' }).click();
  await told('more', figure.locator('.player'));
  await figure.locator('summary').first().click();
  await told('settings', figure.locator('.settings'));
  await figure.locator('.race summary').click();
  await figure.locator('.race').getByText('Adam ends lower').waitFor();
  await told('race', figure.locator('.race'));
  await figure.locator('details.table summary').click();
  await figure.locator('details.table tbody tr').first().waitFor();
  await told('table', figure.locator('details.table'));
  await page.keyboard.press('?');
  await told('keys', figure.locator('dialog'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await said(figure, 'Still on its way');
  await told('end', figure.locator('.figure > .spoken'));
  await page.keyboard.press('p');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await told('parts', figure.locator('.player'));
  await figure.getByRole('button', { name: 'Change the rate' }).focus();
  await page.keyboard.press('Escape');
  for (const key of ['p', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await figure.getByRole('button', { name: 'Change the rate' }).press('Enter');
  await told('rate-changed', figure.locator('.settings'));
});

/** A question of each kind; the first and the last are answered wrong. */
const PONDERS = [
  { id: 'choose', at: 0, kind: 'choose', ask: 'Which way does it go?', options: [{ text: 'Left', right: false, why: 'That is uphill.' }, { text: 'Right', right: true, why: 'That is downhill.' }], why: 'It follows the slope.' },
  { id: 'click', at: 10, kind: 'click', ask: 'Where is it at step 20?' },
  { id: 'draw', at: 20, kind: 'draw', ask: 'Where does the next step lead?' },
  { id: 'type', at: 30, kind: 'type', ask: 'What is the loss at step 40?' },
  { id: 'order', at: 40, kind: 'order', ask: 'Lowest loss first.', options: ['Start', 'Middle', 'End'] },
];

inPage('a figure at a question of each kind, and after the answers', {}, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { title: 'Five questions', view: { views: ['contour'], window: [[-4, 5], [-7, 2]] }, ponders: PONDERS }));
  await told('asked', figure);
  for (const { id, at: step, kind } of PONDERS) {
    await figure.locator('.figure').focus();
    await page.keyboard.press('End');
    if (kind !== 'choose') await told(kind, figure.locator('.ponder'));
    const right = kind !== 'choose' && kind !== 'order';
    await answer(figure, await opened(figure, { id, step, kind }), right);
    await told(`${kind}-${right ? 'right' : 'wrong'}`, figure.locator('.ponder'));
    if (kind === 'click') await told('map', view(figure, 'contour'));
  }
});

inPage('a figure that has diverged, and one that is none', {}, async (page) => {
  const figure = await mount(page, { surface: { function: 'rosenbrock' }, runs: [{ method: 'gradient-descent', learning_rate: 0.1 }], steps: 30, view: { views: ['contour'] } });
  await within(figure, (element) => element.seek(30));
  await said(figure, 'iverged');
  await told('diverged', figure);
  await figure.evaluate(async (/** @type {any} */ element) => {
    element.recipe = { surface: { function: 'saddle' }, runs: [{ method: 'adam', learning_rat: 1 }], steps: 0 };
    await element.ready.catch(() => {});
  });
  await told('wrong-recipe', figure);
});

inPage('the tools of the playground', {}, async (page) => {
  const figure = await open(page, twoPoints([{ method: 'adam' }, { method: 'momentum' }], { view: { views: ['contour'] } }), 'Function');
  for (const name of ['Function', 'Data', 'Runs', 'Results', 'Sweeps', 'Share', 'Save']) {
    await figure.getByRole('tab', { name }).click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await told(`tool-${name.toLowerCase()}`, name === 'Function' ? figure.locator('.workbench') : figure.locator('.panel:not([hidden])'));
  }
});
