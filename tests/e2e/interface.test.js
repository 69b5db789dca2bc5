// What authors rely on, taken from the living thing and compared with tests/snapshots, where it stands as somebody last meant it.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ATTRIBUTES } from '../../www/embed/settings.js';
import { blank, inPage, mount, site, twoPoints } from './support/browser.js';

/** @param {string} path */
const at = (path) => new URL(`../../${path}`, import.meta.url);

/** @param {string} name @param {string} text */
async function same(name, text) {
  const file = at(`tests/snapshots/${name}`);
  if (process.env.PONDER_SNAPSHOTS === 'store') await writeFile(file, text);
  assert.equal(text, await readFile(file, 'utf8').catch(() => ''), `tests/snapshots/${name} says otherwise; where that is meant: cargo xtask snapshots`);
}

const ASKING = { id: 'q', at: 2, kind: 'choose', ask: 'Where?', options: [{ text: 'up' }, { text: 'down', right: true }] };
const FIGURE = twoPoints([{ method: 'momentum' }, { method: 'adam' }], { ponders: [ASKING], view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'], knobs: ['learning_rate'] } });

/** @param {string} title @param {string[]} lines */
const section = (title, lines) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;

/** Every attribute, and what it allows where it does not take everything. @param {import('playwright-core').Page} page */
async function attributes(page) {
  await blank(page);
  return page.evaluate(async ([names, figure]) => {
    await import(new URL('ponder.js', location.href).href);
    const { observedAttributes } = /** @type {any} */ (customElements.get('ponder-figure'));
    const all = [...new Set([...observedAttributes, ...names])].sort();
    return Promise.all(all.map(async (name) => {
      const element = /** @type {any} */ (document.createElement('ponder-figure'));
      element.setAttribute('recipe', JSON.stringify(figure));
      if (!['recipe', 'src', 'poster'].includes(name)) element.setAttribute(name, '?');
      document.body.append(element);
      const why = await element.ready.then(() => '', (/** @type {Error} */ error) => error.message);
      element.remove();
      return `${name}${why.replace(/^.*?; allowed is/s, ': allowed is')}`;
    }));
  }, /** @type {const} */ ([ATTRIBUTES, FIGURE]));
}

/** Every event that leaves the element, with the keys of its detail. @param {import('playwright-core').Page} page */
async function events(page) {
  const figure = await mount(page, FIGURE);
  await figure.evaluate(async (element) => {
    const [figure, told] = [/** @type {any} */ (element), /** @type {any} */ (window)];
    told.told = new Set();
    const dispatch = element.dispatchEvent;
    element.dispatchEvent = (event) => {
      // By these the course's own pages keep what they say of a figure true.
      if (event instanceof CustomEvent && !['change', 'link'].includes(event.type)) told.told.add(`${event.type} {${Object.keys(event.detail)}}${event.bubbles && event.composed ? '' : ', does not bubble'}`);
      return dispatch.call(element, event);
    };
    const { recipe } = figure;
    figure.recipe = recipe;
    await figure.ready;
    figure.play();
  });
  await figure.getByRole('radio', { name: 'down' }).check();
  await figure.getByRole('button', { name: 'Commit' }).click();
  await figure.evaluate(async (element, figure) => {
    const living = /** @type {any} */ (element);
    living.seek(1);
    living.play();
    living.pause();
    living.recipe = { ...figure, steps: 0 };
    await living.ready.catch(() => {});
  }, FIGURE);
  return page.evaluate(() => [.../** @type {any} */ (window).told].sort());
}

/** Every part that an author can style, and every custom property that reaches inside. @param {import('playwright-core').Page} page */
async function looks(page) {
  const figure = await mount(page, FIGURE);
  await figure.evaluate((element) => {
    element.setAttribute('controls', 'playground');
    element.setAttribute('poster', 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>');
  });
  await figure.getByRole('tab').first().waitFor();
  const scripts = await Promise.all(['ponder.js', 'workbench.js'].map(async (name) => (await page.request.get(site + name)).text()));
  const properties = [...new Set([...scripts.join('').matchAll(/var\((--ponder-[\w-]+)/g)].map(([, name]) => name))].sort();
  const parts = await figure.evaluate(async (element) => {
    const parts = new Set();
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const look = () => root.querySelectorAll('[part]').forEach((found) => parts.add(found.getAttribute('part')));
    look();
    element.setAttribute('theme', '?');
    await /** @type {any} */ (element).ready.catch(() => {});
    look();
    return [...parts].sort();
  });
  return { parts, properties };
}

/** Its properties and methods, and what its modules give. @param {import('playwright-core').Page} page */
async function names(page) {
  await blank(page);
  return page.evaluate(async () => {
    const exports = Object.keys(await import(new URL('ponder.js', location.href).href)).sort();
    const { prototype } = /** @type {CustomElementConstructor} */ (customElements.get('ponder-figure'));
    const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([name]) => !/^constructor$|Callback$/.test(name));
    const members = own.map(([name, { set, value }]) => `${name}${value ? `(${value.length})` : set ? '' : ', read only'}`).sort();
    return { exports, members };
  });
}

inPage('attributes, members, events, parts, properties, exports are as they were, and in the reference', {}, async (page) => {
  const { parts, properties } = await looks(page);
  const { exports, members } = await names(page);
  await same('element.txt', [
    section('attributes', await attributes(page)),
    section('members', members),
    section('events', await events(page)),
    section('parts', parts),
    section('custom properties', properties),
    section('exports of ponder.js', exports),
    section('attributes in the query of embed.html', [...ATTRIBUTES].sort()),
  ].join('\n'));
  const reference = await readFile(at('docs/reference.md'), 'utf8');
  const told = reference.slice(reference.indexOf('## Element'), reference.indexOf('## Tools'));
  for (const name of [...ATTRIBUTES, ...parts, ...properties]) assert.match(told, new RegExp(`[\`\\s]${name}[\`\\s]`), `docs/reference.md does not name ${name}`);
});

test('the types are as they were, for authors and at the border to Rust', async () => {
  const bare = (/** @type {string} */ text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\n/gm, '');
  await same('ponder.d.ts', bare(await readFile(at('www/package/ponder.d.ts'), 'utf8')));
  // What follows is the wasm's own memory and tables, which nobody calls.
  const [glue] = bare(await readFile(at('target/ponder/glue/ponder_wasm.d.ts'), 'utf8')).split('export type InitInput');
  await same('glue.d.ts', glue);
});
