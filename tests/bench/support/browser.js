// A browser, and a page of it on which contenders meet: of an address of this machine, and isolated from other origins,
// or the clock would tick in tenths of a millisecond.
import { build } from 'esbuild';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { QUIET } from '../../support/chromium.js';

const BENCH = fileURLToPath(new URL('..', import.meta.url));
/** What the pages may ask for, by the first part of its path. @type {Record<string, URL>} */
const FOLDERS = {
  glue: new URL('../../../target/ponder/', import.meta.url),
  contenders: new URL('../../../target/bench/', import.meta.url),
  site: new URL('../../../dist/', import.meta.url),
  'ponder.js': new URL('../../../dist/site/', import.meta.url),
  'ponder_wasm_bg.wasm': new URL('../../../dist/site/', import.meta.url),
  'ponder_lean_bg.wasm': new URL('../../../dist/site/', import.meta.url),
  'ponder-whole.js': new URL('../../../dist/site/', import.meta.url),
  'bulk.js': new URL('../../../dist/site/', import.meta.url),
  'bulk_bg.wasm': new URL('../../../dist/site/', import.meta.url),
};

const COMMON = ['--headless', ...QUIET];

/** @type {Record<string, string>} */
const TYPES = { js: 'text/javascript', wasm: 'application/wasm', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2' };

/** A has no WebGL, B has it in software. @type {Record<string, string[]>} */
export const FLAGS = {
  A: [...COMMON, '--disable-gpu', '--disable-software-rasterizer'],
  B: [...COMMON, '--enable-unsafe-swiftshader'],
};

/** @param {string} name of its flags */
export async function open(name) {
  const files = await served();
  const executablePath = process.env.PONDER_CHROMIUM;
  if (!executablePath) throw new Error('PONDER_CHROMIUM is not set: run this with `cargo xtask bench`');
  const browser = await chromium.launch({ executablePath, args: FLAGS[name] });
  return {
    version: `Chromium ${browser.version()}`,
    /** @param {string} comparison @returns {Promise<import('./compete.js').Met[]>} */
    compete: (comparison) => compete(browser, name, files, comparison),
    /** @param {import('./visits.js').Visits} visits */
    visit: ({ visits }) => visits(browser, name, `${files.address}site/`),
    close: async () => {
      await browser.close();
      files.close();
    },
  };
}

/**
 * Every case on a page of its own, so that none finds what another has left.
 * @param {import('playwright-core').Browser} browser @param {string} name @param {{ address: string }} files
 * @param {string} comparison
 */
async function compete(browser, name, { address }, comparison) {
  const cases = [];
  for (let at = 0, count = 1; at < count; at += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (message) => console.log(message.text()));
    await page.goto(address);
    const met = await page.evaluate(async ([comparison, at, name]) => {
      if (!crossOriginIsolated) throw new Error('the clock is coarse: the page is not isolated');
      const { meet } = await import(new URL(`${comparison}.js`, location.href).href);
      return await meet(at, name);
    }, /** @type {const} */ ([comparison, at, name])).finally(() => look(page, `${comparison}-${at}-${name}`));
    cases.push(met.outcome);
    count = met.count;
    await page.close();
  }
  return cases;
}

/** What the contenders have drawn, for whoever wants to see it. @param {import('playwright-core').Page} page @param {string} name */
async function look(page, name) {
  if (await page.locator('canvas').count()) await page.screenshot({ path: `target/bench/${name}.png`, fullPage: true });
}

async function served() {
  const server = createServer(async ({ url = '' }, response) => {
    const body = await file(url).catch(() => undefined);
    const type = TYPES[url.split('.').pop() ?? ''] ?? 'text/html';
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': type,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close().closeAllConnections() };
}

/** @param {string} url @returns {Promise<string | Buffer>} */
async function file(url) {
  if (url === '/') return '<!doctype html><html lang="en"><title>bench</title><link rel="icon" href="data:,">';
  const folder = FOLDERS[url.split('/')[1]];
  return folder ? await readFile(new URL(url.slice(1), folder)) : await bundle(url.slice(1, -'.js'.length));
}

/** A comparison with its contenders, and the clock. @param {string} comparison */
async function bundle(comparison) {
  const contents = `
    import comparison from './${comparison}.js';
    import { compete } from './support/compete.js';
    export const meet = (at, browser) => compete(comparison, at, browser);`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: BENCH },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
