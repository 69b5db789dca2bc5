// embed.html in frames of other pages: its address, its height, its events, its policy, its sandbox.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { count, inPage, MOMENTUM, picture, site, twoPoints } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const RECIPE = twoPoints([{ method: 'momentum' }], { title: 'A hill', view: { views: ['contour'] } });

/** The address of a frame. @param {Record<string, string>} query @param {string} [hash] */
const address = (query, hash = '') => `${site}embed.html?${new URLSearchParams({ recipe: JSON.stringify(RECIPE), ...query })}${hash}`;

/**
 * A page of another origin, with whatever stands in its body; what its frames tell is in `heard`.
 * @param {Page} page @param {string} body
 */
async function host(page, body) {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>host</title><body><script>
      window.heard = [];
      addEventListener('message', ({ data }) => heard.push(data));
    </script>${body}</body></html>`);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  page.once('close', () => server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  // Another name of this machine is another origin and another site.
  const origin = `http://localhost:${port}`;
  await page.goto(`${origin}/`);
  return origin;
}

/** @param {string} text */
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** @param {Page} page @param {(heard: any[]) => boolean} enough */
async function heard(page, enough) {
  for (let tries = 0; tries < 200; tries += 1) {
    const all = await page.evaluate(() => /** @type {any} */ (window).heard);
    if (enough(all)) return all;
    await page.waitForTimeout(50);
  }
  throw new Error(`the frame says ${JSON.stringify(await page.evaluate(() => /** @type {any} */ (window).heard))}`);
}

for (const sandbox of ['', 'sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin"']) {
  inPage(`a frame ${sandbox} plays, and is as high as its figure`, {}, async (page) => {
    const parent = await readFile(new URL('../../dist/site/embed-parent.js', import.meta.url), 'utf8');
    await host(page, `<iframe ${sandbox} width="700" height="150" src="${quoted(address({ controls: 'few' }))}"></iframe><script>${parent}</script>`);
    const frame = page.frameLocator('iframe');
    await frame.locator('.view').waitFor();
    await frame.getByRole('button', { name: 'One step on' }).click();
    await frame.locator('ponder-figure').evaluate((element) => /** @type {any} */ (element).seek(60));
    assert.ok(count(await picture(page.locator('iframe')), MOMENTUM) > 100);
    const [content, window] = await frame.locator('main').evaluate((main) => [main.getBoundingClientRect().height, innerHeight]);
    assert.ok(content > 300 && Math.abs(content - window) <= 1, `${content} in ${window}`);
    assert.equal(await frame.locator('html').evaluate(() => document.documentElement.scrollHeight > innerHeight), false);
    assert.equal(await frame.locator('h1').innerText(), 'A hill');
  });
}

inPage('in a frame that grows a view is as large with a question as without', {}, async (page) => {
  const ask = { at: 3, kind: 'choose', ask: 'Where?', options: [{ text: 'up' }, { text: 'down', right: true }] };
  const parent = await readFile(new URL('../../dist/site/embed-parent.js', import.meta.url), 'utf8');
  for (const width of [1200, 700, 360]) {
    const recipe = JSON.stringify({ ...RECIPE, ponders: [ask] });
    await host(page, `<iframe width="${width}" height="150" src="${quoted(address({ recipe }))}"></iframe><script>${parent}</script>`);
    const view = page.frameLocator('iframe').locator('.view canvas').first();
    await view.waitFor();
    await page.waitForFunction((least) => /** @type {HTMLElement} */ (document.querySelector('iframe')).offsetHeight > least, Math.min(400, width));
    const { height = 0 } = await view.boundingBox() ?? {};
    assert.ok(height > Math.min(300, width - 60), `${height} px in a frame of ${width}`);
  }
});

inPage('in a sandbox without forms a question is answered, and the help is shut', {}, async (page) => {
  const recipe = JSON.stringify({ ...RECIPE, ponders: [{ at: 3, kind: 'type', ask: 'What will the loss be?', answer: 1 }] });
  await host(page, `<iframe sandbox="allow-scripts" width="700" height="900" src="${quoted(address({ recipe }))}"></iframe>`);
  const figure = page.frameLocator('iframe').locator('ponder-figure');
  await figure.locator('.view').waitFor();
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  await figure.getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  await figure.locator('.result').waitFor();
  await page.keyboard.press('?');
  await figure.getByRole('button', { name: 'Close' }).click();
  assert.equal(await figure.locator('dialog').evaluate((dialog) => /** @type {HTMLDialogElement} */ (dialog).open), false);
});

inPage('the height is told in every dialect', {}, async (page) => {
  await host(page, `<iframe width="700" src="${quoted(address({}, '#?secret=abcDEF1234'))}"></iframe>`);
  const all = await heard(page, (all) => all.some((data) => data.type === 'ponder:height' && data.height > 300));
  const { height } = all.findLast((data) => data.type === 'ponder:height');
  assert.deepEqual(all.findLast((data) => data.subject), { subject: 'lti.frameResize', height });
  assert.deepEqual(all.findLast((data) => data.message), { message: 'height', value: height, secret: 'abcDEF1234' });
  const { src, ...embedly } = JSON.parse(all.findLast((data) => typeof data === 'string'));
  assert.deepEqual(embedly, { context: 'iframe.resize', height });
  assert.match(src, /embed\.html/);
});

inPage('fit=frame: the content follows the frame, and no height is told', {}, async (page) => {
  await host(page, `<iframe width="900" height="420" src="${quoted(address({ fit: 'frame' }))}"></iframe>`);
  await page.frameLocator('iframe').locator('.view').waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
  assert.ok(await page.frameLocator('iframe').locator('html').evaluate(() => document.documentElement.scrollHeight <= innerHeight + 60));
});

inPage('events go to the origin that the author names, and to no other', {}, async (page) => {
  const ponders = [{ at: 3, kind: 'type', ask: 'What will the loss be?', answer: 1 }];
  const recipe = JSON.stringify({ ...RECIPE, ponders });
  const origin = await host(page, '<p>host</p>');
  /** @param {Record<string, string>} query */
  const open = (query) => page.evaluate((src) => {
    /** @type {any} */ (window).heard = [];
    document.querySelector('iframe')?.remove();
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, width: 700, height: 900 });
    document.body.append(frame);
  }, address({ recipe, ...query }));
  await open({ events: '1', origin });
  const figure = page.frameLocator('iframe').locator('ponder-figure');
  await heard(page, (all) => all.some(({ event }) => event === 'ready'));
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  await figure.getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  const all = await heard(page, (all) => all.some(({ event }) => event === 'answer'));
  assert.deepEqual(all.find(({ event }) => event === 'ready').detail, { steps: 60, runs: 1 });
  const { answer, correct } = all.find(({ event }) => event === 'answer').detail;
  assert.deepEqual([answer, correct], [1, true]);
  for (const query of /** @type {Record<string, string>[]} */ ([{ events: '1' }, { origin }, { events: '1', origin: '*' }, { events: '1', origin: `${origin}/` }])) {
    await open(query);
    await figure.locator('.view').waitFor();
    await page.waitForTimeout(200);
    assert.ok(!(await page.evaluate(() => /** @type {any} */ (window).heard)).some((/** @type {any} */ data) => data.type === 'ponder:event'), JSON.stringify(query));
  }
});

inPage('a frame hears nobody but its parent, and nothing but its one question', {}, async (page) => {
  await host(page, `<iframe width="700" src="${quoted(address({}))}"></iframe>`);
  const figure = page.frameLocator('iframe').locator('ponder-figure');
  await figure.locator('.view').waitFor();
  const before = await figure.evaluate((element) => JSON.stringify([/** @type {any} */ (element).recipe, /** @type {any} */ (element).step]));
  await page.evaluate(() => {
    const frame = /** @type {Window} */ (document.querySelector('iframe')?.contentWindow);
    const odd = [null, undefined, 0, '', 'ponder:ask', [], {}, { type: 'ponder:height', height: 1 }, { type: 'recipe', recipe: {} }, { get: 1, type: {} }, new Map(), new Date(), { type: 'ponder:event' }];
    for (let i = 0; i < 100_000; i += 1) frame.postMessage(odd[i % odd.length], '*');
  });
  await page.waitForTimeout(500);
  assert.equal(await figure.evaluate((element) => JSON.stringify([/** @type {any} */ (element).recipe, /** @type {any} */ (element).step])), before);
  await page.evaluate(() => {
    /** @type {any} */ (window).heard = [];
    /** @type {Window} */ (document.querySelector('iframe')?.contentWindow).postMessage({ type: 'ponder:ask' }, '*');
  });
  await heard(page, (all) => all.some(({ type }) => type === 'ponder:height'));
});

inPage('the page around believes its own frames only, and only heights', {}, async (page) => {
  const parent = await readFile(new URL('../../dist/site/embed-parent.js', import.meta.url), 'utf8');
  assert.ok(parent.length < 1000, `${parent.length} bytes`);
  await host(page, `<iframe id="other" height="99" srcdoc="<p>other"></iframe><script>${parent}</script>`);
  const height = await page.evaluate(async () => {
    const other = /** @type {HTMLIFrameElement} */ (document.getElementById('other'));
    for (const data of [null, 1, {}, { type: 'ponder:height' }, { type: 'ponder:height', height: NaN }, { type: 'ponder:height', height: 400 }]) postMessage(data, '*');
    const script = /** @type {Document} */ (other.contentDocument).createElement('script');
    script.textContent = "parent.postMessage({ type: 'ponder:height', height: 400 }, '*')";
    other.contentDocument?.body.append(script);
    await new Promise((done) => { setTimeout(done, 200); });
    return other.offsetHeight;
  });
  assert.ok(height < 110);
});

inPage('an address without a figure says so', {}, async (page) => {
  await page.goto(`${site}embed.html?theme=dark`);
  await page.locator('#nothing').waitFor();
  assert.match(await page.locator('main').innerText(), /names no figure/);
});

inPage('a wrong figure or attribute says what is allowed', {}, async (page) => {
  await page.goto(address({ views: 'nope' }));
  assert.match(await page.locator('.notice').innerText(), /views.*allowed is surface/s);
});

inPage('payloads stay text', {}, async (page) => {
  let alarms = 0;
  page.on('dialog', (dialog) => { alarms += 1; void dialog.dismiss(); });
  const evil = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'javascript:alert(1)'];
  for (const text of evil) {
    const recipe = JSON.stringify({ ...RECIPE, title: text, alt: text, ponders: [{ at: 1, kind: 'choose', ask: text, options: [{ text, right: true }, { text: 'b' }] }] });
    await page.goto(address({ recipe, alt: text, lang: text }));
    await page.locator('.view').waitFor();
    assert.equal(await page.locator('ponder-figure script, ponder-figure img, main script').count(), 0);
  }
  assert.equal(alarms, 0);
});

inPage('without JavaScript a sentence and a link stand there', { javaScriptEnabled: false }, async (page) => {
  await page.goto(address({}));
  assert.match(await page.locator('noscript').innerText(), /JavaScript/);
  assert.equal(await page.locator('noscript a').getAttribute('href'), 'index.html');
});

test('the policy stands in the page itself, for hosts that send none', async () => {
  const html = await readFile(new URL('../../dist/site/embed.html', import.meta.url), 'utf8');
  assert.match(html, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);
  assert.match(html, /require-trusted-types-for 'script'; trusted-types ponder/);
});
