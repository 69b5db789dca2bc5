// What an author asks for by attributes: each does what docs/reference.md says, and says what is allowed where it cannot.
import assert from 'node:assert/strict';
import { blank, inPage, twoPoints, view } from './support/browser.js';

const RECIPE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } });
const ASKING = { ...RECIPE, ponders: [{ at: 10, kind: 'type', ask: 'What will the loss be?' }] };

/**
 * A figure with attributes on a blank page, once it is drawn or has failed; its children come as HTML.
 * @param {import('playwright-core').Page} page @param {Record<string, string>} attributes
 * @param {{ figure?: object, html?: string, before?: string }} [more]
 */
async function put(page, attributes, { figure = RECIPE, html = '', before = '' } = {}) {
  await blank(page, { strict: false });
  await page.evaluate(async ({ attributes, figure, html, before }) => {
    await import(new URL('ponder.js', location.href).href);
    document.body.innerHTML = `${before}<ponder-figure>${html}</ponder-figure>`;
    const element = /** @type {any} */ (document.querySelector('ponder-figure'));
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (!attributes.src && !attributes.recipe) element.recipe = figure;
    if (!before) await element.ready.catch(() => {});
  }, { attributes, figure, html, before });
  return page.locator('ponder-figure');
}

/** @type {[string, string, RegExp][]} */
const BAD = [
  ['views', 'contour nope', /^views: nope; allowed is surface, contour, fit, curves, rule or table$/],
  ['hide', 'plauer', /^hide: plauer; allowed is .*player, ponder, runs, knobs or race$/],
  ['controls', 'some', /^controls: "some"; allowed is full, few, none or playground$/],
  ['theme', 'pink', /^theme: "pink"; allowed is auto, light or dark$/],
  ['autoplay', '', /^autoplay: ""; allowed is off or visible$/],
  ['loading', 'soon', /^loading: "soon"; allowed is lazy or eager$/],
  ['keys', 'no', /^keys: "no"; allowed is on or off$/],
  ['touch', 'zoom', /^touch: "zoom"; allowed is pan or draw$/],
  ['recipe', '{', /^recipe: not JSON/],
  ['src', 'http://', /^src: "http:\/\/"; allowed is the address of a figure in JSON$/],
];

for (const [name, value, message] of BAD) {
  inPage(`${name}="${value}" says what is allowed, and is repaired`, {}, async (page) => {
    const figure = await put(page, { [name]: value });
    const said = await figure.evaluate((element) => /** @type {any} */ (element).ready.then(() => '', (/** @type {Error} */ error) => error.message));
    assert.match(said, message);
    assert.match(await figure.locator('.notice').innerText(), new RegExp(name));
    await figure.evaluate((element, [name, figure]) => {
      element.removeAttribute(/** @type {string} */ (name));
      if (name === 'recipe' || name === 'src') /** @type {any} */ (element).recipe = figure;
      return /** @type {any} */ (element).ready;
    }, [name, RECIPE]);
    assert.equal(await figure.locator('.notice').count(), 0);
  });
}

inPage('src is fetched, from where the document says', {}, async (page) => {
  await page.route('**/notes/a.json', (route) => route.fulfill({ json: { ...RECIPE, steps: 7 } }));
  await blank(page, { strict: false });
  const steps = await page.evaluate(async () => {
    await import(new URL('ponder.js', location.href).href);
    document.head.innerHTML += '<base href="/notes/">';
    document.body.innerHTML = '<ponder-figure src="a.json"><script type="application/json">no</script></ponder-figure>';
    return (await /** @type {any} */ (document.querySelector('ponder-figure')).ready).steps;
  });
  assert.equal(steps, 7);
});

inPage('another src is another figure; what a script sets goes before it', {}, async (page) => {
  for (const [name, steps] of [['a', 7], ['b', 8]]) {
    await page.route(`**/${name}.json`, (route) => route.fulfill({ json: { ...RECIPE, steps } }));
  }
  const figure = await put(page, { src: 'a.json' });
  const steps = await figure.evaluate(async (element, recipe) => {
    const it = /** @type {any} */ (element);
    const seen = [(await it.ready).steps];
    it.setAttribute('src', 'b.json');
    seen.push((await it.ready).steps);
    it.recipe = recipe;
    seen.push((await it.ready).steps);
    return seen;
  }, RECIPE);
  assert.deepEqual(steps, [7, 8, 60]);
});

inPage('a src that answers with something else says what', {}, async (page) => {
  await page.route('**/*.json', (route) => route.fulfill({ status: 200, body: '<p>hello' }));
  const figure = await put(page, { src: 'a.json' });
  assert.match(await figure.locator('.notice').innerText(), /src: a\.json: not JSON/);
});

inPage('hide takes parts away, also ones that the figure names', {}, async (page) => {
  const figure = await put(page, { hide: 'player, knobs runs' }, { figure: { ...RECIPE, view: { views: ['contour', 'curves', 'table'], knobs: ['learning_rate'] } } });
  for (const gone of ['.player', '.runs', 'input[type=range]']) assert.equal(await figure.locator(gone).count(), 0, gone);
  assert.equal(await view(figure, 'curves').count(), 1);
  await figure.evaluate((element) => {
    element.setAttribute('hide', 'curves table');
    return /** @type {any} */ (element).ready;
  });
  assert.equal(await view(figure, 'curves').count() + await figure.locator('.table').count(), 0);
  assert.equal(await figure.locator('.player').count(), 1);
});

inPage('without its card a figure asks nothing', {}, async (page) => {
  const figure = await put(page, { hide: 'ponder' }, { figure: ASKING });
  assert.equal(await figure.evaluate((element) => {
    const it = /** @type {any} */ (element);
    it.seek(60);
    return it.step;
  }), 60);
});

inPage('the map of a question that is answered there cannot be hidden', {}, async (page) => {
  const figure = await put(page, { hide: 'contour' }, { figure: { ...RECIPE, ponders: [{ at: 10, kind: 'click', ask: 'Where?' }] } });
  assert.match(await figure.locator('.notice').innerText(), /hide.*a question is answered there/s);
});

inPage("the author's own questions are asked", {}, async (page) => {
  const figure = await put(page, { recipe: JSON.stringify(ASKING) });
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  assert.match(await figure.locator('.ponder').innerText(), /What will the loss be\?/);
});

inPage('few controls: play, steps and the slider; none: only the keys', {}, async (page) => {
  const figure = await put(page, { controls: 'few' });
  assert.deepEqual(await figure.locator('.player button').evaluateAll((all) => all.map((button) => button.getAttribute('title') ?? button.textContent)), ['Play', 'One step back', 'One step on']);
  assert.equal(await figure.locator('.player .scrub').count(), 1);
  await figure.evaluate((element) => element.setAttribute('controls', 'none'));
  await figure.locator('.view').waitFor();
  assert.equal(await figure.locator('.player').count(), 0);
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 1);
});

inPage('theme', {}, async (page) => {
  const figure = await put(page, { theme: 'dark' });
  const theme = () => figure.locator('.figure').getAttribute('data-theme');
  assert.equal(await theme(), 'dark');
  await figure.evaluate((element) => element.setAttribute('theme', 'auto'));
  assert.equal(await theme(), 'light');
});

const DEEP = '<div style="height: 300vh"></div>';

/** What the figure tells from now on. @param {import('playwright-core').Locator} figure */
const log = (figure) => figure.evaluate((element) => {
  const heard = /** @type {string[]} */ (/** @type {any} */ (window).heard = []);
  for (const type of ['play', 'pause', 'ponder']) element.addEventListener(type, () => heard.push(type));
});

inPage('autoplay="visible" plays when it is seen, once, and stops where a question waits', {}, async (page) => {
  const figure = await put(page, { autoplay: 'visible' }, { figure: ASKING, before: DEEP });
  await log(figure);
  const heard = () => page.evaluate(() => /** @type {any} */ (window).heard.join(' '));
  await page.waitForTimeout(300);
  assert.equal(await heard(), '');
  await figure.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => /** @type {any} */ (window).heard.includes('ponder'), null, { timeout: 20_000 });
  assert.equal(await heard(), 'play pause ponder');
  await figure.evaluate((element) => {
    /** @type {any} */ (element).skip();
    scrollTo(0, 0);
  });
  await page.waitForTimeout(200);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  assert.equal(await heard(), 'play pause ponder');
});

inPage('autoplay="visible" rests out of sight and goes on where it was left, unless its reader stopped it', {}, async (page) => {
  const figure = await put(page, { autoplay: 'visible' }, { before: DEEP });
  const state = () => figure.evaluate((element) => [/** @type {any} */ (element).playing, /** @type {any} */ (element).step]);
  /** @param {boolean} playing */
  const until = (playing) => page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector('ponder-figure')).playing === wanted, playing);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('ponder-figure')).step > 0);
  await page.evaluate(() => scrollTo(0, 0));
  await until(false);
  const [, left] = await state();
  await page.waitForTimeout(300);
  assert.deepEqual(await state(), [false, left]);
  await figure.scrollIntoViewIfNeeded();
  await until(true);
  assert.ok(Number((await state())[1]) >= left, 'it went on');
  await figure.evaluate((element) => /** @type {any} */ (element).pause());
  const [, stopped] = await state();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(200);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  assert.deepEqual(await state(), [false, stopped]);
});

inPage('autoplay never moves where less motion is wanted', { reducedMotion: 'reduce' }, async (page) => {
  const figure = await put(page, { autoplay: 'visible' });
  await page.waitForTimeout(400);
  assert.deepEqual(await figure.evaluate((element) => [/** @type {any} */ (element).playing, /** @type {any} */ (element).step]), [false, 0]);
});

for (const [loading, live] of /** @type {const} */ ([['lazy', 0], ['eager', 1]])) {
  inPage(`loading="${loading}" far off screen`, {}, async (page) => {
    const figure = await put(page, { loading }, { before: DEEP });
    await page.waitForTimeout(800);
    assert.equal(await figure.locator('.view').count(), live);
  });
}

inPage('the poster shows until there is a figure; what the element holds goes before it', {}, async (page) => {
  const picture = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';
  const figure = await put(page, { poster: picture, alt: 'A valley' }, { before: DEEP });
  const image = figure.getByRole('img', { name: 'A valley' });
  await image.waitFor();
  await figure.evaluate((element) => element.append('See the paper.'));
  assert.equal(await image.isVisible(), false);
  const seen = () => figure.evaluate((element) => element.shadowRoot?.querySelector('slot')?.assignedNodes().map(({ textContent }) => textContent).join());
  assert.equal(await seen(), 'See the paper.');
  await figure.evaluate((element) => /** @type {any} */ (element).ready);
  assert.equal(await figure.locator('slot').isVisible(), false);
});

inPage('alt describes the figure', {}, async (page) => {
  const figure = await put(page, { alt: 'Down a valley' }, { figure: { ...RECIPE, alt: 'its own' } });
  assert.equal(await figure.locator('.figure').getAttribute('aria-description'), 'Down a valley');
});

inPage('keys="off": the host keeps every key, and the focus', {}, async (page) => {
  const figure = await put(page, { keys: 'off' });
  await page.evaluate(() => {
    /** @type {any} */ (window).keys = [];
    addEventListener('keydown', (event) => event.defaultPrevented || /** @type {any} */ (window).keys.push(event.key));
  });
  await view(figure, 'contour').click();
  for (const key of ['ArrowRight', ' ', 'PageDown', 'k']) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).keys), ['ArrowRight', ' ', 'PageDown', 'k']);
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 0);
  await figure.getByRole('button', { name: 'One step on' }).click();
  assert.equal(await figure.evaluate((element) => /** @type {any} */ (element).step), 1);
});

for (const [touch, action] of /** @type {const} */ ([['pan', 'pan-x pan-y'], ['draw', 'none']])) {
  inPage(`touch="${touch}": what one finger does`, { hasTouch: true }, async (page) => {
    const figure = await put(page, { touch }, { figure: { ...RECIPE, view: { views: ['surface'] } } });
    const place = view(figure, 'surface');
    assert.equal(await place.evaluate((element) => getComputedStyle(element).touchAction), action);
    const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await place.boundingBox());
    const before = (await place.screenshot()).toString('base64');
    const session = await page.context().newCDPSession(page);
    const [x, y] = [box.x + box.width * 0.9, box.y + box.height * 0.1];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (const by of [20, 40, 60]) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x - by, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(100);
    assert.equal((await place.screenshot()).toString('base64') !== before, touch === 'draw');
  });
}

inPage('another language is brought by the page; what it lacks is said in English', {}, async (page) => {
  await blank(page, { strict: false });
  const [lang, words, unknown] = await page.evaluate(async (recipe) => {
    const ponder = await import(new URL('ponder.js', location.href).href);
    ponder.words('de', { play: 'Abspielen' });
    const unknown = (() => {
      try {
        return ponder.words('de', { plaz: 'x' });
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    })();
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.lang = 'de-CH';
    element.recipe = recipe;
    document.body.append(element);
    await element.ready;
    const root = element.shadowRoot.querySelector('.figure');
    return [root.lang, [...root.querySelectorAll('.player > button')].map((button) => button.title || button.innerText), unknown];
  }, RECIPE);
  assert.equal(lang, 'de-CH');
  assert.deepEqual(words.slice(0, 3), ['Abspielen', 'One step back', 'One step on']);
  assert.match(unknown, /^words\.plaz: unknown/);
});

inPage('in a page of another language the words say that they are English', {}, async (page) => {
  const figure = await put(page, { lang: 'fr' });
  assert.equal(await figure.locator('.figure').getAttribute('lang'), 'en');
});
