// One look at a figure in a host, the same for all: it plays, asks, goes on, becomes narrow, leaves keys alone, prints.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.woff2': 'font/woff2',
};

/** A folder as a static host serves it; a frame without an origin gets no favours. @param {string} folder */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const content = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path)).catch(() => null);
    const missing = path === '/favicon.ico' ? 204 : 404;
    response.writeHead(content === null ? missing : 200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(content ?? '');
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {Page} page @param {string} address @param {import('./types.js').Built} built */
export async function check(page, address, { page: name, frame, scaled, key, state }) {
  const complaints = listen(page, address);
  await page.goto(address + name);
  const figure = (frame ? page.frameLocator('iframe') : page).locator('ponder-figure');
  await figure.locator('.view').waitFor({ timeout: 30_000 });
  if (key) await keeps(page, key, address + name);
  await plays(figure);
  if (state) await page.waitForFunction((text) => new RegExp(text).test(document.documentElement.dataset.state ?? ''), state.source);
  if (!scaled) await narrows(page, figure);
  await prints(page, figure);
  assert.deepEqual(complaints, []);
}

/** What the console says; what hosts fetch from elsewhere is answered with nothing. @param {Page} page @param {string} address */
function listen(page, address) {
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  void page.route((url) => /^https?:/.test(url.protocol) && !url.href.startsWith(address), (route) => route.fulfill({ body: '' }));
  return complaints;
}

/** The host's own key does what it does. @param {Page} page @param {{ press: string, leads: RegExp }} key @param {string} home */
async function keeps(page, { press, leads }, home) {
  await page.keyboard.press(press);
  await page.waitForURL(leads);
  await page.goto(home);
  await page.locator('ponder-figure .view').waitFor();
}

/** Puts the focus into it as a hand would, at its edge: only so does a frame have it too. @param {Locator} figure */
const enter = (figure) => figure.locator('.figure').click({ position: { x: 3, y: 3 } });

/** To the question, through it, to the end. @param {Locator} figure */
async function plays(figure) {
  const step = () => figure.evaluate((element) => /** @type {any} */ (element).step);
  await figure.getByRole('button', { name: 'Play' }).click();
  await figure.getByRole('radio', { name: 'Down' }).check();
  assert.equal(await step(), 5);
  await enter(figure);
  await figure.page().keyboard.press('ArrowRight');
  assert.equal(await step(), 5, 'a question was passed');
  await figure.getByRole('button', { name: 'Commit' }).click();
  await enter(figure);
  await figure.page().keyboard.press('ArrowRight');
  // A frame of another process hears of a key a little later.
  for (let tries = 0; tries < 40 && await step() < 6; tries += 1) await figure.page().waitForTimeout(50);
  assert.equal(await step(), 6, 'a key of the figure did not reach it');
  await figure.evaluate((element) => /** @type {any} */ (element).seek(60));
  assert.equal(await step(), 60);
  const ink = await figure.locator('.view canvas').last().evaluate((canvas) => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
    const data = /** @type {HTMLCanvasElement} */ (canvas).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let red = 0;
    for (let i = 0; i < data.length; i += 4) red += Number(data[i] > 150 && data[i + 1] < 90 && data[i + 3] > 200);
    return red;
  });
  assert.ok(ink > 100, `${ink} pixels of path`);
}

/** @param {Page} page @param {Locator} figure */
async function narrows(page, figure) {
  const width = () => figure.locator('.figure').evaluate((element) => element.getBoundingClientRect().width);
  const wide = await width();
  await page.setViewportSize({ width: 420, height: 800 });
  await page.waitForTimeout(300);
  const narrow = await width();
  assert.ok(narrow < wide && narrow <= 420, `${wide} px became ${narrow}`);
  assert.ok(await figure.locator('.figure').evaluate((element) => element.scrollWidth <= element.clientWidth + 1), 'something sticks out');
}

/** @param {Page} page @param {Locator} figure */
async function prints(page, figure) {
  const pdf = await page.pdf();
  assert.ok(pdf.length > 10_000, `${pdf.length} bytes of paper`);
  assert.match(await figure.locator('.printed').evaluate((element) => element.textContent ?? ''), /Step 60 of 60/);
}
