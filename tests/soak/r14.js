// No injection: whatever is written into an attribute, a recipe, a link, a formula, a table of data or a message, stays text.
import { blank, site, twoPoints } from '../e2e/support/page.js';
import { payloads } from './support/payloads.js';
import { must } from './support/soak.js';

export const [about, long, short] = ['10,000 payloads: no script, no HTML', 10_000, 60];

/** So many go in before the page is looked at. */
const BATCH = 20;
const FIGURE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour', 'rule'] } });
/** What asks for addresses that are none may say that they are none; what a policy had to stop was injected. */
const FAILED = /ERR_|Refused to connect|Refused to load the image|not loaded|Failed to load|404|connect-src|img-src|allowed is|cannot be parsed/;

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open, random }, size) {
  const [there, framed] = [await open(), await open()];
  let dialogs = 0;
  for (const { page } of [there, framed]) {
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await page.addInitScript(() => {
      Object.assign(window, { evils: 0, stopped: [], evil: () => { /** @type {any} */ (window).evils += 1; } });
      addEventListener('securitypolicyviolation', ({ effectiveDirective, sample, sourceFile, lineNumber }) => /** @type {any} */ (window).stopped.push(`${effectiveDirective} at ${sourceFile}:${lineNumber}: ${sample}`));
    });
  }
  await mounted(there.page);
  for (let done = 0; done < size; done += BATCH) {
    const list = payloads(random, Math.min(BATCH, size - done));
    await there.page.evaluate(strike, { figure: FIGURE, list });
    // The first of them stands in the address of a frame, too.
    await framed.page.goto(address(list[0]));
    for (const { page } of [there, framed]) {
      const found = await page.evaluate(scan);
      must(found.length === 0, `after ${done}: ${found.join('; ')}: ${JSON.stringify(list).slice(0, 600)}`);
    }
  }
  const bad = [...there.complaints, ...framed.complaints].filter((complaint) => !FAILED.test(complaint));
  must(bad.length === 0, `${bad[0]}`);
  must(dialogs === 0, `${dialogs} dialogs`);
  return `${size} payloads, each through a place of its own, ${Math.ceil(size / BATCH)} in addresses: 0 scripts, 0 elements, 0 dialogs, nothing for a policy to stop`;
}

/** @param {import('playwright-core').Page} page */
async function mounted(page) {
  await blank(page);
  await page.evaluate(async (figure) => {
    const ponder = await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.recipe = figure;
    element.setAttribute('controls', 'playground');
    document.body.append(element);
    await element.ready;
    Object.assign(window, { ponder, element });
  }, FIGURE);
  await page.locator('ponder-figure').getByRole('tab').first().waitFor();
}

/** Where a payload stands in the query and behind the hash. @param {{ text: string, way: number }} payload */
function address({ text, way }) {
  const names = ['views', 'hide', 'controls', 'theme', 'lang', 'poster', 'alt', 'keys', 'recipe', 'src', 'events', 'origin', 'title', 'surface'];
  const recipe = JSON.stringify({ ...FIGURE, title: text.toWellFormed(), alt: text.toWellFormed() });
  return `${site}embed.html?${new URLSearchParams({ recipe, [names[way % names.length]]: text })}#${way % 2 ? encodeURIComponent(text.toWellFormed()) : ''}`;
}

/** Each payload goes one way in. Runs in the page. @param {{ figure: any, list: { text: string, way: number }[] }} given */
async function strike({ figure, list }) {
  const { ponder, element } = /** @type {any} */ (window);
  const attribute = (/** @type {string} */ name) => (/** @type {string} */ text) => element.setAttribute(name, text);
  const recipe = (/** @type {object} */ more) => { element.recipe = { ...figure, ...more }; };
  const field = (/** @type {string} */ selector) => (/** @type {string} */ text) => {
    for (const place of element.shadowRoot.querySelectorAll(selector)) {
      place.value = text;
      for (const type of ['input', 'change']) place.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  };
  const ask = (/** @type {string} */ text) => ({ at: 0, kind: 'choose', ask: text, why: text, id: text, options: [{ text, right: true, why: text }, { text: `${text}2` }] });
  /** @type {((text: string) => unknown)[]} */
  const ways = [
    ...['alt', 'views', 'hide', 'theme', 'keys', 'touch', 'loading', 'autoplay', 'lang', 'poster', 'src', 'recipe', 'title', 'class', 'part'].map(attribute),
    (text) => element.setAttribute('recipe', JSON.stringify({ ...figure, title: text, alt: text })),
    (text) => recipe({ title: text, alt: text }),
    (text) => recipe({ ponders: [ask(text)] }),
    (text) => recipe({ surface: { expression: text } }),
    (text) => recipe({ surface: { model: text, data: text } }),
    (text) => recipe({ runs: [{ ...figure.runs[0], name: text, method: text }] }),
    (text) => recipe({ [text]: text }),
    (text) => recipe({ view: { views: ['contour'], [text]: [text], layers: [text] } }),
    (text) => recipe({ runs: [{ ...figure.runs[0], name: text }] }),
    (text) => element.recipe = ponder.decode(`${ponder.encode(figure)}&title=${encodeURIComponent(text)}`),
    (text) => element.recipe = ponder.decode(text),
    (text) => { location.hash = text; },
    (text) => postMessage(text, '*'),
    (text) => postMessage({ type: 'ponder:ask', recipe: text, html: text, height: text }, '*'),
    (text) => postMessage({ type: 'ponder:height', height: text }, '*'),
    field('input[type=text], input:not([type])'), field('textarea'), field('input[type=number]'),
    (text) => {
      const child = Object.assign(document.createElement('script'), { type: 'application/json' });
      child.append(text);
      const template = document.createElement('template');
      template.content.append(child);
      element.replaceChildren(template);
    },
  ];
  for (const { text, way } of list) {
    try {
      await ways[way % ways.length](text);
      await Promise.race([element.ready, new Promise((done) => { setTimeout(done, 40); })]).catch(() => {});
    } catch {
      // Refused with an Error: nothing was made of it.
    }
    if (way % 3 === 0) for (const { name } of [...element.attributes]) if (name !== 'controls') element.removeAttribute(name);
    if (way % 7 === 0) element.replaceChildren();
    if (way % 5 === 0) element.recipe = figure;
  }
  await new Promise((done) => { setTimeout(done, 20); });
}

/** What has become of a page. Runs there. */
function scan() {
  const { evils, stopped } = /** @type {any} */ (window);
  const found = [];
  if (evils) found.push('a script ran');
  const policies = stopped.filter((/** @type {string} */ name) => /^(script|require-trusted|style)/.test(name));
  if (policies.length) found.push(`a policy had to stop ${policies[0]}`);
  for (const root of [document, document.querySelector('ponder-figure')?.shadowRoot]) {
    for (const inside of root?.querySelectorAll('*') ?? []) {
      const { localName } = inside;
      const ours = inside.closest('head') || inside.matches('script[src$=".js"], script[type="application/json"]');
      if (!ours && /^(script|iframe|object|embed|base|meta|x-evil|frame|marquee)$/.test(localName)) found.push(`<${localName}>`);
      for (const { name, value } of inside.attributes) {
        const runs = /^(href|action|formaction|srcdoc)$/.test(name) && /^\s*(javascript|vbscript):/i.test(value);
        if (name.startsWith('on') || runs) found.push(`${localName} ${name}="${value.slice(0, 60)}"`);
      }
    }
  }
  return found;
}
