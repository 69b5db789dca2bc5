// The figures as text.
import { execFileSync } from 'node:child_process';
import { cpus, release, type } from 'node:os';
import { FLAGS } from './browser.js';

/**
 * @typedef {import('./compete.js').Met} Met
 * @typedef {import('./compete.js').Comparison & { name: string, ours: number, peers: Record<string, number>, ratio: number | null,
 *   met: Met[], misses: string[] }} Outcome
 */

/**
 * The case in which we are worst stands for all: its times in browser A, what has not met us there from where it has,
 * and the worst of its ratios.
 * @param {string} name @param {import('./compete.js').Comparison} comparison @param {Met[]} met
 * @returns {Outcome}
 */
export function outcome(name, comparison, met) {
  // Without others there is no ratio, and what takes longest is worst.
  const [worst] = met.toSorted((a, b) => (b.ratio ?? b.ours) - (a.ratio ?? a.ours));
  const same = met.filter(({ of }) => of === worst.of);
  const peers = Object.assign({}, ...same.toReversed().map(({ peers }) => peers));
  const { target, unit, bounds: { ours = Infinity, p95 = Infinity, longest = Infinity } = {} } = comparison;
  const slow = (/** @type {'ours' | 'p95' | 'longest'} */ what, /** @type {number} */ bound) => met
    .filter((met) => met.browser === 'A' && (met[what] ?? 0) > bound).map((met) => `${what} ${digits(met[what] ?? 0)} > ${bound} ${unit}`);
  const behind = worst.ratio !== null && target !== null && worst.ratio > target ? [`ratio ${worst.ratio.toFixed(2)} > ${target}`] : [];
  const misses = [...behind, ...slow('ours', ours), ...slow('p95', p95), ...slow('longest', longest)];
  return { ...comparison, name, ours: same[0].ours, peers, ratio: worst.ratio, met, misses };
}

/** What others read: per comparison the figures of the case in which we are worst. @param {Outcome[]} outcomes */
export function figures(outcomes) {
  return Object.fromEntries(outcomes.map(({ name, unit, ours, peers, ratio }) => [name, { unit, ours, peers, ratio }]));
}

/** One comparison for the terminal. @param {Outcome} outcome */
export function table({ name, unit, target, bounds, met }) {
  const line = (/** @type {Met} */ { of, browser, ours, p95, peers, ratio, longest }) => {
    const others = longest === undefined ? Object.entries(peers).map(([peer, time]) => `${peer} ${digits(time)}`).join(', ') : tasks(longest);
    return `  ${of}, ${browser}: ours ${digits(ours)} ${unit}, p95 ${digits(p95)}; ${others}; ratio ${ratio?.toFixed(2) ?? '–'}`;
  };
  return [`${name} (wanted: ${target ?? bound(bounds, unit)})`, ...met.map(line)].join('\n');
}

/**
 * docs/benchmarks.md.
 * @param {Outcome[]} outcomes @param {{ browser: string, load: number[] }} run
 */
export function page(outcomes, { browser, load }) {
  const rows = outcomes.flatMap(({ name, unit, target, bounds, met }) => met.map((met) => {
    const others = met.longest === undefined ? Object.entries(met.peers).map(([peer, time]) => `${peer}: ${digits(time)} ${unit}`).join('<br>') : tasks(met.longest);
    const ours = `${digits(met.ours)} ${unit} | ${digits(met.p95)} ${unit}`;
    return `| \`${name}\` | ${met.of} | ${met.browser} | ${ours} | ${others} | ${met.ratio?.toFixed(2) ?? '–'} | ${target ?? bound(bounds, unit)} |`;
  }));
  const legend = outcomes.map(({ name, about }) => `- \`${name}\`: ${about}.`);
  const flags = Object.entries(FLAGS).map(([name, flags]) => `| browser ${name} | ${browser}, \`${flags.join(' ')}\` |`);
  return `${INTRODUCTION}
| comparison | case | browser | ours | our p95 | others | ratio | wanted |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

${legend.join('\n')}

| | |
|---|---|
| date | ${new Date().toISOString().slice(0, 10)} |
| machine | ${cpus().length} × ${cpus()[0].model.trim()}, ${type()} ${release()} |
${flags.join('\n')}
| Ponder | ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()} |
| load average | ${load.map((load) => load.toFixed(1)).join(' before, ')} after |
`;
}

const INTRODUCTION = `# Benchmarks

Written by \`cargo xtask bench\`; the same figures, of each comparison's worst case, go to \`target/bench/results.json\`.
\`cargo xtask bench NAME\` runs one comparison and only prints. \`cargo xtask bench --guard\` counts instructions
instead: [growth.md](growth.md).

Contenders meet in one page of one browser and take turns, round after round, so that whatever else the machine does hits
all alike; a time is the median of the rounds, p95 what 95 % of them stay below. Before that each must have computed
the same, within 10⁻⁹, or drawn a picture. A ratio is our time by the best other's in the same browser: below 1 we are
faster. Who cannot start is an error. Browser A has no WebGL, browser B has it in software. What was drawn is in
\`target/bench/*.png\`.
`;

/** What is wanted where there are no others. @param {import('./compete.js').Comparison['bounds']} bounds @param {string} unit */
const bound = (bounds, unit) => `≤ ${bounds?.ours} ${unit}${bounds?.longest === undefined ? '' : `, no task > ${bounds.longest} ms`}`;

/** @param {number} longest */
const tasks = (longest) => (longest ? `longest task ${digits(longest)} ms` : 'no long task');

/** @param {number} n */
const digits = (n) => n >= 100 ? n.toFixed(0) : n.toPrecision(3);
