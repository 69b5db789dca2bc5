// Promises that a command keeps: cargo's tests, or Node's.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Tests natively, released; gives how many passed.
 * @param {string[]} words after `cargo test --release` @param {Record<string, string>} [env]
 */
export const cargo = (words, env = {}) => counted(process.env.CARGO ?? 'cargo', ['test', '--release', '--locked', ...words], env);

/** Node's tests of some files below tests/, all or those whose names match. @param {string[]} files @param {string} [pattern] */
export const node = (files, pattern) => counted(process.execPath, [
  '--test', '--test-reporter=tap', ...(pattern ? [`--test-name-pattern=${pattern}`] : []), ...files.map((file) => `tests/${file}`),
], {});

/** Steps of `cargo xtask test`. @param {string[]} names @returns {Promise<string>} its count */
export async function steps(names) {
  const { code, text } = await output(process.env.CARGO ?? 'cargo', ['xtask', 'test', ...names], {});
  const last = text.trim().split('\n').findLast((line) => /^\d+ passed, \d+ failed$/.test(line));
  if (code || !last) throw new Error(`${last ?? text.trim().split('\n').at(-1)} (cargo xtask test ${names.join(' ')})`);
  return last;
}

/** All that is handed out, in another copy of the repository. @param {string} folder */
export async function dist(folder) {
  const env = { CARGO_TARGET_DIR: `${folder}/target` };
  const { code, text } = await output(process.env.CARGO ?? 'cargo', ['xtask', 'dist'], env, folder);
  if (code) throw new Error(`the other build failed: ${text.trim().split('\n').slice(-3).join(' ')}`);
}

/** rustup's cargo takes a toolchain by name; the one that runs us may be another. */
const NIGHTLY = /** @type {const} */ (['cargo', ['+nightly', 'fuzz']]);

/** Whether there are a nightly compiler and cargo-fuzz. */
export const fuzzes = () => output(NIGHTLY[0], [...NIGHTLY[1], '--version'], {}).then(({ code }) => code === 0, () => false);

/**
 * A target of tests/fuzz, that many texts; the corpus grows in a copy, and beside it is written what libFuzzer says
 * meanwhile. Its patience is by the clock, and others may have the machine: what takes milliseconds never takes minutes.
 * @param {string} target @param {number} runs
 */
export async function fuzz(target, runs) {
  const grown = `${root}target/fuzz/${target}`;
  const words = ['run', '--fuzz-dir', 'tests/fuzz', '--target-dir', `${root}target/fuzz/build`, '--sanitizer', 'none', target, grown, `tests/fuzz/corpus/${target}`];
  const limits = [`-runs=${runs}`, '-max_len=1200', '-timeout=300', '-rss_limit_mb=6000', `-artifact_prefix=${grown}-`];
  await mkdir(grown, { recursive: true });
  const { code, text } = await output(NIGHTLY[0], [...NIGHTLY[1], ...words, '--', ...limits], {}, root, `${grown}.log`);
  if (code) throw new Error(`${target}: ${text.match(/panicked at [^\n]*\n([^\n]{1,300})|(ERROR: libFuzzer[^\n]*)/)?.slice(1).find(Boolean) ?? text.trim().split('\n').at(-1)}`);
}

/** @param {string} program @param {string[]} words @param {Record<string, string>} env @returns {Promise<number>} */
async function counted(program, words, env) {
  const { code, text } = await output(program, words, env);
  const sum = (/** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
  const passed = sum(/^test result: .*?(\d+) passed/gm) + sum(/^# pass (\d+)/gm);
  const failing = [...text.matchAll(/^(?:test (.+) \.\.\. FAILED|\s*not ok \d+ - (.+))$/gm)].map(([, cargo, node]) => cargo ?? node);
  if (code || failing.length) throw new Error(`${failing.join('; ') || text.trim().split('\n').at(-1)} (${program} ${words.join(' ')})`);
  if (!passed) throw new Error(`no test was run (${program} ${words.join(' ')})`);
  return passed;
}

/** @param {string} program @param {string[]} words @param {Record<string, string>} env @param {string} [folder] @param {string} [log] @returns {Promise<{ code: number | null, text: string }>} */
function output(program, words, env, folder = root, log) {
  return new Promise((done, fail) => {
    // A test that is told it runs in another one does not report.
    const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
    const child = spawn(program, words, { cwd: folder, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const written = log ? createWriteStream(log) : undefined;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { text += chunk; written?.write(chunk); });
    child.on('error', fail);
    child.on('close', (code) => done({ code, text }));
  });
}
