// The 3-D surface under fingers, on paper, and with heights as a reader wants them.
import assert from 'node:assert/strict';
import { colors, count, inPage, mount, picture, same, twoPoints, view } from './support/browser.js';

const SURFACE = twoPoints([{ method: 'momentum' }], { view: { views: ['surface'] } });
const PHONE = { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true };

/** A figure in the middle of a page that is long enough to scroll. @param {import('playwright-core').Page} page */
async function inLongPage(page) {
  const figure = await mount(page, SURFACE);
  await page.evaluate(() => {
    const meta = Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=device-width' });
    document.head.append(meta);
    for (const place of ['prepend', 'append']) {
      const filler = document.createElement('p');
      filler.append('…');
      filler.style.setProperty('height', '600px');
      document.body[/** @type {'append'} */ (place)](filler);
    }
    scrollTo(0, 300);
  });
  const box = await view(figure, 'surface').boundingBox();
  assert.ok(box);
  return { figure, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/**
 * Fingers that go down, move in small steps, and leave the glass.
 * @param {import('playwright-core').Page} page @param {{ x: number, y: number }[]} fingers @param {{ x: number, y: number }[]} ways
 */
async function swipe(page, fingers, ways) {
  const { send } = await page.context().newCDPSession(page).then((session) => ({ send: session.send.bind(session) }));
  const points = (/** @type {number} */ share) => fingers.map(({ x, y }, id) => ({ x: x + share * ways[id].x, y: y + share * ways[id].y, id }));
  await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let step = 1; step <= 12; step += 1) {
    await send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 12) });
    await page.waitForTimeout(16);
  }
  await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(200);
}

const scrolled = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => scrollY);
const zoomed = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => visualViewport?.scale ?? 0);

inPage('one finger scrolls the page over the surface and turns nothing', PHONE, async (page) => {
  const { figure, middle } = await inLongPage(page);
  const before = await picture(view(figure, 'surface'));
  const from = await scrolled(page);
  await swipe(page, [middle], [{ x: 0, y: -150 }]);
  assert.ok(await scrolled(page) > from + 60, `${from} to ${await scrolled(page)}`);
  await page.evaluate((y) => scrollTo(0, y), from);
  assert.ok(same(await picture(view(figure, 'surface')), before));
});

inPage('two fingers turn the surface; the page neither scrolls nor zooms', PHONE, async (page) => {
  const { figure, middle: { x, y } } = await inLongPage(page);
  const place = view(figure, 'surface');
  const [before, from] = [await picture(place), await scrolled(page)];
  await swipe(page, [{ x: x - 40, y }, { x: x + 40, y }], [{ x: 70, y: 0 }, { x: 70, y: 0 }]);
  const turned = await picture(place);
  assert.ok(!same(turned, before), 'around');
  await swipe(page, [{ x: x - 40, y }, { x: x + 40, y }], [{ x: 0, y: 60 }, { x: 0, y: 60 }]);
  assert.ok(!same(await picture(place), turned), 'up');
  assert.deepEqual([await scrolled(page), await zoomed(page)], [from, 1]);
});

inPage('outside the figure two fingers zoom the page as ever', PHONE, async (page) => {
  await inLongPage(page);
  await page.evaluate(() => scrollTo(0, 0));
  await swipe(page, [{ x: 150, y: 300 }, { x: 240, y: 300 }], [{ x: -100, y: 0 }, { x: 100, y: 0 }]);
  assert.ok(await zoomed(page) > 1.2, `zoomed ${await zoomed(page)} times`);
});

inPage('heights are drawn as logarithms on the wish of the reader, and back', {}, async (page) => {
  const figure = await mount(page, { ...SURFACE, surface: { function: 'rosenbrock' }, view: { views: ['surface', 'contour'], height: 'linear' } });
  const [place, map] = [view(figure, 'surface'), view(figure, 'contour')];
  await figure.getByRole('button', { name: 'More' }).click();
  const wish = figure.getByRole('button', { name: 'Log heights' });
  const before = [await picture(place), await picture(map)];
  assert.equal(await wish.getAttribute('aria-pressed'), 'false');
  await wish.click();
  assert.equal(await wish.getAttribute('aria-pressed'), 'true');
  assert.ok(!same(await picture(place), before[0]) && !same(await picture(map), before[1]));
  await wish.press('Enter');
  assert.equal(await wish.getAttribute('aria-pressed'), 'false');
  assert.ok(same(await picture(map), before[1]));
});

inPage('cividis is another land under the same path', {}, async (page) => {
  const land = async (/** @type {string} */ palette) => picture(view(await mount(page, { ...SURFACE, view: { views: ['surface'], palette } }), 'surface'));
  const [quiet, cividis] = [await land('topographic'), await land('cividis')];
  const yellow = /** @type {[number, number, number]} */ ([250, 240, 150]);
  assert.ok(colors(cividis) > 200);
  assert.ok(count(cividis, yellow, 24) > 50 && count(quiet, yellow, 24) === 0, `${count(cividis, yellow, 24)} and ${count(quiet, yellow, 24)}`);
});

/** Images of a PDF: their sizes, and how many inches wide they are drawn. @param {Buffer} pdf */
const images = (pdf) => [...pdf.toString('latin1').matchAll(/\/Subtype \/Image\s+\/Width (\d+)\s+\/Height (\d+)\s+\/ColorSpace \[?\/ICC/g)].map((found) => [Number(found[1]), Number(found[2])]);

inPage('on paper the relief has 300 dots an inch, under words that are words', {}, async (page) => {
  const figure = await mount(page, SURFACE);
  const before = await picture(view(figure, 'surface'));
  const [wide, high] = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.paper canvas');
    const { style, width: dots, height } = /** @type {HTMLCanvasElement} */ (paper);
    const width = parseFloat(style.width);
    dispatchEvent(new Event('afterprint'));
    return [width, (width * height) / dots];
  });
  const pdf = await page.pdf();
  const [[width, height]] = images(pdf);
  // The land is the picture without its margins on both sides.
  const margin = Math.floor(Math.min(40, 0.12 * wide, 0.12 * high));
  assert.ok(Math.abs(width / ((wide - 2 * margin) / 96) - 300) < 3, `${width} dots for ${wide} pixels`);
  assert.ok(height > 500);
  assert.ok(pdf.includes('/Type /Font'), 'words are words');
  assert.ok(same(await picture(view(figure, 'surface')), before), 'the screen is as it was');
});
