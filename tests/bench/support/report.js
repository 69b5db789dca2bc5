// The figures as text.
import { execFileSync } from 'node:child_process';
import { cpus, release, type } from 'node:os';
import { FLAGS } from './browser.js';

/** @typedef {import('./compete.js').Met & { name: string, about: string, unit: string, target: number, cases: import('./compete.js').Met[] }} Outcome */

/** What others read: per comparison the figures of the case in which we are worst. @param {Outcome[]} outcomes */
export function figures(outcomes) {
  return Object.fromEntries(outcomes.map(({ name, unit, ours, peers, ratio }) => [name, { unit, ours, peers, ratio }]));
}

/** One comparison for the terminal. @param {Outcome} outcome */
export function table({ name, unit, target, cases }) {
  const line = (/** @type {import('./compete.js').Met} */ { of, ours, peers, ratio }) => {
    const others = Object.entries(peers).map(([peer, time]) => `${peer} ${digits(time)}`).join(', ');
    return `  ${of}: ours ${digits(ours)} ${unit}; ${others}; ratio ${ratio.toFixed(2)}`;
  };
  return [`${name} (wanted: ${target})`, ...cases.map(line)].join('\n');
}

/**
 * docs/benchmarks.md.
 * @param {Outcome[]} outcomes @param {{ browser: string, load: number[] }} run
 */
export function page(outcomes, { browser, load }) {
  const rows = outcomes.flatMap(({ name, unit, target, cases }) => cases.map(({ of, ours, peers, ratio }) => {
    const others = Object.entries(peers).map(([peer, time]) => `${peer}: ${digits(time)}`).join('<br>');
    return `| \`${name}\` | ${of} | ${digits(ours)} ${unit} | ${others} | ${ratio.toFixed(2)} | ${target} |`;
  }));
  const legend = outcomes.map(({ name, about }) => `- \`${name}\`: ${about}.`);
  return `${INTRODUCTION}
| comparison | case | ours | others, ${outcomes[0].unit} | ratio | wanted |
|---|---|---|---|---|---|
${rows.join('\n')}

${legend.join('\n')}

| | |
|---|---|
| date | ${new Date().toISOString().slice(0, 10)} |
| machine | ${cpus().length} × ${cpus()[0].model.trim()}, ${type()} ${release()} |
| browser | ${browser}, \`${FLAGS.A.join(' ')}\` |
| Ponder | ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()} |
| load average | ${load.map((load) => load.toFixed(1)).join(' before, ')} after |
`;
}

const INTRODUCTION = `# Benchmarks

Written by \`cargo xtask bench\`; the same figures, of each comparison's worst case, go to \`target/bench/results.json\`.
\`cargo xtask bench NAME\` runs one comparison and only prints; \`--guard\` fails where a ratio is not what is wanted.

Contenders meet in one page of one browser and take turns, round after round, so that whatever else the machine does hits
all alike; a time is the median of the rounds. Before that each must have computed the same, within 10⁻⁹. A ratio is our
time by the best other's: below 1 we are faster.
`;

/** @param {number} n */
const digits = (n) => n >= 100 ? n.toFixed(0) : n.toPrecision(3);
