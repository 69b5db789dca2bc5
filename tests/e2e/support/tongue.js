// Languages that nobody speaks, made from English, and what a page shows of its words.
import { readFileSync } from 'node:fs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Record<string, string>} Table */
/** @typedef {{ figure: Table, exhibits: Table, workbench: Table, phrases: Table, dir?: 'rtl' }} Tongue */

/** @param {string} file @returns {Table} */
const read = (file) => JSON.parse(readFileSync(new URL(`../../../www/words/${file}.json`, import.meta.url), 'utf8'));

/** The phrases of the numbers' side in English, which their own keys are. */
const phrases = read('phrases.de');
/** @type {Tongue} */
export const english = {
  figure: read('en'), exhibits: read('exhibits.en'), workbench: read('workbench.en'), phrases: Object.fromEntries(Object.keys(phrases).map((key) => [key, key])),
};
/** @type {Tongue} */
export const german = { figure: read('de'), exhibits: read('exhibits.de'), workbench: read('workbench.de'), phrases };

const ACCENTS = new Map([...'aeiouycnszAEIOUCNSZ'].map((letter, i) => [letter, [...'áéíóúýçñšžÁÉÍÓÚÇÑŠŽ'][i]]));

/** 40 % longer, with accents, in brackets. @param {string} text @param {(piece: string) => string} turn */
function long(text, turn) {
  const pieces = text.split(/(\{\w+\})/).map((piece) => (piece.startsWith('{') ? piece : turn([...piece].map((letter) => ACCENTS.get(letter) ?? letter).join(''))));
  const more = Math.ceil(0.4 * text.replaceAll(/\{\w+\}/g, '').length);
  return `⟦${pieces.join('')}${turn(' éxtrâ'.repeat(Math.ceil(more / 6)).slice(0, more))}⟧`;
}

/** Letters in reverse order, as Hebrew's stand. @param {string} piece */
const reversed = (piece) => (piece ? `\u202e${piece}\u202c` : '');

/** @param {Tongue} tongue @param {(text: string) => string} make @returns {Tongue} */
const made = (tongue, make) => /** @type {Tongue} */ (Object.fromEntries(Object.entries(tongue).map(([part, table]) => (
  [part, Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text.trim() ? make(text) : text]))]))));

export const PSEUDO = {
  long: made(english, (text) => long(text, (piece) => piece)),
  rtl: /** @type {Tongue} */ ({ ...made(english, (text) => long(text, reversed)), dir: 'rtl' }),
};

/** Puts a language in the place of German. @param {Page} page @param {Tongue} tongue */
export async function instead(page, tongue) {
  const body = Object.entries(tongue).map(([part, table]) => `export const ${part} = ${JSON.stringify(table)};`).join('\n');
  await page.route('**/words-de.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
}

/** Everything that is to be read or heard in a figure and its tools, but what its author wrote. @param {Page} page @param {string} [root] @returns {Promise<string[]>} */
export const texts = (page, root = 'ponder-figure') => page.evaluate((root) => {
  const HEARD = ['aria-label', 'aria-valuetext', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {Element} element */
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  /** @param {ParentNode} tree */
  const walk = (tree) => {
    for (const element of tree.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.closest('math, pre, textarea, svg, style, slot, template, .poster') || !(shown(element) || element.tagName === 'OPTION')) continue;
      HEARD.forEach((name) => found.add(element.getAttribute(name) ?? ''));
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.add(node.data ?? '');
    }
  };
  document.querySelectorAll(root).forEach((element) => walk(element.shadowRoot ?? element));
  return [...found].map((text) => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').trim()).filter(Boolean);
}, root);

/** What of a text is in no brackets. @param {string} text */
export function bare(text) {
  const inner = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return inner === text ? text : bare(inner);
}

/** Whether there are words in it, not symbols. @param {string} text */
export const worded = (text) => /\p{L}{3,}/u.test(text);

/**
 * What is cut off, sticks out or lies on something else: text beyond the window, or beyond the control that it is in, and
 * controls on each other. What can be scrolled to is there.
 * @param {Page} page @param {string} [root] @returns {Promise<string[]>}
 */
export const misplaced = (page, root = 'ponder-figure') => page.evaluate((root) => {
  /** @type {string[]} */
  const found = [];
  /** @type {Element[]} */
  const all = [];
  /** @param {ParentNode} tree */
  const walk = (tree) => tree.querySelectorAll('*').forEach((element) => {
    if (element.shadowRoot) walk(element.shadowRoot);
    if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('svg, math, .spoken, .poster, [hidden]')) all.push(element);
  });
  document.querySelectorAll(root).forEach((element) => walk(element.shadowRoot ?? element));
  const scrolled = (/** @type {Element} */ element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return true;
    return false;
  };
  const named = (/** @type {Element} */ element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const within = (/** @type {DOMRect} */ box, /** @type {{ left: number, right: number }} */ room) => box.left >= room.left - 1 && box.right <= room.right + 1;
  const controls = all.filter((element) => element.matches('button, select, input, summary, textarea') && !scrolled(element));
  for (const element of all.filter((one) => !scrolled(one))) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data?.trim() || element.tagName === 'OPTION') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (!within(box, { left: 0, right: innerWidth })) found.push(`beyond the window: ${named(element)}`);
        const held = element.closest('button');
        if (held && !within(box, held.getBoundingClientRect())) found.push(`beyond its button: ${named(element)}`);
      }
    }
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${named(element)}`);
  }
  const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
  boxes.forEach(({ element, box }, i) => boxes.slice(0, i).forEach(({ element: other, box: its }) => {
    const [wide, high] = [Math.min(box.right, its.right) - Math.max(box.left, its.left), Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)];
    if (wide > 1 && high > 1 && !element.contains(other) && !other.contains(element) && element.closest('dialog') === other.closest('dialog') && !element.closest('.marks') && !other.closest('.marks')) found.push(`on each other: ${named(element)} | ${named(other)}`);
  }));
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.push(`${wide} px stick out`);
  return [...new Set(found)];
}, root);
