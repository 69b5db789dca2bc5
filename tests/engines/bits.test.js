// One hash over two hundred recipes, in every engine. What is compared with is what the unoptimised native build wrote.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';
import { hashes, one } from './support/hash.js';
import { serve } from './support/server.js';
import { read, screen } from './support/webdriver.js';

const { env } = process;

/** What the native build wrote. @typedef {{ name: string, recipe: unknown, sha256: string }} Sample */

/** @param {string} name @returns {string} */
function need(name) {
  return env[name] ?? assert.fail(`${name} is not set: run these tests with \`cargo xtask test bits\``);
}

/** @param {string} file @returns {Sample[]} */
const samples = (file) => JSON.parse(readFileSync(file, 'utf8'));
const native = samples(need('PONDER_BITS_DEBUG'));
const site = new URL('../../dist/site/', import.meta.url);

/**
 * The hashes must be the native ones; those that are not are named by their recipes.
 * @param {import('node:test').TestContext} t @param {string} engine @param {string[]} hashes
 */
async function compare(t, engine, hashes) {
  assert.equal(hashes.length, native.length);
  const other = native.filter(({ sha256 }, i) => hashes[i] !== sha256);
  assert.deepEqual(other.map(({ name }) => name), [], `recipes with other bits in ${engine}`);
  t.diagnostic(`${engine}: ${hashes.length} recipes, ${await one(hashes)}`);
}

test('native, optimised', async (t) => {
  await compare(t, 'native', samples(need('PONDER_BITS_RELEASE')).map(({ sha256 }) => sha256));
});

test('Node', async (t) => {
  runInThisContext(`${readFileSync(new URL('ponder.classic.js', site), 'utf8')};globalThis.ponder = ponder`);
  const { ready, trajectory } = /** @type {any} */ (globalThis).ponder;
  await ready;
  await compare(t, `Node ${process.version}`, await hashes(trajectory, native));
});

/** @typedef {{ name: string, driver?: string, capabilities: object, xvfb?: string }} Browser */

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
    capabilities: { 'moz:firefoxOptions': { binary: env.PONDER_FIREFOX, args: ['-headless'] } },
  },
  { name: 'WebKitGTK', driver: env.PONDER_WEBKITDRIVER, capabilities: {}, xvfb: env.PONDER_XVFB },
];

for (const { name, driver, capabilities, xvfb } of BROWSERS) {
  test(name, { skip: !driver, timeout: 300_000 }, async (t) => {
    const page = await serve({
      'page.html': new URL('support/page.html', import.meta.url),
      'page.js': new URL('support/page.js', import.meta.url),
      'hash.js': new URL('support/hash.js', import.meta.url),
      'ponder.js': new URL('ponder.js', site),
      'ponder_wasm_bg.wasm': new URL('ponder_wasm_bg.wasm', site),
      'bits.json': need('PONDER_BITS_DEBUG'),
    });
    const display = xvfb ? await screen(xvfb) : undefined;
    try {
      const { version, text } = await read({ driver: String(driver), capabilities, display: display?.display }, `${page.address}page.html`);
      assert.match(text, /^\[/, text);
      await compare(t, `${name} ${version}`, JSON.parse(text));
    } finally {
      display?.stop();
      page.close();
    }
  });
}
