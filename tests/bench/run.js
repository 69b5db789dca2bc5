// `cargo xtask bench`: each comparison in a browser, one after the other; the figures to target/bench/results.json and
// docs/benchmarks.md. Names as arguments: only these, and only printed.
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import process from 'node:process';
import { open } from './support/browser.js';
import { figures, page, table } from './support/report.js';

/** Every comparison: a file of this folder. */
const NAMES = ['step-2', 'step-100'];

const asked = process.argv.slice(2).filter((word) => word !== '--guard');
const guard = process.argv.includes('--guard');
const unknown = asked.find((name) => !NAMES.includes(name));
if (unknown) throw new Error(`there is no comparison \`${unknown}\`; there are ${NAMES.join(', ')}`);

const load = [loadavg()[0]];
const browser = await open('A');
/** @type {import('./support/report.js').Outcome[]} */
const outcomes = [];
try {
  for (const name of NAMES.filter((name) => !asked.length || asked.includes(name))) {
    const outcome = { name, ...await browser.compete(name) };
    outcomes.push(outcome);
    console.log(table(outcome));
  }
} finally {
  await browser.close();
}
load.push(loadavg()[0]);

if (!asked.length) {
  await mkdir('target/bench', { recursive: true });
  await writeFile('target/bench/results.json', `${JSON.stringify(figures(outcomes), null, 2)}\n`);
  await writeFile('docs/benchmarks.md', page(outcomes, { browser: browser.version, load }));
  console.log('written: docs/benchmarks.md, target/bench/results.json');
}
const missed = outcomes.filter(({ ratio, target }) => ratio > target).map(({ name }) => name);
if (missed.length) console.log(`not reached: ${missed.join(', ')}`);
process.exitCode = guard && missed.length ? 1 : 0;
