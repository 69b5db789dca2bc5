// The long form of every promise, as `cargo xtask soak [Rn …] [--seed N]` calls it: a line a promise, a count at the end.
import process from 'node:process';
import { soak } from './support/soak.js';
import { PROMISES, promise } from './index.js';

const { names, seed } = asked(process.argv.slice(2));
console.log(`seed ${seed}`);
/** @type {string[]} */
const broken = [];
for (const name of names) {
  const began = performance.now();
  const result = await kept(name);
  if (!result.ok) broken.push(name.toUpperCase());
  const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
  console.log(`${name.toUpperCase()} ${result.ok ? 'ok' : 'FAIL'} ${result.said} (${took})`);
}
if (broken.length) console.log(`broken: ${broken.join(', ')}`);
console.log(`${names.length - broken.length} passed, ${broken.length} failed`);
process.exit(broken.length ? 1 : 0);

/** @param {string} name */
async function kept(name) {
  const { keep, long } = await promise(name);
  const tools = await soak(seed);
  try {
    return { ok: true, said: await keep(tools, long) };
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message : String(error) };
  } finally {
    await tools.end();
  }
}

/** @param {string[]} words */
function asked(words) {
  const at = words.indexOf('--seed');
  const seed = at < 0 ? Math.trunc(Math.random() * 2 ** 32) : Number(words[at + 1]);
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed needs a whole number');
  const names = words.filter((_, i) => at < 0 || (i !== at && i !== at + 1)).map((word) => word.toLowerCase());
  const unknown = names.find((name) => !PROMISES.includes(name));
  if (unknown) throw new Error(`there is no promise ${unknown.toUpperCase()}; there are ${PROMISES.join(' ').toUpperCase()}`);
  return { names: names.length ? names : PROMISES, seed };
}
