// What is handed out depends on nothing at run time, names no machine, and comes from locked sources.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path */
const json = async (path) => JSON.parse(await readFile(join(ROOT, path), 'utf8'));

test('the package needs no other at run time', async () => {
  const shipped = await json('dist/npm/package.json');
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundledDependencies']) {
    assert.deepEqual(Object.keys(shipped[kind] ?? {}), [], kind);
  }
  assert.equal(shipped.scripts, undefined, 'nothing runs when it is installed');
});

test('no file names a folder of the machine that built it', async () => {
  const folders = [homedir(), process.env.CARGO_HOME, ROOT.slice(0, -1)].filter((folder) => folder !== undefined && folder.length > 2);
  for (const entry of await readdir(join(ROOT, 'dist'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'latin1');
    assert.deepEqual(folders.filter((folder) => text.includes(`${folder}/`)), [], path);
  }
});

test('every locked package of JavaScript has its hash, and its version is exact', async () => {
  for (const place of ['', 'tests/bench/', 'tests/hosts/']) {
    const { packages } = await json(`${place}package-lock.json`);
    const bare = Object.entries(packages).filter(([path, { integrity }]) => path && !/^sha512-/.test(integrity ?? ''));
    assert.deepEqual(bare.map(([path]) => path), [], place);
    const { dependencies = {}, devDependencies = {} } = await json(`${place}package.json`);
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    assert.deepEqual(loose, [], place);
  }
});

test('the lock files of Rust are what cargo would write', () => {
  for (const manifest of ['Cargo.toml', 'tests/bench/wasm/Cargo.toml']) {
    execFileSync('cargo', ['metadata', '--locked', '--format-version', '1', '--manifest-path', join(ROOT, manifest)], { stdio: ['ignore', 'ignore', 'pipe'] });
  }
});
