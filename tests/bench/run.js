// `cargo xtask bench`: each comparison in a browser, one after the other; the figures to target/bench/results.json and
// docs/benchmarks.md. Names as arguments: only these, and only printed.
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import process from 'node:process';
import { open } from './support/browser.js';
import { figures, outcome, page, table } from './support/report.js';

/** Every comparison: a file of this folder. */
const NAMES = ['step-2', 'step-100', 'basin', 'basin-workers', 'relief-100', 'contour-256', 'moving-frame', 'moving-script', 'first-picture'];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !NAMES.includes(name));
if (unknown) throw new Error(`there is no comparison \`${unknown}\`; there are ${NAMES.join(', ')}`);

const load = [loadavg()[0]];
const browsers = new Map();
/** @type {import('./support/report.js').Outcome[]} */
const outcomes = [];
try {
  for (const name of NAMES.filter((name) => !asked.length || asked.includes(name))) {
    const { default: comparison } = await import(`./${name}.js`);
    const cases = [];
    for (const browser of comparison.browsers ?? ['A']) {
      if (!browsers.has(browser)) browsers.set(browser, await open(browser));
      cases.push(...await (comparison.visits ? browsers.get(browser).visit(comparison) : browsers.get(browser).compete(name)));
    }
    outcomes.push(outcome(name, comparison, cases));
    console.log(table(outcomes[outcomes.length - 1]));
  }
} finally {
  for (const browser of browsers.values()) await browser.close();
}
load.push(loadavg()[0]);

if (!asked.length) {
  await mkdir('target/bench', { recursive: true });
  await writeFile('target/bench/results.json', `${JSON.stringify(figures(outcomes), null, 2)}\n`);
  await writeFile('docs/benchmarks.md', page(outcomes, { browser: browsers.get('A').version, load }));
  console.log('written: docs/benchmarks.md, target/bench/results.json');
}
const missed = outcomes.filter(({ misses }) => misses.length).map(({ name, misses }) => `${name} (${misses.join(', ')})`);
if (missed.length) console.log(`not reached: ${missed.join(', ')}`);
