// Supply chain: licences and sources of what we depend on, lock files, nothing needed at run time, no trace of the machine;
// and the same bytes when all is built again in another folder.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist, root, steps } from './support/commands.js';

export const [about, long] = ['what we depend on is known and locked, and two builds are the same', 1];

export async function keep() {
  const checked = await steps(['deny', 'dist']);
  const folder = await mkdtemp(join(tmpdir(), 'ponder-again-'));
  try {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
    for (const file of files) await cp(join(root, file), join(folder, file));
    await dist(folder);
    const [here, there] = await Promise.all([root, folder].map((place) => hashes(join(place, 'dist'))));
    const other = [...new Set([...here.keys(), ...there.keys()])].filter((name) => here.get(name) !== there.get(name));
    if (other.length) throw new Error(`another build has other ${other.join(', ')}`);
    return `cargo xtask test deny dist: ${checked}; built again in another folder: ${here.size} files, the same bytes`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {string} folder @returns {Promise<Map<string, string>>} by path */
async function hashes(folder) {
  const found = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), createHash('sha256').update(await readFile(path)).digest('hex'));
  }
  return found;
}
