// Readers who set their own colours, want more contrast or less motion.
import assert from 'node:assert/strict';
import { clean, open } from './support/bench.js';
import { colors, inPage, mount, picture, twoPoints, view } from './support/browser.js';

const FIGURE = twoPoints([{ method: 'adam' }, { method: 'momentum' }], {
  view: { views: ['contour', 'curves', 'rule'], knobs: ['learning_rate'] },
  ponders: [{ id: 'q', at: 20, kind: 'choose', ask: 'Which is lower?', options: [{ text: 'Adam', right: true }, { text: 'Momentum', right: false }] }],
});

const SIGHTS = /** @type {const} */ ([
  ['forced colours, light', { forcedColors: 'active', colorScheme: 'light' }],
  ['forced colours, dark', { forcedColors: 'active', colorScheme: 'dark' }],
  ['more contrast', { contrast: 'more', colorScheme: 'light' }],
]);

for (const [name, media] of SIGHTS) {
  inPage(name, media, async (page) => {
    const figure = await open(page, FIGURE, 'Runs');
    await figure.evaluate((/** @type {any} */ element) => element.seek(20));
    await figure.getByRole('radio').nth(1).check();
    await figure.getByRole('button', { name: 'Commit' }).click();
    await figure.getByRole('button', { name: 'More' }).click();
    await clean(page);
    assert.ok(colors(await picture(view(figure, 'contour'))) > 20);
    const look = (/** @type {string} */ place) => figure.locator(place).evaluateAll((all) => all.map((each) => {
      const { color, textDecorationLine, borderBottomColor, borderBottomWidth, borderTopStyle, borderTopWidth } = getComputedStyle(each);
      return { chosen: `${color} ${textDecorationLine} ${borderBottomColor} ${borderBottomWidth}`, edge: borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 };
    }));
    for (const [one, other] of [['.tab[aria-selected=true]', '.tab[aria-selected=false]'], ['.chip[aria-pressed=true]', '.chip[aria-pressed=false]'], ['.forms [aria-pressed=true]', '.forms [aria-pressed=false]']]) {
      const [chosen, rest] = [await look(one), await look(other)];
      assert.ok(chosen.length > 0 && rest.length > 0, one);
      for (const each of rest) assert.notEqual(each.chosen, chosen[0].chosen, `${one} looks like the others`);
    }
    if (!name.startsWith('forced')) return;
    const buttons = await look('.player button:not([hidden])');
    assert.ok(buttons.length > 5 && buttons.every(({ edge }) => edge), 'every button has an edge');
  });
}

inPage('with less motion a run jumps, and the map does not glide', { reducedMotion: 'reduce' }, async (page) => {
  const figure = await mount(page, twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } }));
  const seen = await figure.evaluate(async (/** @type {any} */ element) => {
    const range = element.shadowRoot.querySelector('.scrub .range');
    const places = new Set();
    element.play();
    const until = performance.now() + 1500;
    while (performance.now() < until) {
      await new Promise((done) => requestAnimationFrame(done));
      places.add(Number(getComputedStyle(range).getPropertyValue('--share')) * element.steps);
    }
    element.pause();
    return [...places];
  });
  assert.ok(seen.length > 2 && seen.length < 8, `${seen}`);
  for (const place of seen) assert.ok(Math.abs(place - Math.round(place)) < 1e-9, `between two steps: ${place}`);
  await view(figure, 'contour').focus();
  const windows = await figure.evaluate(async (/** @type {any} */ element) => {
    const canvas = element.shadowRoot.querySelector('.contour .canvas');
    const still = canvas.querySelector('canvas');
    const looks = new Set();
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, composed: true }));
    for (let frame = 0; frame < 20; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      looks.add(still.toDataURL());
    }
    return looks.size;
  });
  assert.ok(windows <= 2, `${windows} pictures on the way`);
});
