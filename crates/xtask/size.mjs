// `cargo xtask size`: what a reader downloads, of the site in the folder given, each file packed alone as a server packs
// it. `--json`: as JSON. Exit 1 where a lesson is above its budget; `--guard`: where any budget is not kept.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import process from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size */
/** @typedef {Size & { what: string, budget: number, ok: boolean }} Row */

/** Bytes. */
const [PAGE, PAGE_GZIP, LESSON, SINGLE] = [150_000, 180_000, 60_000, 600_000];
/** Workers, each with the wasm that it loads when it is called for. @type {[name: string, budget: number][]} */
const WORKERS = [['film', 40_000], ['press', 350_000], ['bulk', 180_000]];
/** What a page fetches where it is asked for more than the wasm knows with which it begins, or begins with. */
const ALL = ['ponder-whole.js', 'ponder_wasm_bg.wasm'];
const WHOLE = 300_000;

const site = process.argv[2];
const flags = process.argv.slice(3);

/** @param {Buffer | string} content @returns {Size} */
function packed(content) {
  const bytes = Buffer.from(content);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** @type {Map<string, Size>} */
const known = new Map();

/** @param {string} path in the site */
function file(path) {
  const size = known.get(path) ?? packed(readFileSync(join(site, path)));
  known.set(path, size);
  return size;
}

/** @param {Size[]} sizes */
const sum = (sizes) => sizes.reduce((all, { raw, gzip, brotli }) => (
  { raw: all.raw + raw, gzip: all.gzip + gzip, brotli: all.brotli + brotli }), { raw: 0, gzip: 0, brotli: 0 });

/** A blank page with one figure: the cover's. */
function blank() {
  const recipe = readFileSync(join(site, 'index.html'), 'utf8').match(/<ponder-figure>[^]*?<script type="application\/json">([^]*?)<\/script>/)?.[1];
  if (!recipe) throw new Error('the cover has no figure');
  return '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>A figure</title>\n<script type="module" src="ponder.js"></script>\n'
    + `<ponder-figure><script type="application/json">${recipe}</script></ponder-figure>\n`;
}

/**
 * What a page takes besides the figures' own files: itself with its posters, its style sheets and its scripts, the pieces
 * of exhibits.js for the kinds that it has. @param {string} path
 */
function added(path) {
  const text = readFileSync(join(site, path), 'utf8').replace(/<noscript>[^]*?<\/noscript>/g, '');
  const links = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"/g)].map(([, css, js]) => css ?? js);
  const files = links.map((link) => posix.join(posix.dirname(path), link));
  const kinds = new Set([...text.matchAll(/<ponder-exhibit kind="([a-z]+)"/g)].map(([, kind]) => kind));
  const pieces = readdirSync(site).filter((name) => kinds.has(name.match(/^exhibits-([a-z]+)-\w+\.js$/)?.[1] ?? ''));
  const all = new Set([...files, ...pieces.flatMap(imported)]);
  for (const own of ['ponder.js', 'ponder-whole.js']) all.delete(own);
  return sum([path, ...all].map(file));
}

/** A module and all that it imports at once. @param {string} path @returns {string[]} */
function imported(path) {
  const text = readFileSync(join(site, path), 'utf8');
  return [path, ...[...text.matchAll(/(?:from|import)"\.\/(exhibits-[^"]+)"/g)].flatMap(([, name]) => imported(name))];
}

/** @returns {Row[]} */
function rows() {
  const page = sum([packed(blank()), file('ponder.js'), file('ponder_lean_bg.wasm')]);
  const whole = sum(ALL.map(file));
  const names = readdirSync(join(site, 'lessons')).filter((name) => name.endsWith('.html')).sort();
  const lessons = names.map((name) => ({ what: `lessons/${name}`, ...added(`lessons/${name}`) }));
  const workers = WORKERS.map(([name, budget]) => ({ what: `${name} worker`, ...sum([file(`${name}.js`), file(`${name}_bg.wasm`)]), budget }));
  const single = file('ponder.html');
  return [
    { what: 'page', ...page, budget: PAGE, ok: page.brotli <= PAGE && page.gzip <= PAGE_GZIP },
    ...lessons.map((lesson) => ({ ...lesson, budget: LESSON, ok: lesson.brotli <= LESSON })),
    { what: 'all of Ponder', ...whole, budget: WHOLE, ok: whole.brotli <= WHOLE },
    ...workers.map((worker) => ({ ...worker, ok: worker.brotli <= worker.budget })),
    { what: 'single file', ...single, budget: SINGLE, ok: single.raw <= SINGLE },
  ];
}

/** Pages that begin with all of Ponder, as their figures want it: in place of the lesser wasm, so it is no part of what they add. */
const greedy = () => readdirSync(join(site, 'lessons')).filter((name) => name.endsWith('.html')
  && readFileSync(join(site, 'lessons', name), 'utf8').includes('<link rel="preload" href="../ponder_wasm_bg.wasm"')).map((name) => name.slice(0, 2));

/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)}`;

if (!existsSync(join(site, 'ponder.js'))) throw new Error(`there is no site in ${site}`);
const all = rows();
if (flags.includes('--json')) {
  console.log(JSON.stringify(all, null, 2));
} else {
  console.log(`${'kB'.padEnd(36)}${['raw', 'gzip', 'brotli', 'budget'].map((name) => name.padStart(8)).join('')}`);
  for (const { what, raw, gzip, brotli, budget, ok } of all) {
    const of = what === 'single file' ? 'raw' : 'brotli';
    console.log(`${what.padEnd(36)}${[raw, gzip, brotli, budget].map(kb).join('')} ${of.padEnd(6)} ${ok ? 'ok' : 'not ok'}`);
  }
  console.log(`page: the budget of gzip is ${PAGE_GZIP / 1000} kB, too; a lesson: what it adds to that; each file is packed alone`);
  console.log(`all of Ponder: on demand; the playground and lessons ${greedy().join(', ')} begin with it, in place of ponder_lean_bg.wasm`);
}
const bound = flags.includes('--guard') ? all : all.filter(({ what }) => what.startsWith('lessons/'));
process.exitCode = bound.some(({ ok }) => !ok) ? 1 : 0;
