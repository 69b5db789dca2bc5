// Where the focus is, whether it can be seen, and a reader who has nothing but keys.
import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, tag: string, seen: boolean, ring: number, contrast: number }} Focus ring: its width in pixels; contrast: with what is around it */

/** What has the focus, however deep; null: nothing, or the whole page. @param {Page} page @returns {Promise<Focus | null>} */
export const focus = (page) => page.evaluate(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active || active === document.body || active === document.documentElement) return null;
  const parent = (/** @type {Element} */ each) => each.assignedSlot ?? each.parentElement ?? /** @type {ShadowRoot} */ (each.getRootNode()).host;
  const numbers = (/** @type {string} */ color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  /** @param {Element | null} each */
  const ground = (each) => {
    for (; each; each = parent(each)) {
      const color = numbers(getComputedStyle(each).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  const luminance = (/** @type {number[]} */ rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((x) => x / 255).map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(active);
  // A ring inside lies on the control's own colour.
  const around = ground(parseFloat(outlineOffset) < 0 ? active : parent(active));
  const [light, dark] = [luminance(numbers(outlineColor)), luminance(around)].sort((a, b) => b - a);
  const { left, top, right, bottom } = active.getBoundingClientRect();
  const label = active.closest('label')?.querySelector('.label')?.textContent ?? active.closest('label')?.textContent;
  return {
    name: (active.getAttribute('aria-label') ?? label ?? active.textContent ?? '').trim().replaceAll(/\s+/g, ' '),
    tag: active.localName,
    seen: active.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    ring: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    contrast: (light + 0.05) / (dark + 0.05),
  };
});

/** The focus is somewhere, in sight, with a ring of two pixels that stands out. @param {Page} page @param {string} after */
export async function kept(page, after) {
  const now = await focus(page);
  assert.ok(now, `after ${after} the focus is lost`);
  const told = `after ${after}: ${JSON.stringify(now)}`;
  assert.ok(now.seen, `${told} is out of sight`);
  assert.ok(now.ring >= 2, `${told} has no ring`);
  assert.ok(now.contrast >= 3, `${told} is hardly seen`);
  return now;
}

/** Presses keys one after the other; after each the focus is somewhere to be seen. @param {Page} page @param {...string} keys */
export async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    // What an action takes away is handed on at the latest when the next frame is drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await kept(page, key);
  }
}

/** With Tab, or Shift and Tab, to what is called so. @param {Page} page @param {RegExp} name @param {string} [key] */
export async function tab(page, name, key = 'Tab') {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press(key);
    const now = await kept(page, key);
    if (name.test(now.name)) return;
  }
  throw new Error(`${key} does not lead to ${name}`);
}
