// A guest in other people's pages: what it leaves alone, what it withstands, and what it does where something is missing.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { rooted } from '../../crates/xtask/rooted.mjs';
import { blank, count, inPage, MOMENTUM, mount, picture, site, twoPoints, view } from './support/browser.js';

/** @typedef {import('playwright-core').Page} Page */

const SITE = fileURLToPath(new URL('../../dist/site/', import.meta.url));
const RECIPE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } });
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.svg': 'image/svg+xml' };

/**
 * The site below a path of another server, with one page of ours; gives its address.
 * @param {Page} page @param {{ path?: string, html?: string, headers?: Record<string, string>, types?: Record<string, string>, absent?: string }} [how]
 */
async function served(page, { path = '/', html = '', headers = {}, types = {}, absent = '' } = {}) {
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const file = name.startsWith(path) ? name.slice(path.length) || 'index.html' : '';
    const content = name === `${path}host.html` ? html : await readFile(join(SITE, file)).catch(() => null);
    const type = content === null ? 'text/html' : { ...TYPES, ...types }[extname(file || 'host.html')] ?? 'application/octet-stream';
    // Every browser asks a server for its icon, whatever the page says.
    response.writeHead(name === '/favicon.ico' ? 204 : content === null ? 404 : 200, { 'content-type': type, ...headers });
    response.end(content ?? absent);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  page.once('close', () => server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}${path}`;
}

/** A page with one figure. @param {string} script @param {string} [more] */
const host = (script, more = '') => `<!doctype html><html lang="en"><title>host</title>${more}${script}
  <ponder-figure><p class="fallback">A hill, <a href="#x">described</a>.</p><script type="application/json">${JSON.stringify(RECIPE)}</script></ponder-figure>`;

const MODULE = '<script type="module" src="ponder.js"></script>';
const CLASSIC = '<script src="ponder.classic.js"></script>';

/** Plays it to its end and looks whether there is a path. @param {Page} page */
async function moves(page) {
  const figure = page.locator('ponder-figure').first();
  await figure.evaluate(async (element) => {
    await /** @type {any} */ (element).ready;
    /** @type {any} */ (element).seek(60);
  });
  assert.ok(count(await picture(view(figure, 'contour')), MOMENTUM) > 100);
}

for (const [script, names] of /** @type {[string, string[]][]} */ ([[MODULE, []], [CLASSIC, ['ponder']]])) {
  inPage(`${script} leaves on window: ${names.join() || 'nothing'}`, {}, async (page) => {
    const before = "<script>window.names = Object.getOwnPropertyNames(window)</script>";
    await page.goto(`${await served(page, { html: host(script, before) })}host.html`);
    await moves(page);
    // An element of a page is a name of its window by itself; here there is none with an id.
    assert.deepEqual(await page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => name !== 'names' && !/** @type {any} */ (window).names.includes(name))), names);
  });
}

inPage('a host keeps its keys: all while the focus is elsewhere, those that mean nothing here always', {}, async (page) => {
  const figure = await mount(page, RECIPE);
  await page.evaluate(() => {
    /** @type {any} */ (window).keys = [];
    addEventListener('keydown', (event) => /** @type {any} */ (window).keys.push([event.key, event.defaultPrevented]));
    document.body.append(Object.assign(document.createElement('button'), { id: 'outside', textContent: 'outside' }));
  });
  const keys = ['ArrowRight', ' ', 'k', '5', 'End', 'PageDown', 'F2', 'x', 'Control+k'];
  const heard = async () => {
    await page.evaluate(() => { /** @type {any} */ (window).keys = []; });
    for (const key of keys) await page.keyboard.press(key);
    return page.evaluate(() => /** @type {any} */ (window).keys);
  };
  await page.locator('#outside').focus();
  assert.deepEqual((await heard()).map(([, handled]) => handled), new Array(keys.length + 1).fill(false));
  await figure.locator('.figure').focus();
  assert.deepEqual((await heard()).map(([key]) => key), ['PageDown', 'F2', 'x', 'Control', 'k']);
});

inPage('two copies of it on one page', {}, async (page) => {
  const second = await served(page, { headers: { 'access-control-allow-origin': '*' } });
  const html = host(`${CLASSIC}<script type="module">import { ready, version } from '${second}ponder.js'; await ready; document.title = version();</script>`);
  await page.goto(`${await served(page, { html })}host.html`);
  await page.waitForFunction(() => /^\d+\.\d+\.\d+$/.test(document.title));
  await moves(page);
});

inPage('what cannot be seen sleeps', {}, async (page) => {
  await page.addInitScript(() => {
    const ask = requestAnimationFrame;
    Object.assign(window, { frames_: 0 });
    window.requestAnimationFrame = (work) => ask((now) => {
      /** @type {any} */ (window).frames_ += 1;
      work(now);
    });
  });
  const figure = await mount(page, { ...RECIPE, steps: 2000 });
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('div'), { style: 'height: 400vh' })));
  const frames = async () => {
    await page.waitForTimeout(250);
    const before = await page.evaluate(() => /** @type {any} */ (window).frames_);
    await page.waitForTimeout(500);
    return await page.evaluate(() => /** @type {any} */ (window).frames_) - before;
  };
  await figure.evaluate((element) => /** @type {any} */ (element).play());
  assert.ok(await frames() > 3);
  await page.evaluate(() => scrollTo(0, 9999));
  assert.equal(await frames(), 0);
  await page.evaluate(() => scrollTo(0, 0));
  assert.equal(await frames(), 0);
});

inPage('full screen by button and key, where a clicker steps', {}, async (page) => {
  const figure = await mount(page, RECIPE);
  const step = () => figure.evaluate((element) => /** @type {any} */ (element).step);
  await figure.locator('.figure').focus();
  await page.keyboard.press('PageDown');
  assert.equal(await step(), 0);
  await figure.getByRole('button', { name: 'More' }).click();
  const button = figure.getByRole('button', { name: 'Full screen' });
  await button.click();
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await figure.locator('button[aria-pressed="true"]', { hasText: 'Full screen' }).waitFor();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  assert.equal(await step(), 1);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
});

inPage('on paper: what was run, the step and the address', {}, async (page) => {
  const figure = await mount(page, RECIPE);
  await figure.evaluate((element) => /** @type {any} */ (element).seek(7));
  const printed = figure.locator('.printed');
  assert.equal(await printed.isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const text = await printed.innerText();
  assert.match(text, /Momentum: learning rate 1, momentum 0\.9 and start \(−2, −2\)\. Step 7 of 60\.\n+http:/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});

inPage("a host's `* { all: unset }` changes nothing inside", {}, async (page) => {
  const plain = await mount(page, RECIPE);
  const before = await picture(plain);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset !important; letter-spacing: 9px !important; color: pink !important; text-transform: uppercase }');
    document.adoptedStyleSheets = [sheet];
  });
  const after = await picture(plain);
  // The host's own body has lost its margin, and the figure is wider by that.
  assert.ok(Math.abs(after.height - before.height) < 40 && after.width >= before.width);
  assert.equal(await plain.getByRole('button', { name: 'Play' }).evaluate((button) => getComputedStyle(button).letterSpacing), 'normal');
  await moves(page);
});

inPage('from a sub-path, the whole course', {}, async (page) => {
  const address = await served(page, { path: '/people/ada/course/' });
  /** @param {import('playwright-core').Locator} figure */
  const live = (figure) => figure.evaluate((element) => /** @type {any} */ (element).ready.then(() => {}));
  await page.goto(address);
  await live(page.locator('ponder-figure').first());
  await page.locator('#lessons a').nth(1).click();
  await page.waitForLoadState();
  assert.ok(page.url().startsWith(`${address}lessons/`));
  await live(page.locator('ponder-figure').first());
});

inPage('where nothing is, at any depth of a sub-path: a page that is dressed, and leads to the cover', {}, async (page) => {
  const path = '/people/ada/course/';
  const absent = rooted(await readFile(new URL('../../www/404.html', import.meta.url), 'utf8'), path);
  const policy = (await page.request.get(site)).headers()['content-security-policy'];
  const address = await served(page, { path, absent, headers: { 'content-security-policy': policy } });
  for (const wrong of ['nowhere.html', 'lessons/99-nothing/handout.html']) {
    await page.goto(address + wrong);
    assert.equal(await page.locator('h1').innerText(), 'Nothing here');
    assert.ok(await page.evaluate(() => [...document.styleSheets].length === 2 && [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)));
    await page.getByRole('link', { name: 'the cover' }).click();
    await page.waitForURL(`${address}index.html`);
  }
}, /status of 404/);

inPage('from another origin, as a module that its host lets others have, and as a classic script', {}, async (page) => {
  const other = await served(page, { headers: { 'access-control-allow-origin': '*' } });
  await page.goto(`${await served(page, { html: host(`<script type="module" src="${other}ponder.js"></script>`) })}host.html`);
  await moves(page);
  const closed = await served(page);
  await page.goto(`${await served(page, { html: host(`<script src="${closed}ponder.classic.js"></script>`) })}host.html`);
  await moves(page);
});

inPage('without JavaScript: what the element holds', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${await served(page, { html: host(MODULE) })}host.html`);
  assert.equal(await page.locator('.fallback').isVisible(), true);
  assert.equal(await page.locator('.fallback a').isVisible(), true);
});

inPage('a wasm of the wrong type is taken all the same', {}, async (page) => {
  await page.goto(`${await served(page, { html: host(MODULE), types: { '.wasm': 'text/plain' } })}host.html`);
  await moves(page);
}, /MIME type/);

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'";

for (const [name, script] of [['module', MODULE], ['classic script', CLASSIC]]) {
  inPage(`WebAssembly refused, ${name}: the poster and the reason`, {}, async (page) => {
    await page.goto(`${await served(page, { html: host(script), headers: { 'content-security-policy': POLICY } })}host.html`);
    await page.getByRole('status').filter({ hasText: 'WebAssembly' }).waitFor();
    assert.equal(await page.locator('.fallback').isVisible(), true);
    const message = await page.locator('ponder-figure').evaluate((element) => /** @type {any} */ (element).ready.catch((/** @type {Error} */ error) => error.message));
    assert.match(message, /Content Security Policy|unsafe-eval/);
  }, /Content Security Policy|wasm-unsafe-eval|unsafe-eval/);
}
