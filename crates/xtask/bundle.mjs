// Bundles www/ponder.js twice into the folder given: an ES module with the wasm beside it, and the rest of the wasm in a module
// that it fetches when it needs more; and a classic script with all of the wasm inside, packed. Which of the two `#wasm` means is decided by package.json's "imports" and the condition below. And
// www/exhibits, www/recall and www/workbench, which take what they need of ponder.js from the module beside them: one page, one
// wasm, no module twice. And www/embed, the page in a frame, and what the page around it may load. And what runs in a worker,
// each with a wasm of its own beside it.
import { build, transform } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { gzip } from './gzip.mjs';
import { single } from './single.mjs';

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
const workers = ['film', 'press', 'bulk'];
/** Those that the single file has no room for. */
const large = ['press', 'bulk'];

const both = { ...all, entryPoints: ['www/ponder.js'] };
const beside = {
  name: 'beside',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onResolve }) => onResolve({ filter: /\/ponder\.js$/ }, () => ({ path: './ponder.js', external: true })),
};

/** What ponder.js fetches when it is asked for, as files beside it, where they are called otherwise. @type {Record<string, string>} */
const LATE = { '#more': './ponder-whole.js' };
const lazy = {
  name: 'lazy',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onResolve }) => onResolve({ filter: /^#(workbench|more|words-)/ }, ({ path }) => ({ path: LATE[path] ?? `./${path.slice(1)}.js`, external: true })),
};

/**
 * Modules that www/kit.js lists, below www, with the names that it gives them. The names of pieces depend on those of what they
 * are made from: no folder of this machine may be among these. @type {Map<string, string>}
 */
const kit = new Map([...(await readFile('www/kit.js', 'utf8')).matchAll(/^export \{ (.+) \} from '\.\/(.+)';$/gm)].map(([, names, path]) => [path, names]));
const shared = {
  name: 'shared',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\.\// }, ({ path, resolveDir }) => {
      const below = relative('www', resolve(resolveDir, path));
      return kit.has(below) ? { path: below, namespace: 'kit' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'kit' }, ({ path }) => {
      const names = String(kit.get(path));
      const [, alone] = names.match(/^default as (\w+)$/) ?? [];
      const taken = alone ? `export default kit.${alone};` : `export const { ${names} } = kit;`;
      return { contents: `import { kit } from './ponder.js';\n${taken}` };
    });
  },
};

const packed = {
  name: 'packed',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onLoad }) => onLoad({ filter: /\.wasm$/ }, async ({ path }) => (
    { contents: gzip(await readFile(path)), loader: 'binary' })),
};

/** A language each, and what finds its phrases: www/words/NAME.js becomes words-NAME.js. The others say which there are. */
const languages = Object.fromEntries((await readdir('www/words')).filter((name) => name.endsWith('.js') && !['none.js', 'tongues.js'].includes(name))
  .map((name) => [`words-${name.slice(0, -3)}`, `www/words/${name}`]));

// What the last build left is gone: the names of its pieces may be others now.
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const results = await Promise.all([
  build({ ...both, format: 'esm', plugins: [sheets, lazy], outfile: join(out, 'ponder.js') }),
  build({ ...all, entryPoints: ['www/whole.js'], format: 'esm', outfile: join(out, 'ponder-whole.js') }),
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
    entryPoints: { exhibits: 'www/exhibits/index.js' },
    plugins: [shared, sheets, beside],
    format: 'esm',
    splitting: true,
    outdir: out,
    chunkNames: 'exhibits-[name]-[hash]',
  }),
  build({ ...all, entryPoints: ['www/workbench/index.js'], plugins: [shared, sheets, beside], format: 'esm', outfile: join(out, 'workbench.js') }),
  build({ ...all, entryPoints: languages, format: 'esm', outdir: out }),
  build({ ...all, entryPoints: ['www/recall/index.js'], plugins: [shared, sheets, beside], format: 'esm', outfile: join(out, 'recall.js') }),
  build({ ...all, entryPoints: ['www/embed/index.js'], plugins: [beside], format: 'esm', outfile: join(out, 'embed.js') }),
  build({ ...all, entryPoints: ['www/embed/parent.js'], format: 'iife', outfile: join(out, 'embed-parent.js') }),
  build({
    ...all, entryPoints: ['www/package/anywidget.js'], format: 'esm', conditions: ['classic'], plugins: [sheets, packed], outfile: join(out, 'anywidget.js'),
  }),
  // The pages' own files, which the site has as they are: small ones are put over them.
  build({ ...all, bundle: false, plugins: [], entryPoints: ['style.css', 'exhibits.css', 'page.js'].map((name) => `www/${name}`), outdir: out }),
  single(all, workers.filter((name) => !large.includes(name)), 'target/ponder/glue', join(out, 'ponder.html')),
  ...workers.map((name) => build({ ...all, entryPoints: [`www/${name}/index.js`], format: 'esm', outfile: join(out, `${name}.js`) })),
  ...['ponder_lean', 'ponder_wasm', ...workers].map((name) => copyFile(`target/ponder/glue/${name}_bg.wasm`, join(out, `${name}_bg.wasm`))),
]);
// A warning here is a broken bundle later, such as `import.meta` in a classic script.
process.exitCode = results.some((result) => result?.warnings.length) ? 1 : 0;
