// `cargo xtask dist`: from the built site to what is handed out: the package dist/npm and the file dist/ponder.html. The site's
// page for what is not there learns where the site will be.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { rooted } from './rooted.mjs';

const [site, out, version, base] = process.argv.slice(2);
const npm = join(out, 'npm');

/** What is the course's alone, or not for a package. */
const NOT = ['ponder.html', 'files.json', 'exhibits.js', 'recall.js', 'page.js', 'notation.js'];

const DESCRIPTION = 'A figure on how neural-network optimizers move: a custom element with loss surface, contours, the way down, and questions that stop it';

/** @param {string[]} files */
const manifest = (files) => ({
  name: 'ponder-figure',
  version,
  description: DESCRIPTION,
  keywords: ['optimizer', 'gradient-descent', 'adam', 'custom-element', 'web-component', 'wasm', 'education', 'anywidget'],
  license: 'MIT OR Apache-2.0',
  type: 'module',
  main: './ponder.js',
  types: './ponder.d.ts',
  unpkg: './ponder.js',
  jsdelivr: './ponder.js',
  exports: {
    '.': { types: './ponder.d.ts', default: './ponder.js' },
    './anywidget': { types: './anywidget.d.ts', default: './anywidget.js' },
    ...Object.fromEntries(files.filter((name) => !/\.(md|d\.ts)$|^LICENSE/.test(name)).map((name) => [`./${name}`, `./${name}`])),
    './package.json': './package.json',
  },
  sideEffects: true,
  files,
});

/** @param {string} folder */
async function hashes(folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
  return Promise.all(names.filter((name) => name !== 'files.json').sort().map(async (path) => {
    const content = await readFile(join(folder, path));
    return { path, bytes: content.length, integrity: `sha384-${createHash('sha384').update(content).digest('base64')}` };
  }));
}

/** @param {string} folder */
const list = async (folder) => writeFile(join(folder, 'files.json'), `${JSON.stringify(await hashes(folder), null, 1)}\n`);

await rm(npm, { recursive: true, force: true });
await mkdir(npm, { recursive: true });
const wanted = (await readdir(site)).filter((name) => /\.(js|wasm)$|^embed\.|^icon\.svg$/.test(name) && !NOT.includes(name));
const own = ['README.md', 'ponder.d.ts', 'anywidget.d.ts'];
await Promise.all([
  ...wanted.map((name) => copyFile(join(site, name), join(npm, name))),
  ...own.map((name) => copyFile(join('www/package', name), join(npm, name))),
  ...['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => copyFile(name, join(npm, name))),
  copyFile(join(site, 'ponder.html'), join(out, 'ponder.html')),
  writeFile(join(site, '404.html'), rooted(await readFile('www/404.html', 'utf8'), base)),
]);
const files = [...wanted, ...own, 'LICENSE-MIT', 'LICENSE-APACHE', 'files.json'].sort();
await writeFile(join(npm, 'package.json'), `${JSON.stringify(manifest(files), null, 2)}\n`);
await Promise.all([list(npm), list(site)]);
const kb = (await readFile(join(out, 'ponder.html'))).length / 1000;
console.log(`the package ponder-figure ${version} is in dist/npm/, the single file in dist/ponder.html (${kb.toFixed(1)} kB)`);
