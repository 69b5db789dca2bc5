// One hash over two hundred recipes, in every engine. What is compared with is what the unoptimised native build wrote.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runInThisContext } from 'node:vm';
import { hashes, one } from './support/hash.js';
import { serve } from './support/server.js';
import { NotStarted, read, screen } from './support/webdriver.js';

const { env } = process;

/** @param {string} name @returns {string} */
function need(name) {
  return env[name] ?? assert.fail(`${name} is not set: run these tests with \`cargo xtask test bits\``);
}

const folder = need('PONDER_BITS');
const site = new URL('../../dist/site/', import.meta.url);

/** What a native build wrote. @param {string} file @returns {{ name: string, recipe: unknown, sha256: string }[]} */
const written = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const native = written('plain.json');

/** A line an engine. */
const report = [`${await one(native.map(({ sha256 }) => sha256))} native, unoptimised`];
after(() => {
  writeFileSync(join(folder, 'report.txt'), report.map((line) => `${line}\n`).join(''));
  console.log(report.join('\n'));
});

/** The hashes must be the native ones; those that are not are named by their recipes. @param {string} engine @param {string[]} hashes */
async function compare(engine, hashes) {
  assert.equal(hashes.length, native.length);
  const other = native.filter(({ sha256 }, i) => hashes[i] !== sha256);
  assert.deepEqual(other.map(({ name }) => name), [], `recipes with other bits in ${engine}`);
  report.push(`${await one(hashes)} ${engine}`);
}

test('native, released', () => compare('native, released', written('released.json').map(({ sha256 }) => sha256)));

test('Node', async () => {
  runInThisContext(`${readFileSync(new URL('ponder.classic.js', site), 'utf8')};globalThis.ponder = ponder`);
  const { ready, trajectory } = /** @type {any} */ (globalThis).ponder;
  await ready;
  await compare(`Node ${process.versions.node}`, await hashes(trajectory, native));
});

/** @typedef {{ name: string, driver?: string, missing?: string, capabilities: object, xvfb?: string }} Browser */

/** @type {Browser[]} */
const BROWSERS = [
  {
    name: 'Chromium',
    driver: need('PONDER_CHROMEDRIVER'),
    capabilities: { 'goog:chromeOptions': { binary: need('PONDER_CHROMIUM'), args: ['--headless', '--no-sandbox', '--disable-gpu'] } },
  },
  {
    name: 'Firefox',
    driver: env.PONDER_GECKODRIVER,
    missing: env.PONDER_NO_FIREFOX,
    capabilities: { 'moz:firefoxOptions': { binary: env.PONDER_FIREFOX, args: ['-headless'] } },
  },
  {
    name: 'WebKitGTK',
    driver: env.PONDER_WEBKITDRIVER,
    missing: env.PONDER_NO_WEBKITGTK,
    capabilities: {},
    xvfb: env.PONDER_XVFB,
  },
];

for (const { name, driver, missing, capabilities, xvfb } of BROWSERS) {
  test(name, { timeout: 300_000 }, async (t) => {
    try {
      if (driver === undefined) throw new NotStarted(missing ?? 'it has no driver');
      const { version, text } = await visit({ driver, capabilities, xvfb });
      assert.match(text, /^\[/, text);
      await compare(`${name} ${version}`, JSON.parse(text));
    } catch (error) {
      // Chromium is promised; the others are tried where they can be had.
      if (!(error instanceof NotStarted) || name === 'Chromium' || env.PONDER_ALL_ENGINES) throw error;
      report.push(`not run: ${name}: ${error.message}`);
      t.skip(error.message);
    }
  });
}

/** What the page says in a browser. @param {{ driver: string, capabilities: object, xvfb?: string }} browser */
async function visit({ driver, capabilities, xvfb }) {
  const support = (/** @type {string} */ file) => new URL(`support/${file}`, import.meta.url);
  const server = await serve({
    'page.html': support('page.html'),
    'page.js': support('page.js'),
    'hash.js': support('hash.js'),
    'ponder.js': new URL('ponder.js', site),
    'ponder_wasm_bg.wasm': new URL('ponder_wasm_bg.wasm', site),
    'ponder_lean_bg.wasm': new URL('ponder_lean_bg.wasm', site),
    'ponder-whole.js': new URL('ponder-whole.js', site),
    'recipes.json': join(folder, 'plain.json'),
  });
  const hidden = xvfb === undefined ? undefined : await screen(xvfb);
  try {
    return await read({ driver, capabilities, display: hidden?.display }, `${server.address}page.html`);
  } finally {
    hidden?.stop();
    server.close();
  }
}
