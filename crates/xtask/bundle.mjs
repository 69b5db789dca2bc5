// Bundles www/ponder.js twice into the folder given: an ES module with the wasm beside it, and a classic script with
// the wasm inside, packed. Which of the two `#wasm` means is decided by package.json's "imports" and the condition below. And
// www/exhibits and www/workbench, which take what they need of ponder.js from the module beside them: one page, one wasm.
// And www/recall, which needs no wasm. And what runs in a worker, each with a wasm of its own beside it.
import { build, transform } from 'esbuild';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

const out = process.argv[2];
/** A style sheet inside a script is a text; a text nobody would make smaller. */
const sheets = {
  name: 'sheets',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => (
    { contents: (await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: 'es2022' })).code, loader: 'text' })),
};
const all = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  plugins: [sheets],
  logLevel: 'warning',
};

/** Those of www's folders that are workers: `www/NAME/index.js` becomes `NAME.js`. */
const workers = ['film', 'bulk'];

const both = { ...all, entryPoints: ['www/ponder.js'] };
const beside = {
  name: 'beside',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onResolve }) => onResolve({ filter: /\/ponder\.js$/ }, () => ({ path: './ponder.js', external: true })),
};

const lazy = {
  name: 'lazy',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onResolve }) => onResolve({ filter: /^#workbench$/ }, () => ({ path: './workbench.js', external: true })),
};

const packed = {
  name: 'packed',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onLoad }) => onLoad({ filter: /\.wasm$/ }, async ({ path }) => (
    { contents: gzipSync(await readFile(path), { level: 9 }), loader: 'binary' })),
};

await mkdir(out, { recursive: true });
const results = await Promise.all([
  build({ ...both, format: 'esm', plugins: [sheets, lazy], outfile: join(out, 'ponder.js') }),
  build({
    ...both,
    format: 'iife',
    globalName: 'ponder',
    conditions: ['classic'],
    plugins: [sheets, packed],
    outfile: join(out, 'ponder.classic.js'),
  }),
  build({
    ...all,
    entryPoints: ['www/exhibits/index.js'],
    plugins: [sheets, beside],
    format: 'esm',
    outfile: join(out, 'exhibits.js'),
  }),
  build({ ...all, entryPoints: ['www/workbench/index.js'], plugins: [sheets, beside], format: 'esm', outfile: join(out, 'workbench.js') }),
  build({ ...all, entryPoints: ['www/recall/index.js'], format: 'esm', outfile: join(out, 'recall.js') }),
  ...workers.map((name) => build({ ...all, entryPoints: [`www/${name}/index.js`], format: 'esm', outfile: join(out, `${name}.js`) })),
  ...['ponder_wasm', ...workers].map((name) => copyFile(`target/ponder/glue/${name}_bg.wasm`, join(out, `${name}_bg.wasm`))),
]);
// A warning here is a broken bundle later, such as `import.meta` in a classic script.
process.exitCode = results.some((result) => result?.warnings.length) ? 1 : 0;
