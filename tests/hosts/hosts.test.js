// Real hosts, built by their own programs, opened in Chromium: each folder beside this file is one.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { QUIET } from '../support/chromium.js';
import { check, serve } from './support/check.js';

const { env } = process;
const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');
const wanted = (env.PONDER_HOSTS ?? '').split(' ').filter(Boolean);

/** @param {string} name */
function tool(name) {
  const path = env[name];
  if (!path) throw new Error(env[`${name}_WHY`] ?? `${name} is not set: run these tests with \`cargo xtask test-hosts\``);
  return path;
}

/** @type {import('./support/types.js').Bench['run']} */
async function run(program, words, folder) {
  await promisify(execFile)(program, words, { cwd: folder, maxBuffer: 1e8 }).catch((error) => {
    throw new Error(`${program} ${words.join(' ')}\n${error.stdout}${error.stderr}`, { cause: error });
  });
}

const browser = await chromium.launch({ executablePath: tool('PONDER_CHROMIUM'), args: [...QUIET, '--disable-gpu'] });
after(() => browser.close());

/** @param {string} name */
async function tried(name) {
  /** @type {{ default: import('./support/types.js').Host }} */
  const { default: host } = await import(`./${name}/host.js`);
  for (const need of host.needs ?? []) tool(need);
  const work = join(ROOT, 'target/hosts', name);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const built = await host.build({ here: join(HERE, name), work, npm: join(ROOT, 'dist/npm'), modules: join(HERE, 'node_modules'), run, tool });
  const server = await serve(built.folder);
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  try {
    await check(page, server.address, built);
  } finally {
    await page.close();
    server.close();
  }
}

const names = (await readdir(HERE)).filter((name) => existsSync(join(HERE, name, 'host.js')));
// While one host builds another one is looked at; those that take long, from VitePress up, come first.
describe('hosts', { concurrency: 2 }, () => {
  for (const name of names.reverse().filter((name) => wanted.length === 0 || wanted.includes(name))) test(name, { timeout: 240_000 }, () => tried(name));
});
