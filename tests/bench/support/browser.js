// A browser, and a page of it on which contenders meet: of an address of this machine, and isolated from other origins,
// or the clock would tick in tenths of a millisecond.
import { build } from 'esbuild';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const BENCH = fileURLToPath(new URL('..', import.meta.url));
const SITE = new URL('../../../dist/site/', import.meta.url);

/** @type {Record<string, string[]>} */
export const FLAGS = {
  A: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-software-rasterizer', '--disable-quic', '--no-first-run',
    '--disable-background-networking',
  ],
};

/** @param {string} name of its flags */
export async function open(name) {
  const files = await served();
  const executablePath = process.env.PONDER_CHROMIUM;
  if (!executablePath) throw new Error('PONDER_CHROMIUM is not set: run this with `cargo xtask bench`');
  const browser = await chromium.launch({ executablePath, args: FLAGS[name] });
  return {
    version: `Chromium ${browser.version()}`,
    /** @param {string} comparison */
    compete: async (comparison) => compete(browser, files, comparison),
    close: async () => {
      await browser.close();
      files.close();
    },
  };
}

/**
 * Every case on a page of its own, so that none finds what another has left.
 * @param {import('playwright-core').Browser} browser @param {{ address: string }} files @param {string} comparison
 */
async function compete(browser, { address }, comparison) {
  const cases = [];
  for (let at = 0, count = 1; at < count; at += 1) {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    await page.goto(address);
    const met = await page.evaluate(async ([comparison, at]) => {
      if (!crossOriginIsolated) throw new Error('the clock is coarse: the page is not isolated');
      const { meet } = await import(new URL(`${comparison}.js`, location.href).href);
      return await meet(at);
    }, /** @type {const} */ ([comparison, at]));
    cases.push(met.outcome);
    count = met.count;
    await page.close();
  }
  return await summary(comparison, cases);
}

/**
 * The case in which we are worst stands for all.
 * @param {string} comparison @param {import('./compete.js').Met[]} cases
 */
async function summary(comparison, cases) {
  const { default: { about, unit, target } } = await import(new URL(`../${comparison}.js`, import.meta.url).href);
  const [worst] = [...cases].sort((a, b) => b.ratio - a.ratio);
  return { about, unit, target, ...worst, cases };
}

async function served() {
  const server = createServer(async ({ url = '' }, response) => {
    const body = await file(url).catch(() => undefined);
    const type = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.wasm') ? 'application/wasm' : 'text/html';
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
  return url.startsWith('/ponder') ? await readFile(new URL(url.slice(1), SITE)) : await bundle(url.slice(1, -'.js'.length));
}

/** A comparison with its contenders, and the clock. @param {string} comparison */
async function bundle(comparison) {
  const contents = `
    import comparison from './${comparison}.js';
    import { compete } from './support/compete.js';
    export const meet = (at) => compete(comparison, at);`;
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
