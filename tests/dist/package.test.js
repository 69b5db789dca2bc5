// What `cargo xtask dist` hands out: the package as npm and Node see it, its types, its hashes; the single file.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
const NPM = join(DIST, 'npm');
const ran = promisify(execFile);

const home = await mkdtemp(join(tmpdir(), 'ponder-package-'));
await mkdir(join(home, 'node_modules'));
await cp(NPM, join(home, 'node_modules/ponder-figure'), { recursive: true });
after(() => rm(home, { recursive: true }));

/** What a program of another project prints. @param {string} program */
async function printed(program) {
  await writeFile(join(home, 'a.mjs'), program);
  return (await ran(process.execPath, [join(home, 'a.mjs')])).stdout;
}

test('npm packs it as it lies there', async () => {
  const { stdout } = await ran('npm', ['pack', '--dry-run', '--json'], { cwd: NPM });
  const [{ name, files }] = JSON.parse(stdout);
  assert.equal(name, 'ponder-figure');
  assert.deepEqual(files.map((/** @type {{ path: string }} */ { path }) => path).sort(), (await readdir(NPM)).sort());
});

test('a server can import it, and nothing happens there', async () => {
  const out = await printed(`
    const before = Object.keys(globalThis);
    const ponder = await import('ponder-figure');
    await import('ponder-figure/anywidget');
    await new Promise((done) => setTimeout(done, 200));
    console.log(JSON.stringify([Object.keys(ponder), Object.keys(globalThis).filter((key) => !before.includes(key))]));
  `);
  const [exports, left] = JSON.parse(out);
  assert.ok(exports.includes('trajectory'));
  assert.deepEqual(left, []);
});

test('the types name what the module has, and no more', async () => {
  const declared = [...(await readFile(join(NPM, 'ponder.d.ts'), 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
  const exported = JSON.parse(await printed("console.log(JSON.stringify(Object.keys(await import('ponder-figure'))))"));
  assert.deepEqual(declared.sort(), exported.sort());
});

/** @param {string} program @returns {Promise<string>} what the compiler says of it */
async function compiled(program) {
  await writeFile(join(home, 'a.ts'), program);
  const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom', '--types', ''];
  return ran(process.execPath, [TSC, ...flags, join(home, 'a.ts')], { cwd: home }).then(() => '', ({ stdout }) => stdout);
}

test('TypeScript knows the element, its events and the functions', async () => {
  assert.equal(await compiled(`
    import { ready, step, trajectory, type Figure } from 'ponder-figure';
    const figure: Figure = { surface: { function: 'saddle' }, runs: [{ method: 'adam', learning_rate: 0.1 }], steps: 10, view: { views: ['contour'] } };
    await ready;
    const rows: Float64Array = trajectory(figure);
    const loss: number | null = step(figure, 0, 3).loss;
    const element = document.createElement('ponder-figure');
    element.recipe = figure;
    element.addEventListener('answer', ({ detail }) => { const right: boolean = detail.correct; void right; });
    void [rows, loss, await element.ready];
  `), '');
  assert.match(await compiled("import { step } from 'ponder-figure'; step({ surface: { function: 'saddle' }, runs: [], steps: '1' }, 0, 0);"), /not assignable/);
});

test('every hash is right', async () => {
  for (const folder of [NPM, join(DIST, 'site')]) {
    const list = JSON.parse(await readFile(join(folder, 'files.json'), 'utf8'));
    assert.ok(list.length > 10);
    for (const { path, bytes, integrity } of list) {
      const content = await readFile(join(folder, path));
      assert.equal(content.length, bytes, path);
      assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`, path);
    }
  }
});

test('the single file asks for nothing, and is small', async () => {
  const html = await readFile(join(DIST, 'ponder.html'), 'utf8');
  assert.ok(Buffer.byteLength(html) <= 600_000, `${Buffer.byteLength(html)} bytes`);
  assert.doesNotMatch(html, /<(link|img|iframe)\b|<script[^>]* src=/);
});
