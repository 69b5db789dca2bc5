// One hash over two hundred recipes, in every engine. What is compared with is what the unoptimised native build wrote.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';
import { inEngines, need, note } from '../support/engines.js';
import { serve } from '../support/server.js';
import { read } from '../support/webdriver.js';
import { hashes, one } from './hash.js';

const folder = need('PONDER_REPORT');
const site = new URL('../../../dist/site/', import.meta.url);

/** What a native build wrote. @param {string} file @returns {{ name: string, recipe: unknown, sha256: string }[]} */
const written = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const native = written('plain.json');

note(`${await one(native.map(({ sha256 }) => sha256))} native, unoptimised`);

/** The hashes must be the native ones; those that are not are named by their recipes. @param {string} engine @param {string[]} hashes */
async function compare(engine, hashes) {
  assert.equal(hashes.length, native.length);
  const other = native.filter(({ sha256 }, i) => hashes[i] !== sha256);
  assert.deepEqual(other.map(({ name }) => name), [], `recipes with other bits in ${engine}`);
  note(`${await one(hashes)} ${engine}`);
}

test('native, released', () => compare('native, released', written('released.json').map(({ sha256 }) => sha256)));

test('Node', async () => {
  runInThisContext(`${readFileSync(new URL('ponder.classic.js', site), 'utf8')};globalThis.ponder = ponder`);
  const { ready, trajectory } = /** @type {any} */ (globalThis).ponder;
  await ready;
  await compare(`Node ${process.versions.node}`, await hashes(trajectory, native));
});

inEngines('the same bits', async (engine) => {
  const { version, text } = await visit(engine);
  assert.match(text, /^\[/, text);
  await compare(`${engine.name} ${version}`, JSON.parse(text));
});

/** What the page says in a browser. @param {import('../support/engines.js').Engine} engine */
async function visit(engine) {
  const here = (/** @type {string} */ file) => new URL(file, import.meta.url);
  const server = await serve({
    'page.html': here('page.html'),
    'page.js': here('page.js'),
    'hash.js': here('hash.js'),
    'ponder.js': new URL('ponder.js', site),
    'ponder_wasm_bg.wasm': new URL('ponder_wasm_bg.wasm', site),
    'ponder_lean_bg.wasm': new URL('ponder_lean_bg.wasm', site),
    'ponder-whole.js': new URL('ponder-whole.js', site),
    'recipes.json': join(folder, 'plain.json'),
  });
  try {
    return await read(engine, `${server.address}page.html`);
  } finally {
    server.close();
  }
}
