// Promises that a command keeps: cargo's tests, or Node's.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

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

/** @param {string} program @param {string[]} words @param {Record<string, string>} env @returns {Promise<{ code: number | null, text: string }>} */
function output(program, words, env) {
  return new Promise((done, fail) => {
    // A test that is told it runs in another one does not report.
    const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
    const child = spawn(program, words, { cwd: ROOT, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { text += chunk; });
    child.on('error', fail);
    child.on('close', (code) => done({ code, text }));
  });
}
