// The figure under a reader's hands: play, step, scrub, drag, turn, change the rate.
import assert from 'node:assert/strict';
import { MOMENTUM, count, inPage, mount, picture, same, twoPoints, view } from './support/browser.js';

const MOMENTUM_RUN = twoPoints([{ method: 'momentum' }]);

/** @param {import('playwright-core').Locator} figure @param {string} name */
const get = (figure, name) => figure.evaluate((element, name) => /** @type {any} */ (element)[name], name);

inPage('it plays to its end and says so', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, steps: 6 });
  const events = await figure.evaluate((element) => new Promise((done) => {
    /** @type {unknown[]} */
    const seen = [];
    for (const type of ['play', 'step', 'pause']) {
      document.addEventListener(type, (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        seen.push([type, detail.step ?? null]);
        if (type === 'pause') done(seen);
      });
    }
    /** @type {any} */ (element).play();
  }));
  assert.deepEqual(events, [['play', null], ...[1, 2, 3, 4, 5, 6].map((t) => ['step', t]), ['pause', 6]]);
  assert.equal(await get(figure, 'playing'), false);
});

inPage('seek clamps, rounds and refuses what is no number', {}, async (page) => {
  const figure = await mount(page, MOMENTUM_RUN);
  const seek = (/** @type {number} */ to) => figure.evaluate((element, to) => {
    const it = /** @type {any} */ (element);
    it.step = to;
    return it.step;
  }, to);
  assert.deepEqual([await seek(7.4), await seek(-5), await seek(1e9), await seek(-Infinity)], [7, 0, 60, 0]);
  assert.equal(await figure.evaluate((element) => {
    try {
      /** @type {any} */ (element).seek(NaN);
    } catch (error) {
      return error instanceof TypeError;
    }
  }), true);
});

inPage('forward, back and forward shows the same pixels', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['surface', 'contour', 'fit', 'curves'] } });
  const at = async (/** @type {number} */ step) => {
    await figure.evaluate((element, step) => /** @type {any} */ (element).seek(step), step);
    return picture(figure.locator('.views'));
  };
  const first = await at(30);
  const later = await at(50);
  assert.ok(!same(first, later));
  assert.ok(same(await at(30), first));
});

inPage('the path grows on the map and on the surface', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['surface', 'contour'], camera: { yaw: 25, pitch: 50 } } });
  for (const name of ['surface', 'contour']) {
    const place = view(figure, name);
    await figure.evaluate((element) => /** @type {any} */ (element).seek(0));
    const start = count(await picture(place), MOMENTUM);
    await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
    const end = count(await picture(place), MOMENTUM);
    assert.ok(end > start + 150, `${name}: ${start} red pixels, then ${end}`);
  }
});

inPage('keys work with the focus on the figure, and leave the page alone otherwise', {}, async (page) => {
  const figure = await mount(page, MOMENTUM_RUN);
  await page.keyboard.press('ArrowRight');
  assert.equal(await get(figure, 'step'), 0);
  await page.keyboard.press('Tab');
  const after = async (/** @type {string} */ key) => {
    await page.keyboard.press(key);
    return get(figure, 'step');
  };
  assert.deepEqual(
    [await after('ArrowRight'), await after('Shift+ArrowRight'), await after('ArrowLeft'), await after('5'), await after('End'), await after('Home')],
    [1, 11, 10, 30, 60, 0],
  );
  await page.keyboard.press('k');
  assert.equal(await get(figure, 'playing'), true);
  await page.keyboard.press('Space');
  assert.equal(await get(figure, 'playing'), false);
  await page.keyboard.press('r');
  assert.equal(await get(figure, 'step'), 0);
  await page.keyboard.press('?');
  assert.ok(await figure.locator('dialog[open]').isVisible());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.match(await figure.locator(':focus').innerText(), /^Outside the figure/);
});

inPage('dragging the start on the map moves it and the whole path', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['contour'], window: [[-6, 6], [-6, 6]] } });
  const map = view(figure, 'contour');
  const spot = await figure.evaluate((element) => {
    const canvas = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.view.contour .canvas'));
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { left, top, width, height };
  });
  // The readout tells where on the map the pointer is; so the test needs no formula of the layout.
  const reading = figure.locator('.readout');
  const find = async (/** @type {number} */ w, /** @type {number} */ b) => {
    let [x, y] = [spot.left + spot.width / 2, spot.top + spot.height / 2];
    for (let i = 0; i < 8; i += 1) {
      await page.mouse.move(x, y);
      const [nowW, nowB] = (await reading.innerText()).replaceAll('−', '-').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [0, 0];
      x += ((w - nowW) / 12) * spot.height * 0.85;
      y -= ((b - nowB) / 12) * spot.height * 0.85;
    }
    return [x, y];
  };
  const [fromX, fromY] = await find(-2, -2);
  const [toX, toY] = await find(3, 3);
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move((fromX + toX) / 2, (fromY + toY) / 2);
  await page.mouse.move(toX, toY);
  await page.mouse.up();
  const [w, b] = await figure.evaluate((element) => [.../** @type {any} */ (element).points(0)].slice(0, 2));
  assert.ok(Math.abs(w - 3) < 0.3 && Math.abs(b - 3) < 0.3, `the start is at ${w}, ${b}`);
  const { runs } = await get(figure, 'recipe');
  assert.deepEqual(runs[0].start, [w, b]);
  await map.focus();
  await page.keyboard.press('ArrowLeft');
  const [moved] = await figure.evaluate((element) => [.../** @type {any} */ (element).points(0)]);
  assert.ok(moved < w, 'an arrow key moves it too');
});

inPage('a drag turns the surface; the land changes, the numbers do not', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['surface'] } });
  const place = view(figure, 'surface');
  const before = await picture(place);
  const box = await place.boundingBox();
  if (!box) throw new Error('the surface has a place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 120, box.y + box.height / 2 + 30, { steps: 4 });
  await page.mouse.up();
  assert.ok(!same(before, await picture(place)));
  assert.equal(await get(figure, 'step'), 0);
});

inPage('the rate has a slider in equal factors, and a change runs everything anew', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['contour'], knobs: ['learning_rate'] } });
  const slider = figure.getByRole('slider', { name: /learning rate/ });
  const before = (await figure.evaluate((element) => /** @type {any} */ (element).points(0)[182]));
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const { runs } = await get(figure, 'recipe');
  assert.ok(runs[0].learning_rate > 1 && runs[0].learning_rate < 1.3, `${runs[0].learning_rate}`);
  assert.notEqual(await figure.evaluate((element) => /** @type {any} */ (element).points(0)[182]), before);
});

inPage('the table has the numbers up to now, and no more', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['contour', 'table'] } });
  await figure.evaluate((element) => /** @type {any} */ (element).seek(4));
  await figure.locator('summary', { hasText: 'Numbers' }).click();
  await figure.locator('tbody tr').nth(4).waitFor();
  assert.equal(await figure.locator('tbody tr').count(), 5);
});

inPage('moved or taken away it stops, and it comes back as it was', {}, async (page) => {
  const figure = await mount(page, MOMENTUM_RUN);
  await figure.evaluate((element) => {
    const it = /** @type {any} */ (element);
    it.seek(12);
    it.remove();
    document.body.append(it);
    return it.ready;
  });
  assert.equal(await get(figure, 'step'), 12);
  assert.ok(count(await picture(view(figure, 'contour')), MOMENTUM) > 50);
});

inPage('on paper a view is one whole picture, and on the screen it is as before', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['contour'] } });
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  const before = await picture(view(figure, 'contour'));
  const colors = await figure.evaluate((element) => {
    dispatchEvent(new Event('beforeprint'));
    const paper = /** @type {HTMLCanvasElement} */ (element.shadowRoot?.querySelector('.paper canvas'));
    const { data } = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d')).getImageData(0, 0, paper.width, paper.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    dispatchEvent(new Event('afterprint'));
    return seen.size;
  });
  assert.ok(colors > 500, `${colors} colours: land and path`);
  assert.equal(await figure.locator('.paper').count(), 0);
  assert.ok(same(before, await picture(view(figure, 'contour'))));
});

inPage('on a narrow screen every button of the player stands beside another', { viewport: { width: 360, height: 740 } }, async (page) => {
  const figure = await mount(page, MOMENTUM_RUN);
  const tops = await figure.evaluate((element) => [.../** @type {ShadowRoot} */ (element.shadowRoot).querySelectorAll('.player > :is(button, select)')]
    .map((button) => { const { top, height } = button.getBoundingClientRect(); return Math.round(top + height / 2); }));
  assert.equal(new Set(tops).size, 1, tops.join());
});

for (const deviceScaleFactor of [1, 1.5, 2]) {
  inPage(`canvases lie on whole device pixels, ${deviceScaleFactor} a CSS pixel`, { deviceScaleFactor, viewport: { width: 1001, height: 777 } }, async (page) => {
    const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['surface', 'contour', 'fit'] } });
    const off = await figure.evaluate((element) => {
      const canvases = [...(element.shadowRoot?.querySelectorAll('canvas') ?? [])];
      return canvases.flatMap((canvas) => {
        const { left, top, width, height } = canvas.getBoundingClientRect();
        const edges = [left + scrollX, top + scrollY, width, height].map((css) => css * devicePixelRatio);
        return [...edges.map((edge) => Math.abs(edge - Math.round(edge))), Math.abs(edges[2] - canvas.width), Math.abs(edges[3] - canvas.height)];
      });
    });
    assert.ok(off.length >= 36 && Math.max(...off) < 0.05, `${Math.max(...off)}`);
  });
}

inPage('curves come and go under the reader’s hand, and one always stays', {}, async (page) => {
  const figure = await mount(page, { ...MOMENTUM_RUN, view: { views: ['curves'], curves: ['loss'] } });
  const button = (/** @type {string} */ name) => figure.getByRole('button', { name, exact: true });
  const height = async () => (await view(figure, 'curves').boundingBox())?.height ?? 0;
  const [low, before] = [await height(), await picture(view(figure, 'curves'))];
  const more = ['Effective rates', 'Learning rate', 'Sum of rates', 'Memory'];
  for (const name of more) await button(name).click();
  assert.equal(await button('Memory').getAttribute('aria-pressed'), 'true');
  assert.ok((await height()) > low, 'five panels are taller than one');
  assert.match((await figure.getByRole('application').getAttribute('aria-label')) ?? '', /: Loss, Effective rates, Learning rate, Sum of rates and Memory/);
  for (const name of more) await button(name).click();
  await button('Loss').click({ force: true });
  assert.equal(await button('Loss').getAttribute('aria-pressed'), 'true', 'something is always shown');
  assert.ok(same(await picture(view(figure, 'curves')), before));
});
