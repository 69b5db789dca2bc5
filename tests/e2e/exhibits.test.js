// The lesson's exhibits, by keyboard and by pointer, against the numbers of `step`.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';
import { exhibit, lesson } from './support/lesson.js';

/** @typedef {import('playwright-core').Page} Page */

const DATA = 'two-points';
const LESSON = '02-gradient-descent';

/** Point t of plain gradient descent. @param {Page} page @param {number[]} start @param {number} rate @param {number} [t] @param {unknown} [data] */
function entry(page, start, rate, t = 0, data = DATA) {
  return page.evaluate(async ({ start, rate, t, data }) => {
    const ponder = await import(new URL('../ponder.js', location.href).href);
    await ponder.ready;
    const runs = [{ method: 'gradient-descent', start, learning_rate: rate }];
    return ponder.step({ surface: { model: 'sigmoid-neuron', data }, runs, steps: t + 1 }, 0, t);
  }, { start, rate, t, data });
}

/** The readings as numbers. @param {import('playwright-core').Locator} place */
async function read(place) {
  const texts = await place.locator('.readings dd').allInnerTexts();
  return texts.map((text) => Number(text.replace('−', '-').replace('°', '')));
}

/** @param {number} given @param {number} wanted */
const near = (given, wanted) => assert.ok(Math.abs(given - wanted) <= 0.006 * Math.abs(wanted) + 1e-6, `${given}, not ${wanted}`);

/** Drags from the grip to a place in the picture's own units. @param {Page} page @param {import('playwright-core').Locator} svg @param {number} x @param {number} y */
async function drag(page, svg, x, y) {
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  const grip = await svg.locator('.grip').boundingBox();
  const width = await svg.evaluate((picture) => /** @type {SVGSVGElement} */ (picture).viewBox.baseVal.width);
  assert.ok(box && grip);
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + (x * box.width) / width, box.y + (y * box.width) / width, { steps: 3 });
  await page.mouse.up();
}

inPage('S1-19: the dial waits for the answer; along u the loss changes as measured, least at 180°', {}, async (page) => {
  await lesson(page, LESSON);
  assert.equal(await exhibit(page, 'dial').count(), 0);
  await lesson(page, LESSON, ['hillside', 'arrow']);
  const dial = exhibit(page, 'dial');
  const turn = dial.getByRole('slider', { name: 'Turn u' });
  await turn.focus();
  const here = await entry(page, [0, 0], 4);
  const slope = Math.hypot(...here.gradient);
  const bearing = Math.atan2(here.gradient[1], here.gradient[0]);
  /** @type {number[]} */
  const rates = [];
  for (const degrees of [0, 61, 180, 300]) {
    await turn.fill(String(degrees));
    if (degrees === 61) await page.keyboard.press('ArrowLeft');
    const now = degrees === 61 ? 60 : degrees;
    const [angle, cosine, forecast, measured] = await read(dial);
    const along = bearing + (now * Math.PI) / 180;
    const there = await entry(page, [0.01 * Math.cos(along), 0.01 * Math.sin(along)], 4);
    assert.equal(angle, Math.min(now, 360 - now));
    near(cosine, Math.cos((now * Math.PI) / 180));
    near(forecast, slope * Math.cos((now * Math.PI) / 180));
    near(measured, (there.loss - here.loss) / 0.01);
    assert.match(await turn.getAttribute('aria-valuetext') ?? '', /degrees to the gradient/);
    rates.push(measured);
  }
  assert.equal(Math.min(...rates), rates[2]);
  // To the picture's right: the direction along w.
  await drag(page, dial.locator('.compass'), 240, 125);
  const turned = (360 - (bearing * 180) / Math.PI) % 360;
  near((await read(dial))[0], Math.round(Math.min(turned, 360 - turned)));
});

inPage('S1-22: lines light up one by one, and the table fills as they write; t grows at line 6', {}, async (page) => {
  await lesson(page, LESSON);
  const stepper = exhibit(page, 'stepper');
  const [back, next] = ['Back', 'Next line'].map((name) => stepper.getByRole('button', { name }));
  const lit = page.locator('#loop [aria-current=step]');
  const cells = async () => {
    const rows = await stepper.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    return rows.map((row) => row.map((text) => (text ? Number(text.replace('−', '-')) : null)));
  };
  assert.ok((await cells()).flat().every((text) => text === null));
  assert.ok(await back.isDisabled());
  const starts = [await entry(page, [0.5, 0], 2), await entry(page, [0.5, 0], 2, 1)];
  await next.focus();
  const seen = [];
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press(i % 2 ? 'Enter' : 'ArrowRight');
    seen.push({ line: (await lit.innerText()).slice(0, 5), cells: await cells() });
  }
  assert.match(await stepper.locator('.told').innerText(), /^Line 6: t becomes 1/);
  assert.deepEqual(seen[0].cells[0], [0, 0.5, 0, null, null]);
  near(Number(seen[2].cells[0][3]), starts[0].gradient[0]);
  near(Number(seen[2].cells[0][4]), starts[0].gradient[1]);
  assert.deepEqual(seen[3].cells[1].slice(2), [null, null, null]);
  near(Number(seen[3].cells[1][1]), starts[1].at[0]);
  near(Number(seen[4].cells[1][2]), starts[1].at[1]);
  assert.equal(seen[4].cells[1][0], null);
  assert.equal(seen[5].cells[1][0], 1);
  await page.keyboard.press('ArrowLeft');
  assert.equal((await cells())[1][0], null);
  while (await next.isEnabled()) await next.click();
  assert.match(await stepper.locator('.told').innerText(), /and so on/);
  await back.click();
  assert.ok(await next.isEnabled());
});

inPage('S1-24: the tangent has the slope f (1 − f) x', {}, async (page) => {
  await lesson(page, LESSON);
  const tangent = exhibit(page, 'tangent');
  const weight = tangent.getByRole('slider', { name: 'Weight w' });
  const check = async () => {
    const [w, f, product, slope] = await tangent.locator('.readings dd').allInnerTexts();
    const factors = product.replaceAll('−', '-').split('×').map(Number);
    const [answer, measured] = [f, slope].map(Number);
    near(measured, factors.reduce((a, b) => a * b));
    // One point (2.5, 1): its loss is ½ (f − 1)², its slope along w (f − 1) times that of f.
    const { loss, gradient } = await entry(page, [Number(w.replace('−', '-')), -2], 1, 0, [[2.5, 1]]);
    near(answer, 1 - Math.sqrt(2 * loss));
    near(measured, gradient[0] / -Math.sqrt(2 * loss));
    return measured;
  };
  const steepest = await check();
  await weight.focus();
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowLeft');
  assert.ok(await check() < steepest);
  const before = await weight.inputValue();
  await drag(page, tangent.locator('.sigmoid'), 300, 150);
  assert.notEqual(await weight.inputValue(), before);
  await check();
});

inPage('S1-29, S1-30: a point on the way shows the slope there and the step it makes', {}, async (page) => {
  await lesson(page, LESSON);
  assert.equal(await exhibit(page, 'profile').count(), 0);
  await lesson(page, LESSON, ['descent', 'tail']);
  const profile = exhibit(page, 'profile');
  const step = profile.getByRole('slider', { name: 'Step' });
  const check = async () => {
    const t = Number(await step.inputValue());
    const { gradient, move } = await entry(page, [-2, -2], 1, t);
    const [run, fall, slope, length] = await read(profile);
    near(slope, Math.hypot(...gradient));
    near(length, Math.hypot(...move));
    near(fall / run, slope);
    return { t, slope };
  };
  const gentle = await check();
  await step.focus();
  await page.keyboard.press('End');
  assert.equal((await check()).t, 149);
  // Into the middle of the way, where the curve is steep.
  await drag(page, profile.locator('.side'), 255, 150);
  const steep = await check();
  assert.ok(steep.t > 70 && steep.t < 90 && steep.slope > 5 * gentle.slope, `${steep.t}`);
});

inPage('paper has every table whole, and what waits as it was built', {}, async (page) => {
  await lesson(page, LESSON);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.match(await exhibit(page, 'stepper').innerText(), /−0\.353/);
  assert.equal(await exhibit(page, 'dial').locator('.still').count(), 2);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await exhibit(page, 'dial').count(), 0);
  assert.ok(!(await exhibit(page, 'stepper').innerText()).includes('0.353'));
});

inPage('a finger has 44 px to hold', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 800 } }, async (page) => {
  await lesson(page, LESSON, ['hillside', 'arrow'], ['descent', 'tail']);
  for (const held of await page.locator('ponder-exhibit :is(input, button, .grip)').all()) {
    const box = await held.boundingBox();
    const line = await held.evaluate((element) => element instanceof HTMLInputElement);
    assert.ok(box && box.height >= 44 && (line || box.width >= 44), JSON.stringify(box));
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

inPage('without JavaScript every exhibit is a picture or a table', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${site}lessons/02-gradient-descent.html`);
  for (const kind of ['dial', 'stepper', 'tangent', 'profile']) {
    assert.ok(await exhibit(page, kind).locator('svg, table').first().isVisible(), kind);
  }
  assert.match(await exhibit(page, 'stepper').innerText(), /−0\.136/);
  assert.match(await exhibit(page, 'profile').innerHTML(), /step 80: steepness 0\.25/);
});
