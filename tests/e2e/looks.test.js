// Every page at every width and at twice the size: nothing sticks out, lies under something else or is too small to hit.
import assert from 'node:assert/strict';
import { pages } from './support/pages.js';
import { inSight } from './support/visit.js';

/** A window at 200 %, and fingers, which see all tools and need larger ones: other devices, so each loads the page anew. */
const DOUBLE = { deviceScaleFactor: 2 };
const FINGERS = { hasTouch: true, isMobile: true };

/** Widths in CSS pixels; 640 is a window of 1280 at 200 %. The narrowest comes last, as its page is left with more space. */
const SIGHTS = [
  { width: 640, height: 400, device: DOUBLE, how: ', 200 %' },
  { width: 390, height: 740, device: FINGERS, how: ', fingers' },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
  { width: 320, height: 640 },
];

/** The least side of what a finger or a shaking hand has to hit, in CSS pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;

/** As much space as a reader may give to text without losing any of it (WCAG 2.2, 1.4.12). */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Puts a reader's style sheet above all others, in every shadow. Runs in the page. @param {string} css */
function spaced(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const root of [document, ...[...document.querySelectorAll('*')].flatMap((each) => each.shadowRoot ?? [])]) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

/** @param {string} path @param {(typeof SIGHTS)[number]} sight */
function look(path, { how = '', ...sight }) {
  inSight(`${path || 'cover'} at ${sight.width} px${how}`, path, sight, async (page) => {
    assert.deepEqual(await page.evaluate(faults, TARGET), []);
    if (sight.width > 320) return;
    await page.evaluate(spaced, SPACED);
    assert.deepEqual(await page.evaluate(faults, TARGET), [], 'with more space in the text');
  });
}

for (const device of [undefined, DOUBLE, FINGERS]) {
  const sights = SIGHTS.filter((sight) => sight.device === device);
  for (const path of pages) for (const sight of sights) look(path, sight);
}

/**
 * What is wrong with the page as it stands, one line a fault. Runs in the page.
 * @param {number} target
 */
function faults(target) {
  /** @type {string[]} */
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`the page scrolls ${wide} px sideways`);
  /** @param {ParentNode} root @returns {Element[]} */
  const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
  const shown = all(document.body).filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const controls = shown.filter((each) => each.matches('button, select, summary, input:not([type=hidden])'));
  for (const control of controls) size(control);
  for (const control of controls) covered(control);
  for (const each of shown) cut(each);
  return found;

  /** @param {Element} control */
  function size(control) {
    // A label is hit with the small box inside it.
    const hit = control.closest('label') ?? control;
    const { width, height } = hit.getBoundingClientRect();
    if (Math.min(width, height) < target - 0.5) found.push(`${name(control)} is ${width.toFixed(0)} × ${height.toFixed(0)}`);
  }

  /** @param {Element} control */
  function covered(control) {
    if (control.matches(':disabled')) return;
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const root = /** @type {ShadowRoot | Document} */ (control.getRootNode());
    const top_ = root.elementFromPoint(x, y);
    if (!top_ || !(control.contains(top_) || top_.contains(control) || control.closest('label')?.contains(top_))) {
      found.push(`${name(control)} lies under ${top_ ? name(top_) : 'the edge'}`);
    }
  }

  /** @param {Element} each Text that its own box cuts off. */
  function cut(each) {
    const texts = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    // What stands behind a field goes with it, and the field scrolls.
    if (!texts || each.clientWidth === 0 || each.matches('.mirror')) return;
    const { overflowX, position, clipPath } = getComputedStyle(each);
    const hidden = position === 'absolute' && (clipPath !== 'none' || each.clientWidth <= 1);
    if (!hidden && ['hidden', 'clip'].includes(overflowX) && each.scrollWidth > each.clientWidth + 1) {
      found.push(`${name(each)} is cut off`);
    }
  }

  /** @param {Element} each */
  function name(each) {
    const host = /** @type {ShadowRoot} */ (each.getRootNode()).host;
    const text = each.getAttribute('aria-label') ?? each.textContent?.trim().slice(0, 40) ?? '';
    return `${host?.id ? `#${host.id} ` : ''}<${each.localName}${each.className ? `.${String(each.className).replaceAll(' ', '.')}` : ''}> “${text}”`;
  }
}
