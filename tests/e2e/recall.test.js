// Closing questions, by keyboard alone: every kind once right and once wrong; nothing told before; another one is another.
import assert from 'node:assert/strict';
import { blank, inPage, site } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const CHOOSE = ['Down', 'Up'].map((right) => ({
  kind: 'choose', many: false, ask: `Slope ${right === 'Up' ? 'falls' : 'rises'}?`, why: `${right}, against it.`,
  options: ['Up', 'Down', 'Nowhere'].map((text) => (text === right ? { text, right: true } : { text, right: false, why: `${text} is no way.` })),
}));
const MANY = [1, 2].map((n) => ({
  kind: 'choose', many: true, ask: `Which are above ${n}?`, why: 'Count.',
  options: [{ text: '1', right: 1 > n, why: 'Too small.' }, { text: '2', right: 2 > n, why: 'Just not.' }, { text: '3', right: true }],
}));
const TYPE = [2, 3].map((n) => ({
  kind: 'type', ask: `Twice $ ${n} $?`, why: `It is ${2 * n}.`, answer: { value: 2 * n, tolerance: 0.1 }, wrong: [{ value: n, why: 'Once only.' }],
}));
const ORDER = [['a', 'b', 'c'], ['c', 'b', 'a']].map((options) => ({ kind: 'order', ask: `From ${options[0]}.`, why: 'So.', options }));

/** A page with one question alone. @param {Page} page @param {object[]} variants */
async function mount(page, variants) {
  await blank(page);
  await page.evaluate(async (variants) => {
    try { sessionStorage.setItem('ponder-visit', '7'); } catch { /* A frame may not store. */ }
    await import(new URL('recall.js', location.href).href);
    const element = document.createElement('ponder-recall');
    element.setAttribute('name', 'q');
    const template = document.createElement('template');
    template.content.append(JSON.stringify(variants));
    element.append(template);
    document.body.append(element);
  }, variants);
  return page.locator('ponder-recall');
}

/** What can be read or heard of it. @param {import('playwright-core').Locator} recall */
const said = (recall) => recall.evaluate((element) => {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const attributes = [...root.querySelectorAll('*')].flatMap((node) => [...node.attributes].flatMap(({ name, value }) => (name === 'aria-hidden' ? [] : [value])));
  return `${root.textContent}\n${attributes.join('\n')}`;
});

/** The variant that is asked. @param {import('playwright-core').Locator} recall @param {{ ask: string }[]} variants */
async function asked(recall, variants) {
  const text = (await recall.locator('.ask').innerText()).replace(/\s/g, '');
  const at = variants.findIndex(({ ask }) => text === ask.replace(/[\s$]/g, ''));
  assert.ok(at >= 0, text);
  return at;
}

/** @param {Page} page @param {...string} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

const focused = (/** @type {import('playwright-core').Locator} */ place) => place.evaluate((element) => element.matches(':focus'));

/**
 * Answers wrong, asks for another one, answers right.
 * @param {Page} page @param {any[]} variants @param {(variant: any, right: boolean) => Promise<void>} answer from the first thing in the card
 */
async function wrongThenRight(page, variants, answer) {
  const recall = await mount(page, variants);
  const card = recall.locator('.ponder');
  const first = await asked(recall, variants);
  const before = await said(recall);
  for (const { why, wrong = [], options = [] } of variants) {
    const secrets = [why, ...wrong, ...options].map((part) => part.why ?? (typeof part === 'string' && part.length > 3 ? part : null));
    for (const secret of secrets.filter(Boolean)) assert.ok(!before.includes(secret), `${secret} before the answer`);
  }
  assert.ok(!/\b(right|true|correct)\b/i.test(before), 'no key in what can be read or heard');
  await press(page, 'Tab');
  await answer(variants[first], false);
  assert.match(await card.innerText(), /Not quite\./);
  assert.ok(await focused(recall.locator('.result')));
  await press(page, 'Tab', 'Enter');
  const second = await asked(recall, variants);
  assert.notEqual(second, first);
  assert.equal(await recall.locator('.result').count(), 0);
  await answer(variants[second], true);
  assert.match(await card.innerText(), /(^|\n)Right\./);
  assert.ok((await card.innerText()).includes(variants[second].why));
  return card;
}

inPage('a choice', {}, async (page) => {
  const card = await wrongThenRight(page, CHOOSE, async ({ options }, right) => {
    const at = options.findIndex((/** @type {any} */ option) => (right ? option.right : option.text === 'Nowhere'));
    await press(page, 'Space', ...Array(at).fill('ArrowDown'), 'Enter');
    if (!right) assert.match(await page.locator('ponder-recall .ponder').innerText(), /Nowhere is no way\./);
  });
  assert.equal(await card.getByRole('radio').count(), 3);
});

inPage('a choice of many', {}, async (page) => {
  const card = await wrongThenRight(page, MANY, async ({ options }, right) => {
    for (const option of options) await press(page, ...(option.right === right ? ['Space'] : []), 'Tab');
    await press(page, 'Enter');
  });
  assert.equal(await card.getByRole('checkbox').count(), 3, 'their number does not tell how many are right');
});

inPage('a number, and why a likely one is wrong', {}, async (page) => {
  await wrongThenRight(page, TYPE, async ({ answer }, right) => {
    await page.keyboard.type(String(right ? answer.value : answer.value / 2));
    await press(page, 'Enter');
    if (!right) assert.match(await page.locator('ponder-recall .ponder').innerText(), /Once only\.[\s\S]*It is 4|Once only\.[\s\S]*It is 6/);
  });
});

inPage('an order', {}, async (page) => {
  const card = page.locator('ponder-recall .ponder');
  const items = () => card.locator('.order li span').allInnerTexts();
  await wrongThenRight(page, ORDER, async ({ options }, right) => {
    if (right) {
      for (let place = 0; place < options.length; place += 1) {
        for (let at = (await items()).indexOf(options[place]); at > place; at -= 1) {
          const up = card.getByRole('button', { name: `Move up: ${options[place]}` });
          await up.focus();
          await press(page, 'Space');
        }
      }
    }
    await card.getByRole('button', { name: 'Commit' }).focus();
    await press(page, 'Enter');
  });
});

inPage('s skips, but not where it is typed; the truth is told and another one can be asked', {}, async (page) => {
  const recall = await mount(page, TYPE);
  await press(page, 'Tab', 's');
  assert.equal(await recall.getByRole('textbox').inputValue(), 's');
  await recall.getByRole('button', { name: 'Skip' }).focus();
  await press(page, 's');
  assert.match(await recall.locator('.ponder').innerText(), /Skipped\. It is [46]/);
  await press(page, 'Tab', 'Enter');
  assert.ok(await focused(recall.getByRole('textbox')));
});

inPage('where nothing may be stored it asks all the same', {}, async (page) => {
  await page.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no'); } }));
  const recall = await mount(page, CHOOSE);
  const first = await asked(recall, CHOOSE);
  await press(page, 'Tab', 's', 'Tab', 'Enter');
  assert.notEqual(await asked(recall, CHOOSE), first);
});

inPage('a visit remembers which one is due', {}, async (page) => {
  const recall = await mount(page, CHOOSE);
  const first = await asked(recall, CHOOSE);
  await press(page, 'Tab', 's', 'Tab', 'Enter');
  const second = await asked(recall, CHOOSE);
  assert.notEqual(second, first);
  assert.equal(await asked(await mount(page, CHOOSE), CHOOSE), second);
});

inPage('in the lesson: no wasm of its own, no answer in sight, and the first variant on paper', {}, async (page) => {
  const text = await (await fetch(`${site}recall.js`)).text();
  assert.ok(!/wasm/i.test(text));
  await page.goto(`${site}lessons/02-gradient-descent.html`);
  const recalls = page.locator('ponder-recall');
  await recalls.first().locator('.ponder').waitFor();
  assert.equal(await recalls.count(), 3);
  for (const recall of await recalls.all()) {
    const [shown, variants] = [await said(recall), await recall.evaluate((element) => JSON.parse(element.querySelector('template')?.content.textContent ?? ''))];
    for (const { why, options = [] } of variants) {
      for (const secret of [why, ...options.map((/** @type {any} */ option) => option.why)].filter(Boolean)) assert.ok(!shown.includes(secret), secret);
    }
  }
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.ok(await recalls.first().locator('.ponder').isHidden());
  const paper = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  assert.match(paper, /slope along . is 0\.3 and the slope along . is 0\.1\..*Both become larger/u);
  assert.match(paper, /At the end\. Where the gradient is 0\.3 long.*0\.100/);
});
