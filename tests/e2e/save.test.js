// What a reader takes away from a figure: the same texts as the command line's, pictures of the size that was asked for, a
// film that another decoder opens, and nothing that is later than an open question.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { blank, inPage, twoPoints } from './support/browser.js';
import { native } from './support/command.js';

const RACE = { ...twoPoints([{ method: 'momentum' }, { method: 'adam', batch: { size: 1, order: 'shuffled', seed: 3 } }]), steps: 60 };
const ASKED = { ...RACE, ponders: [{ id: 'q', at: 7, kind: 'choose', ask: 'Up or down?', options: [{ text: 'up', right: false }, { text: 'down', right: true }] }] };

/** A figure with its tools, what is saved in sight. @param {import('playwright-core').Page} page @param {object} recipe */
async function open(page, recipe) {
  await blank(page);
  await page.evaluate(async (recipe) => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.setAttribute('controls', 'playground');
    element.recipe = recipe;
    document.body.append(element);
    await element.ready;
  }, recipe);
  await page.getByRole('tab', { name: 'Save' }).click();
  return page.locator('ponder-figure');
}

/** @param {import('playwright-core').Page} page @param {string} button @returns {Promise<Buffer>} */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  return readFileSync(await download.path());
}

inPage('CSV is that of the command line, byte for byte, and JSON says the same', {}, async (page) => {
  await open(page, RACE);
  assert.equal((await saved(page, 'Save CSV')).toString(), native(RACE, 'trajectory'));
  assert.deepEqual(JSON.parse((await saved(page, 'Save JSON')).toString()), JSON.parse(native(RACE, 'trajectory', '--format', 'json')));
});

inPage('the scripts are those of the command line, where the clipboard is open and where it is not', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
  const figure = await open(page, RACE);
  await page.getByRole('button', { name: 'Copy for NumPy' }).click();
  await figure.getByText('Copied').waitFor();
  const script = native(RACE, 'python');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), script);
  assert.match(script, /shuffled|\[\[?\d+, \d+/);
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); });
  await page.getByRole('button', { name: 'Copy for PyTorch' }).click();
  const text = page.getByRole('textbox', { name: 'The script' });
  await text.waitFor();
  const [value, selected] = await text.evaluate((area) => {
    const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (area);
    return [value, value.slice(selectionStart, selectionEnd)];
  });
  assert.equal(value, native(RACE, 'python', '--torch'));
  assert.equal(selected, value);
});

inPage('pictures have the size that was asked for, and the SVG is that of the command line', {}, async (page) => {
  const figure = await open(page, RACE);
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  await page.getByLabel('Width').fill('321');
  await page.getByLabel('Height').fill('234');
  await page.getByRole('combobox', { name: 'Dots' }).selectOption('3');
  for (const view of ['surface', 'contour', 'fit', 'curves']) {
    await page.getByRole('combobox', { name: 'View' }).selectOption(view);
    const svg = (await saved(page, 'Save SVG')).toString();
    assert.equal(svg, native(RACE, 'draw', '--view', view, '--size', '321x234'), view);
    const shown = await page.evaluate(async (text) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, svg);
    assert.deepEqual(shown, [321, 234], `${view} is a picture`);
    const { width, height, data } = PNG.sync.read(await saved(page, 'Save PNG'));
    assert.deepEqual([width, height], [963, 702], view);
    assert.ok(data.every((value, i) => i % 4 < 3 || value === 255), `${view} stands on paper`);
    assert.ok(new Set(data.subarray(0, 4 * 963 * 702)).size > 30, `${view} is not blank`);
  }
  await page.getByLabel('Width').fill('5');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  await figure.getByText('allowed are 64 to 2000').waitFor();
});

inPage('a film has the frames and the size that were asked for', {}, async (page) => {
  await open(page, RACE);
  await page.getByLabel('Width').fill('160');
  await page.getByLabel('Height').fill('120');
  await page.getByLabel('Frames a second').fill('10');
  await page.getByLabel('Seconds').fill('2');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make a GIF' }).click()]);
  const python = process.env.PONDER_PYTHON ?? 'python3';
  const { stdout, stderr, status } = spawnSync(python, ['tests/python/film.py', await download.path()], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  const { size, loop, frames } = JSON.parse(stdout);
  assert.deepEqual([size, loop, frames.length], [[160, 120], 0, 20]);
  assert.deepEqual(frames.map((/** @type {any} */ frame) => frame.shown), [...Array(19).fill(100), 2100]);
  assert.equal(new Set(frames.map((/** @type {any} */ frame) => frame.pixels)).size, 20, 'it moves all the time');
  await page.getByRole('img', { name: 'The film, playing' }).waitFor();
});

inPage('a film can be cancelled, by keyboard too', {}, async (page) => {
  const figure = await open(page, RACE);
  let downloads = 0;
  page.on('download', () => { downloads += 1; });
  await page.getByLabel('Seconds').fill('60');
  await page.getByRole('button', { name: 'Make a GIF' }).click();
  await figure.getByText(/[1-9]\d* of 1200/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).focus();
  const took = await figure.evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const from = performance.now();
    /** @type {HTMLButtonElement} */ (root.activeElement).click();
    return new Promise((done) => {
      const look = () => (root.querySelector('.busy:not([hidden])') ? setTimeout(look) : done(performance.now() - from));
      look();
    });
  });
  await figure.getByText('Cancelled.').waitFor();
  console.log(`cancelled within ${took} ms`);
  assert.equal(downloads, 0);
});

inPage('nothing is saved that is later than an open question', {}, async (page) => {
  const figure = await open(page, ASKED);
  await figure.getByText('A question is open: what you save ends at step 7.').waitFor();
  const steps = async () => (await saved(page, 'Save CSV')).toString().trim().split('\n').map((line) => Number(line.split(',')[1]));
  assert.equal(Math.max(...(await steps()).slice(1)), 7);
  const drawn = (await saved(page, 'Save SVG')).toString();
  assert.equal(drawn, native({ ...ASKED, ponders: undefined }, 'draw', '--at', '0'), 'as it is seen now');
  await figure.evaluate((element) => /** @type {any} */ (element).skip());
  await figure.getByText('A question is open').waitFor({ state: 'hidden' });
  assert.equal(Math.max(...(await steps()).slice(1)), 60);
});
