// Sharing: a link, a snippet or a file says the figure that is seen, and opens as it again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { blank, inPage, same, picture, site, view } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const PLAYGROUND = `${site}playground.html`;
const FIGURE = {
  surface: { function: 'rosenbrock' },
  runs: [{ method: 'adam', learning_rate: 0.05, start: [1, 1.5] }],
  steps: 200,
  view: { views: ['contour'] },
};
const LINK = 'v=1&surface=rosenbrock&run=adam;learning_rate=0.05;start=1,1.5&steps=200&views=contour&at=37';
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** The playground with its tools, opened at Share. @param {Page} page @param {string} [hash] */
async function playground(page, hash = '') {
  await page.goto(PLAYGROUND + hash);
  const figure = page.locator('ponder-figure');
  await figure.evaluate((element) => /** @type {any} */ (element).ready);
  const tab = figure.getByRole('tab', { name: 'Share' });
  await tab.click();
  return { figure, share: figure.getByRole('tabpanel', { name: 'Share' }) };
}

/** @param {import('playwright-core').Locator} figure @returns {Promise<any>} */
const recipe = (figure) => figure.evaluate((element) => /** @type {any} */ (element).recipe);
/** @param {import('playwright-core').Locator} figure @returns {Promise<number>} */
const step = (figure) => figure.evaluate((element) => /** @type {any} */ (element).step);
/** @param {Page} page */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What is on the clipboard when it is no longer what it was. @param {import('playwright-core').Page} page @param {string} old @returns {Promise<string>} */
const another = async (page, old) => {
  const text = await clipboard(page);
  return text === old ? another(page, old) : text;
};

/** @param {object} figure @param {string} [name] */
const file = (figure, name = 'mine.json') => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof figure === 'string' ? figure : JSON.stringify(figure)) });

inPage('a link in the address opens its figure at its step', {}, async (page) => {
  const { figure } = await playground(page, `#${LINK}`);
  assert.deepEqual(await recipe(figure), FIGURE);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 37);
  assert.equal(await page.locator('.link-note').count(), 0);
});

inPage('what a link says wrongly is told, and so is one that cannot be opened', {}, async (page) => {
  const { figure } = await playground(page, `#${LINK.replace('steps=200', 'steps=0')}&zoom=2`);
  const note = page.locator('.link-note');
  await note.waitFor();
  assert.match(await note.innerText(), /zoom: unknown; a link knows[\s\S]*steps: 0; allowed is a whole number from 1 to 1000000; taken is 1/);
  assert.equal((await recipe(figure)).steps, 1);
  await note.getByRole('button', { name: 'Close' }).click();
  assert.equal(await note.count(), 0);
  await page.evaluate(() => { location.hash = '#v=1&surface=valle&run=newton&steps=5'; });
  await note.waitFor();
  assert.match(await note.innerText(), /could not be opened[\s\S]*surface\.function: "valle"; allowed is saddle/);
  assert.equal((await recipe(figure)).steps, 1, 'the figure stays');
  await page.evaluate((link) => { location.hash = `#${link}`; }, LINK);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 37);
  assert.equal(await note.count(), 0);
  await figure.getByRole('button', { name: 'Undo' }).click();
  assert.equal((await recipe(figure)).steps, 1, 'a link in an open page can be taken back');
});

inPage('a copied link opens the same picture and the same bits', { ...CLIPBOARD, reducedMotion: 'reduce' }, async (page) => {
  const { figure, share } = await playground(page, `#${LINK}`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 37);
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 50; });
  const before = await page.evaluate(() => history.length);
  await share.getByRole('button', { name: 'Copy link' }).click();
  await share.getByText(/The link is copied: \d+ characters, opens at step 50/).waitFor();
  const url = await clipboard(page);
  assert.ok(url === `${PLAYGROUND}#${LINK.replace('at=37', 'at=50')}`, url);
  assert.deepEqual([await page.evaluate(() => location.href), await page.evaluate(() => history.length)], [url, before]);
  const points = () => figure.evaluate((element) => [.../** @type {any} */ (element).points(0)]);
  const [here, map] = [await points(), await picture(view(figure, 'contour'))];
  await page.reload();
  await figure.evaluate((element) => /** @type {any} */ (element).ready);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 50);
  assert.deepEqual(await points(), here);
  assert.ok(same(await picture(view(figure, 'contour')), map), 'the same pixels');
  // What the reader sees is the window that they have zoomed to.
  await figure.getByRole('tab', { name: 'Share' }).click();
  await figure.locator('.view.contour').getByRole('button', { name: 'Zoom in' }).click({ force: true });
  await share.getByRole('button', { name: 'Copy link' }).click();
  assert.match(await another(page, url), /&window=-?[\d.]+,-?[\d.]+;-?[\d.]+,-?[\d.]+&/);
});

inPage('what is copied for a page lives in a page', CLIPBOARD, async (page) => {
  const title = { ...FIGURE, title: "Ada's <valley> & more" };
  const { figure, share } = await playground(page);
  await figure.evaluate((element, title) => { /** @type {any} */ (element).recipe = title; return /** @type {any} */ (element).ready; }, title);
  await figure.getByRole('tab', { name: 'Share' }).click();
  await share.getByRole('button', { name: 'Copy element' }).click();
  await share.getByText('Copied.').waitFor();
  const element = await clipboard(page);
  await share.getByRole('button', { name: 'Copy frame' }).click();
  const frame = await another(page, element);
  assert.match(element, /^<script type="module" src="http[^"]*\/ponder\.js"><\/script>\n<ponder-figure recipe='\{/);
  assert.match(frame, /^<iframe src='http[^']*\/embed\.html#v=1&amp;surface=rosenbrock/);
  await page.route(`${site}host.html`, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>host</title>${element}${frame}` }));
  await page.goto(`${site}host.html`);
  const pasted = page.locator('ponder-figure');
  await pasted.evaluate((element) => /** @type {any} */ (element).ready);
  assert.deepEqual(await recipe(pasted), title);
  const inside = page.frameLocator('iframe').locator('ponder-figure');
  await inside.scrollIntoViewIfNeeded();
  await inside.evaluate((element) => /** @type {any} */ (element).ready);
  assert.deepEqual(await recipe(inside), title);
});

inPage('where the clipboard is closed the text is there to be copied by hand', {}, async (page) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const { figure, share } = await playground(page, `#${LINK}`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 37);
  await share.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Enter');
  const field = share.getByRole('textbox', { name: /copy it by hand/ });
  await field.waitFor();
  assert.equal(await field.inputValue(), `${PLAYGROUND}#${LINK}`);
  const selected = await figure.evaluate((element) => {
    const field = /** @type {HTMLTextAreaElement} */ (element.shadowRoot?.activeElement);
    return field.selectionEnd - field.selectionStart === field.value.length;
  });
  assert.ok(selected);
});

inPage('a recipe is saved to a file, and a file is opened', {}, async (page) => {
  const { figure, share } = await playground(page, `#${LINK}`);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 37);
  const [download] = await Promise.all([page.waitForEvent('download'), share.getByRole('button', { name: 'Save recipe file' }).click()]);
  assert.equal(download.suggestedFilename(), 'rosenbrock.json');
  assert.deepEqual(JSON.parse(readFileSync(await download.path(), 'utf8')), FIGURE);
  const open = async (/** @type {ReturnType<typeof file>} */ chosen) => {
    const [picker] = await Promise.all([page.waitForEvent('filechooser'), share.getByRole('button', { name: 'Open recipe file' }).click()]);
    await picker.setFiles(chosen);
  };
  for (const [chosen, words] of /** @type {[any, RegExp][]} */ ([
    [file('{"surface"', 'half.json'), /half\.json was not opened, and nothing has changed:\s*it is not JSON/],
    [file({ ...FIGURE, stesp: 3 }), /stesp: unknown; a recipe knows/],
    [file('[]'), /allowed is an object/],
  ])) {
    await open(chosen);
    await share.getByText(words).first().waitFor();
    assert.deepEqual(await recipe(figure), FIGURE);
  }
  const other = { surface: { function: 'saddle' }, runs: [{ method: 'momentum', learning_rate: 0.1 }], steps: 9 };
  await open(file(other));
  await share.getByText('mine.json is open. Undo brings back what you had.').waitFor();
  assert.deepEqual(await recipe(figure), other);
  await figure.getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await recipe(figure), FIGURE);
  assert.ok(await step(figure) >= 0);
});

inPage('a recipe file that is dropped anywhere on the page opens in the figure', {}, async (page) => {
  const { figure } = await playground(page, `#${LINK}`);
  const drop = (/** @type {string} */ where, /** @type {string} */ text, /** @type {string} */ name) => page.evaluate(([where, text, name]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: 'application/json' }));
    const place = /** @type {Element} */ (document.querySelector(where));
    for (const type of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
  }, [where, text, name]);
  await drop('h1', '{"steps":', 'half.json');
  await figure.getByText('half.json was not opened').waitFor();
  assert.deepEqual(await recipe(figure), FIGURE);
  await drop('ponder-figure', JSON.stringify({ ...FIGURE, steps: 12 }), 'mine.json');
  await figure.getByText('mine.json is open.').waitFor();
  assert.equal((await recipe(figure)).steps, 12);
});

inPage('a frame opens what stands behind the hash, with its author’s settings', {}, async (page) => {
  await page.goto(`${site}embed.html?theme=dark#${LINK}`);
  const figure = page.locator('ponder-figure');
  await figure.evaluate((element) => /** @type {any} */ (element).ready);
  assert.deepEqual(await recipe(figure), FIGURE);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step === 37);
  assert.equal(await figure.getAttribute('theme'), 'dark');
});

inPage('the same in the browser as everywhere: encode and decode', {}, async (page) => {
  await blank(page);
  const there = await page.evaluate(async (link) => {
    const { ready, encode, decode } = await import(new URL('ponder.js', location.href).href);
    await ready;
    return [encode(decode(link)), decode(`${link}&zoom=2`).notes[0].path];
  }, LINK);
  assert.deepEqual(there, [LINK, 'zoom']);
});
