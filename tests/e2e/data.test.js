// A reader's own data: typed, pasted, dropped, made; and every run that follows them.
import assert from 'node:assert/strict';
import { clean, open, paste, recipe } from './support/bench.js';
import { inPage, twoPoints } from './support/browser.js';

/** @typedef {import('playwright-core').Locator} Locator */

const FIGURE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour', 'fit'] } });

/** @param {Locator} figure @returns {Promise<any>} */
const data = async (figure) => (await recipe(figure)).surface.data;

/** @param {Locator} figure @param {number} row @param {string} column */
const cell = (figure, row, column) => figure.getByLabel(`Row ${row}, ${column}`, { exact: true });

/** @param {Locator} figure @param {string} name */
const choice = (figure, name) => figure.getByRole('combobox', { name, exact: true });

/** Whether the run shown is that of the recipe shown. @param {Locator} figure */
const honest = (figure) => figure.evaluate(async (element) => {
  const it = /** @type {any} */ (element);
  const { trajectory } = await import(new URL('ponder.js', location.href).href);
  const { surface, runs, steps } = it.recipe;
  return String(trajectory({ surface, runs, steps })) === String(it.points(0));
});

/** What has the focus. @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));

inPage('a number typed into a cell changes data, run and map, and is taken back', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await cell(figure, 1, 'y').fill('0,4');
  await cell(figure, 1, 'y').press('Enter');
  assert.deepEqual(await data(figure), [[0.5, 0.4], [2.5, 0.9]]);
  assert.ok(await honest(figure));
  assert.equal(await focused(page), 'Row 2, y');
  await figure.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await data(figure), 'two-points');
  assert.equal(await cell(figure, 1, 'y').inputValue(), '0.2');
});

inPage('rows are added, walked through and removed with the keyboard alone', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await cell(figure, 3, 'x').focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  assert.deepEqual(await data(figure), [[0.5, 0.2], [2.5, 0.9], [1, 0.5]]);
  assert.equal(await focused(page), 'Row 4, y');
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
  assert.equal(await focused(page), 'Row 2, x');
  await page.keyboard.press('Control+Delete');
  assert.deepEqual(await data(figure), [[0.5, 0.2], [1, 0.5]]);
  assert.equal(await focused(page), 'Row 2, x');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(page), 'Row 1, y');
});

inPage('a bad cell keeps its text and says why; the figure keeps the row as it was', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await cell(figure, 1, 'x').fill('high');
  await cell(figure, 1, 'x').press('Enter');
  assert.equal(await data(figure), 'two-points');
  assert.equal(await cell(figure, 1, 'x').inputValue(), 'high');
  assert.equal(await cell(figure, 1, 'x').getAttribute('aria-invalid'), 'true');
  assert.match(String(await figure.locator('.grid .faults').textContent()), /Row 1, x.*"high" is no number/);
  // Another row is still the reader's to change, and the bad one is not lost.
  await cell(figure, 2, 'y').fill('0.7');
  await cell(figure, 2, 'y').press('Enter');
  assert.deepEqual(await data(figure), [[0.5, 0.2], [2.5, 0.7]]);
  assert.equal(await cell(figure, 1, 'x').inputValue(), 'high');
  await cell(figure, 1, 'x').fill('1');
  await cell(figure, 1, 'x').press('Enter');
  assert.deepEqual(await data(figure), [[1, 0.2], [2.5, 0.7]]);
  assert.equal(await figure.locator('.grid .faults li').count(), 0);
});

const PASTED = [
  ['commas', '0.5,0.2\n1,0.4\n2.5,0.9'],
  ['semicolons and decimal commas', 'x;y\r\n0,5;0,2\r\n1;0,4\r\n2,5;0,9\r\n'],
  ['tabs', '0.5\t0.2\n1\t0.4\n2.5\t0.9\n'],
  ['spaces', '0.5 0.2\n1   0.4\n2.5 0.9'],
];
for (const [name, text] of PASTED) {
  inPage(`rows with ${name} are pasted, and taken back in one step`, {}, async (page) => {
    const figure = await open(page, FIGURE, 'Data');
    await paste(cell(figure, 1, 'x'), text);
    assert.deepEqual(await data(figure), [[0.5, 0.2], [1, 0.4], [2.5, 0.9]]);
    assert.ok(await honest(figure));
    await figure.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await data(figure), 'two-points');
  });
}

inPage('rows are pasted from a cell on, as in a spreadsheet; a dropped file takes the place of all', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await paste(cell(figure, 2, 'x'), '3,1\n4,2');
  assert.deepEqual(await data(figure), [[0.5, 0.2], [3, 1], [4, 2]]);
  await figure.locator('.workbench .data').evaluate((element) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['\ufeffx,y\n7,8\n'], 'mine.csv', { type: 'text/csv' }));
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await figure.getByText('The first line is a header: x,y').waitFor();
  assert.deepEqual(await data(figure), [[7, 8]]);
});

inPage('a text that cannot be read stays, with its lines, until it can', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await paste(cell(figure, 1, 'x'), '1,2\n3,abc\n4,5,6\n');
  assert.equal(await data(figure), 'two-points');
  const told = String(await figure.locator('.reader .faults').textContent());
  assert.match(told, /Line 2, cell 2: "abc"; allowed is a number/);
  assert.match(told, /Line 3: 3 cells; allowed are 2: x, y/);
  const text = figure.getByLabel('Rows as text');
  assert.equal(await text.inputValue(), '1,2\n3,abc\n4,5,6\n');
  await figure.getByRole('button', { name: 'Line 2, cell 2' }).click();
  assert.equal(await text.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), '3,abc');
  await text.fill('1,2\n3,4\n');
  await page.keyboard.press('Control+Enter');
  assert.deepEqual(await data(figure), [[1, 2], [3, 4]]);
});

inPage('ten megabytes are refused at once, ten thousand rows are shown fifty at a time', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  const took = (/** @type {Locator} */ place, /** @type {string} */ line, /** @type {number} */ times) => place.evaluate((element, [line, times]) => {
    const given = new DataTransfer();
    given.setData('text/plain', line.repeat(times));
    const before = performance.now();
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: given, bubbles: true, cancelable: true, composed: true }));
    return performance.now() - before;
  }, /** @type {[string, number]} */ ([line, times]));
  const refused = await took(cell(figure, 1, 'x'), '0.123,0.456\n', 850_000);
  assert.ok(refused < 1000, `${refused} ms`);
  assert.match(String(await figure.locator('.reader .faults').textContent()), /Line 10001: more than 10000 rows/);
  assert.equal(await data(figure), 'two-points');
  const words = await took(cell(figure, 1, 'x'), 'Lorem ipsum dolor sit amet\n', 400_000);
  assert.ok(words < 1000, `${words} ms`);
  await took(cell(figure, 1, 'x'), '0.5,0.25\n', 10_000);
  assert.equal((await data(figure)).length, 10_000);
  assert.equal(await figure.locator('.cells tbody tr').count(), 50);
  await cell(figure, 1, 'x').focus();
  await page.keyboard.press('Control+End');
  assert.equal(await focused(page), 'Row 10000, x');
});

inPage('data are made from a seed, the same from the same', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await figure.getByText('Make data').click();
  await figure.getByRole('button', { name: 'Make', exact: true }).click();
  const first = await data(figure);
  assert.equal(first.length, 100);
  const zeros = first.filter((/** @type {number[]} */ [x]) => x === 0).length;
  assert.ok(zeros > 65 && zeros < 95, `${zeros} zeros`);
  await figure.getByRole('button', { name: 'Another seed' }).click();
  assert.notDeepEqual(await data(figure), first);
  await figure.getByLabel('seed').fill('1');
  await figure.getByLabel('seed').press('Enter');
  assert.deepEqual(await data(figure), first);
  await figure.getByLabel('rows', { exact: true }).fill('many');
  await figure.getByLabel('rows', { exact: true }).press('Enter');
  assert.match(String(await figure.locator('.maker .told').textContent()), /rows: "many"; allowed is a whole number from 1 to 10000/);
  assert.deepEqual(await data(figure), first);
});

inPage('own data stay under another model, and rows can be held out', {}, async (page) => {
  const figure = await open(page, FIGURE, 'Data');
  await paste(cell(figure, 1, 'x'), '1,1\n2,2\n3,3\n4,4');
  await choice(figure, 'Model').selectOption('linear-neuron');
  assert.deepEqual((await recipe(figure)).surface, { model: 'linear-neuron', data: [[1, 1], [2, 2], [3, 3], [4, 4]] });
  await choice(figure, 'Loss').selectOption('mean');
  await figure.getByLabel('k: every which row is held out').fill('2');
  await figure.getByRole('button', { name: 'Hold out every k-th row' }).click();
  assert.deepEqual((await recipe(figure)).surface, { model: 'linear-neuron', reduce: 'mean', data: [[1, 1], [3, 3]], validation: [[2, 2], [4, 4]] });
  assert.equal(await cell(figure, 2, 'y').inputValue(), '2', 'rows keep their places');
  await figure.getByRole('button', { name: 'Hold out none' }).click();
  await choice(figure, 'Model').selectOption('four-input-neuron');
  assert.deepEqual((await data(figure))[3], [4, 0, 0, 0, 4]);
  await cell(figure, 1, 'x3').fill('7');
  await cell(figure, 1, 'x3').press('Enter');
  await choice(figure, 'Model').selectOption('sigmoid-neuron');
  assert.deepEqual(await data(figure), [[1, 1], [2, 2], [3, 3], [4, 4]]);
  await choice(figure, 'Model').selectOption('four-input-neuron');
  assert.deepEqual((await data(figure))[0], [1, 0, 7, 0, 1]);
});

inPage('from a function to data with one button, and a named set keeps its name', {}, async (page) => {
  const figure = await open(page, { surface: { function: 'saddle' }, runs: [{ method: 'momentum', learning_rate: 0.1, start: [0.5, 0.1] }], steps: 40 }, 'Data');
  await figure.getByRole('button', { name: 'Fit a neuron to data' }).click();
  assert.equal(await data(figure), 'two-points');
  await choice(figure, 'Data').selectOption('sparse');
  assert.equal(await data(figure), 'sparse');
  assert.equal(await cell(figure, 1, 'x').inputValue(), '0.6509');
});

for (const [scheme, width] of /** @type {const} */ ([['light', 1280], ['dark', 360]])) {
  inPage(`axe finds nothing in the data tool, ${scheme}, ${width} px`, { colorScheme: scheme, viewport: { width, height: 900 } }, async (page) => {
    const figure = await open(page, FIGURE, 'Data');
    await cell(figure, 1, 'x').fill('high');
    await cell(figure, 1, 'x').press('Enter');
    await paste(cell(figure, 1, 'x'), '1,2\n3,abc\n');
    await figure.getByText('Make data').click();
    await clean(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  });
}
