// The playground: a function as it is typed, everything undone and done again, all of it by keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inPage, mount, picture, said, same, site, twoPoints, view } from './support/browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @param {Page} page */
async function open(page) {
  await page.goto(`${site}playground.html`);
  const figure = page.locator('ponder-figure');
  await figure.evaluate((element) => /** @type {any} */ (element).ready);
  await figure.locator('.workbench').waitFor();
  return figure;
}

/** Recipe and rows, all runs. @param {Locator} figure @returns {Promise<{ recipe: any, rows: number[] }>} */
const state = (figure) => figure.evaluate((/** @type {any} */ element) => (
  { recipe: element.recipe, rows: element.recipe.runs.flatMap((/** @type {any} */ _, /** @type {number} */ run) => [...element.points(run)]) }
));

/** @param {Locator} figure */
const field = (figure) => figure.getByLabel('Your function of w and b');

inPage('a function is drawn as it is typed, and the run on it is the one that the numbers say', {}, async (page) => {
  const figure = await open(page);
  const before = await picture(view(figure, 'contour'));
  await field(figure).fill('(w - 1)^2 + 4*(b + 0.5)^2');
  assert.ok(!same(before, await picture(view(figure, 'contour'))));
  const { recipe, rows } = await state(figure);
  assert.equal(recipe.surface.expression, '(w - 1)^2 + 4*(b + 0.5)^2');
  const numbers = await page.evaluate(async (recipe) => {
    const { trajectory } = await import(new URL('ponder.js', location.href).href);
    return [...trajectory(recipe)];
  }, recipe);
  assert.deepEqual(rows, numbers);
  await figure.getByText('One minimum found, at (1, −0.5)').waitFor();
  assert.equal(await figure.locator('.written math').count(), 1);
});

/** @param {Locator} figure */
const surface = (figure) => figure.locator('.workbench select').first();

const BAD = [
  '', '   ', 'w +', '2w', 'w b', 'w^2 + b^', '(w + b', 'w + b)', 'w + (b * (2 + w)', 'sin', 'sin w', 'sin()', 'sin(w, b)', 'max(w)', 'pow(w)',
  'foo(w)', 'q + 1', 'w + x', 'x + b', 'w,b', '1,5*w', 'w $ b', 'w = 2', '1.2.3', 'w + * b', '2(w + b)', 'w!', '"w"', '(((((', 'cosh^2',
  `${'('.repeat(70)}w${')'.repeat(70)}`, `${'w+'.repeat(600)}w`, `w${' '.repeat(1100)}`, `${'-'.repeat(80)}w`,
];

inPage('a bad formula is told in its own words, marked where it is wrong, and nothing typed is lost', {}, async (page) => {
  const figure = await open(page);
  const good = (await state(figure)).recipe.surface.expression;
  const told = new Set();
  for (const text of BAD) {
    await field(figure).fill(text);
    assert.equal(await field(figure).inputValue(), text);
    const words = await figure.locator('.typed .told').textContent() ?? '';
    assert.match(words, /^[A-Z].{12,}[.?]$/, text);
    assert.doesNotMatch(words, /undefined|NaN|\{|surface\.expression/, text);
    told.add(words);
    assert.equal(await field(figure).getAttribute('aria-invalid'), 'true', text);
    if (text.trim()) assert.equal(await figure.locator('.mirror mark').count(), 1, text);
    const { recipe } = await state(figure);
    assert.equal(recipe.surface.expression, good, `${text}: the last good one stays`);
  }
  assert.ok(told.size > BAD.length - 4, `${told.size} messages`);
  for (const odd of ['1/0', '0/0', 'ln(w)/b', 'tan(w)', '1e300*w', 'exp(exp(w))', '0', 'sqrt(-1)']) {
    await field(figure).fill(odd);
    assert.equal((await state(figure)).recipe.surface.expression, odd, 'poles and holes are no mistakes');
    assert.equal(await figure.locator('.typed .told').textContent(), '');
  }
  await figure.getByText('There is no finite value where the runs start').waitFor();
});

inPage('undo and redo go through all that was done, bit for bit', {}, async (page) => {
  const figure = await open(page);
  await figure.evaluate((element) => { /** @type {any} */ (element).step = 40; });
  const seen = [await state(figure)];
  const all = [
    () => field(figure).fill('w^2 + 3*b^2 + sin(3*w)'),
    () => figure.getByLabel('learning rate of Momentum η').press('ArrowRight'),
    () => view(figure, 'contour').press('ArrowUp'),
    () => surface(figure).selectOption('function:himmelblau'),
    () => figure.getByRole('tab', { name: 'Runs' }).click(),
    () => figure.getByRole('button', { name: 'Add a run' }).click(),
    () => figure.getByLabel('Method').selectOption('adagrad'),
    () => figure.getByLabel('Steps', { exact: true }).fill('77'),
    () => figure.getByRole('tab', { name: 'Function' }).click(),
    () => surface(figure).selectOption('model:sigmoid-neuron'),
    () => surface(figure).selectOption('model:four-input-neuron'),
    () => surface(figure).selectOption('expression'),
  ];
  for (const act of all) {
    await act();
    const now = await state(figure);
    assert.equal(await figure.locator('slot.poster').isVisible(), false);
    if (JSON.stringify(now.recipe) !== JSON.stringify(seen.at(-1)?.recipe)) seen.push(now);
  }
  assert.equal(seen.length, 11);
  const keys = figure.locator('.figure').first();
  for (const past of seen.slice(0, -1).reverse()) {
    await keys.press('Control+z');
    assert.deepEqual(await state(figure), past);
  }
  assert.equal(await figure.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled'), 'true');
  for (const next of seen.slice(1)) {
    await keys.press(next === seen[1] ? 'Control+Shift+z' : 'Control+y');
    assert.deepEqual(await state(figure), next);
  }
  assert.ok(await figure.evaluate((element) => /** @type {any} */ (element).step) > 0, 'where it was, as far as there is');
});

inPage('a field that is written in has its own undo; the figure around it has not moved', {}, async (page) => {
  const figure = await open(page);
  const before = await field(figure).inputValue();
  await field(figure).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' + w');
  await page.keyboard.press('Control+z');
  const { recipe } = await state(figure);
  assert.notEqual(await field(figure).inputValue(), `${before} + w`, 'the browser took back a part of what was typed');
  assert.equal(recipe.surface.expression, `${before} + w`, 'what is no function is not drawn');
  await figure.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await field(figure).inputValue(), before);
});

inPage('every figure can be undone, but not while a question waits', {}, async (page) => {
  const ponders = [{ id: 'q', at: 5, kind: 'type', ask: 'How much?' }];
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { ponders, view: { views: ['contour'], knobs: ['learning_rate'] } }));
  const rate = figure.getByLabel('learning rate η');
  const now = () => figure.evaluate((/** @type {any} */ element) => element.recipe.runs[0].learning_rate);
  assert.equal(await rate.isDisabled(), true);
  await figure.evaluate((/** @type {any} */ element) => element.skip());
  for (let i = 0; i < 3; i += 1) await rate.press('ArrowRight');
  assert.notEqual(await now(), 1);
  await figure.locator('.figure').press('Control+z');
  assert.equal(await now(), 1, 'one slide is one change');
  await said(figure, /^Undone\. Now: learning rate 1\.$/);
  assert.equal(await figure.evaluate((/** @type {any} */ element) => (element.seek(60), element.step)), 60, 'what was asked is not asked again');
});

inPage('the tools by keys alone', {}, async (page) => {
  const figure = await open(page);
  await figure.getByRole('tab', { name: 'Function' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await figure.getByRole('tab', { name: 'Data' }).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('ArrowRight');
  assert.equal(await figure.getByRole('tab', { name: 'Runs' }).getAttribute('aria-selected'), 'true');
  const names = () => figure.evaluate((element) => {
    let active = element.shadowRoot?.activeElement;
    return (active?.closest('label')?.textContent || active?.getAttribute('aria-label') || active?.textContent || '').trim();
  });
  const passed = [];
  for (let i = 0; i < 30 && passed.at(-1) !== 'Schedules, batches, noise'; i += 1) {
    await page.keyboard.press('Tab');
    passed.push(await names());
  }
  for (const wanted of ['Undo', 'Gradient descent', 'Add a run', 'Duplicate', 'Name', 'w', 'b']) assert.ok(passed.includes(wanted), `${wanted} in ${passed}`);
  await figure.getByRole('button', { name: 'Add a run' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  assert.deepEqual((await state(figure)).recipe.runs.map((/** @type {any} */ run) => run.method), ['gradient-descent', 'momentum', 'adam', 'nesterov', 'adagrad']);
  await figure.getByRole('button', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await figure.evaluate((element) => element.shadowRoot?.activeElement?.textContent), 'Remove', 'the focus stays on what is pressed');
});

inPage('a link of the page opens its recipe, and undo brings back what was there', {}, async (page) => {
  const figure = await open(page);
  const before = await state(figure);
  for (const link of await page.locator('main a[href^="#v="]').all()) {
    await link.click();
    assert.notDeepEqual((await state(figure)).recipe, before.recipe);
    assert.equal(await figure.locator('.notice').count(), 0);
    await figure.locator('.figure').first().press('Control+z');
    assert.deepEqual(await state(figure), before);
  }
});

inPage('the same links open the same figure in a new tab', {}, async (page) => {
  const figure = await open(page);
  for (const link of await page.locator('main a[href^="#v="]').all()) {
    const other = await page.context().newPage();
    await other.goto(`${site}playground.html${await link.getAttribute('href')}`);
    const alone = other.locator('ponder-figure');
    await alone.locator('.workbench').waitFor();
    await link.click();
    assert.deepEqual((await state(alone)).rows, (await state(figure)).rows);
    assert.deepEqual((await state(alone)).recipe.view, (await state(figure)).recipe.view);
    await other.close();
    await figure.locator('.figure').first().press('Control+z');
  }
  const known = page.context().pages().length;
  await page.locator('main a[href^="#v="]').first().click({ modifiers: ['Control'] });
  await page.waitForTimeout(300);
  assert.equal(page.context().pages().length, known + 1, 'with Ctrl it is a link as every other');
});

inPage('another function, or a window that is asked for, is not seen through the old zoom', {}, async (page) => {
  const figure = await open(page);
  const whole = figure.getByRole('button', { name: 'Whole view' });
  const zoom = async () => {
    await view(figure, 'contour').press('+');
    await whole.waitFor();
  };
  await zoom();
  await field(figure).fill('w^2 + 2*b^2');
  assert.equal(await whole.isVisible(), false);
  await zoom();
  await figure.getByLabel('w from').fill('-4');
  assert.equal(await whole.isVisible(), false);
  await zoom();
  await figure.getByLabel('learning rate of Momentum η').press('ArrowRight');
  assert.equal(await whole.isVisible(), true, 'the same land');
});

inPage('what was said of the figure is not said of another one', {}, async (page) => {
  const figure = await open(page);
  const root = figure.locator('.figure').first();
  assert.match(await root.getAttribute('aria-description') ?? '', /four valleys/);
  await field(figure).fill('w^2 + 2*b^2');
  assert.equal(await root.getAttribute('aria-description'), null);
  const { recipe } = await state(figure);
  assert.deepEqual([recipe.title, recipe.alt], [undefined, undefined]);
  await figure.getByRole('button', { name: 'Undo' }).click();
  assert.match(await root.getAttribute('aria-description') ?? '', /four valleys/);
});

inPage('a file that is no recipe is told, and does not take the place of the page', {}, async (page) => {
  const figure = await open(page);
  const taken = await figure.evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'holiday.png', { type: 'image/png' }));
    const canvas = /** @type {Element} */ (element.shadowRoot?.querySelector('canvas'));
    return ['dragover', 'drop'].map((type) => !canvas.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true })));
  });
  assert.deepEqual(taken, [true, true]);
  await figure.getByText('holiday.png is no recipe').waitFor();
});

inPage('ten megabytes pasted into the formula are told at once', {}, async (page) => {
  const figure = await open(page);
  // Put there and told: the browser's own pasting of so much takes it ten seconds.
  await field(figure).evaluate((/** @type {HTMLInputElement} */ input) => {
    input.value = 'w'.repeat(10_000_000);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  });
  await figure.getByText('Too much for one function').waitFor();
  assert.ok(await figure.locator('.mirror').evaluate((mirror) => (mirror.textContent ?? '').length) < 5000);
});

inPage('a number that is taken away and not given anew is what it was', {}, async (page) => {
  const figure = await open(page);
  const start = figure.getByLabel('w', { exact: true });
  const before = await state(figure);
  await start.fill('');
  await start.blur();
  assert.equal(await start.inputValue(), '-2');
  assert.deepEqual(await state(figure), before);
});

inPage('what core refuses is told, and the figure stays', {}, async (page) => {
  const figure = await open(page);
  await figure.getByRole('tab', { name: 'Runs' }).click();
  const before = await state(figure);
  await figure.getByLabel('Steps', { exact: true }).fill('0');
  await figure.getByText('steps: 0; allowed is a whole number').waitFor();
  assert.deepEqual(await state(figure), before);
  await figure.getByLabel('Steps', { exact: true }).fill('12');
  assert.equal((await state(figure)).recipe.steps, 12);
  const rate = figure.locator('.knob-field').getByRole('spinbutton', { name: /learning rate/ });
  await rate.fill('1000');
  await figure.getByText('usual: 0.001 to 100').waitFor();
  assert.equal((await state(figure)).recipe.runs[0].learning_rate, 1000, 'unusual is allowed');
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  inPage(`every tab without a fault, ${colorScheme}`, { colorScheme }, async (page) => {
    const figure = await open(page);
    await page.evaluate(axe);
    await surface(figure).selectOption('model:sigmoid-neuron');
    for (const tab of await figure.getByRole('tab').all()) {
      if (!await tab.isVisible()) continue;
      await tab.click();
      await figure.evaluate((element) => { for (const details of element.shadowRoot?.querySelectorAll('.workbench details') ?? []) /** @type {HTMLDetailsElement} */ (details).open = true; });
      const violations = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run();
        return violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
      });
      assert.deepEqual(violations, [], await tab.textContent() ?? '');
    }
  });
}

for (const width of [320, 360, 768, 1440]) {
  inPage(`nothing hangs over at ${width} px`, { viewport: { width, height: 800 } }, async (page) => {
    const figure = await open(page);
    await field(figure).fill('(w^2 - 1)^2 + (b^2 - 1)^2 + 0.3*w + sin(3*w)*cos(3*b)/(1 + w^2 + b^2) + exp(-w^2)');
    for (const tab of await figure.getByRole('tab').all()) {
      if (!await tab.isVisible()) continue;
      await tab.click();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), await tab.textContent() ?? '');
    }
  });
}
