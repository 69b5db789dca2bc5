// `cargo xtask bench --guard`: instructions of the hot paths, counted by callgrind, against those in guard.json. A count
// does not depend on what else the machine does. PONDER_COUNTS=store keeps the counts, and writes docs/growth.md.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { promisify } from 'node:util';

const ran = promisify(execFile);
const { PONDER_GUARD: program = '', PONDER_VALGRIND: valgrind = 'valgrind', PONDER_COUNTS: counts } = process.env;
const STORED = new URL('guard.json', import.meta.url);

/** How far a count may be off; libraries of the system have a small part in it. */
const TOLERANCE = 0.05;
/** What twice the work may cost. */
const GROWTH = 2.2;

/** Names, how much work is counted, and what one unit of it is. @type {[name: string, times: number, unit: string][]} */
const CASES = [
  ['step-2-gd', 5000, 'a step of gradient descent over two points'],
  ['step-2-adam', 5000, 'a step of Adam over two points'],
  ['step-100-adam', 500, 'a step of Adam over a hundred points'],
  ['points', 1000, 'a data point, twenty steps of Adam'],
  ['entries', 1000, 'a step in all its parts'],
  ['basin', 4, '32 starts, 200 steps of Adam each'],
  ['relief', 6, 'a frame of 100 × 100 cells on 960 × 720 px'],
  ['cells', 201, 'a column of cells'],
  ['contour', 128, 'a row of 256 nodes, 16 levels'],
  ['moving', 20, 'a moving frame of six runs'],
  ['figures', 4, 'a figure, made and drawn'],
];

/** @param {string} name @param {number} times */
async function instructions(name, times) {
  const flags = ['--tool=callgrind', '--callgrind-out-file=/dev/null'];
  const { stderr } = await ran(valgrind, [...flags, program, name, String(times)]);
  const [, count] = stderr.match(/Collected : (\d+)/) ?? [];
  if (!count) throw new Error(`valgrind counted nothing:\n${stderr}`);
  return Number(count);
}

/** @param {[string, number, string]} entry */
async function measured([name, times, unit]) {
  const [none, once, twice] = await Promise.all([0, times, 2 * times].map((times) => instructions(name, times)));
  const each = Math.round((twice - once) / times);
  if (!(each > 0)) throw new Error(`${name}: its work is not done: ${none}, ${once} and ${twice} instructions`);
  return { name, unit, each, growth: (twice - none) / (once - none) };
}

/** @typedef {Awaited<ReturnType<typeof measured>>} Row */

/** @param {Row[]} rows */
const page = (rows) => `# Growth

Written by \`PONDER_COUNTS=store cargo xtask bench --guard\`: instructions that callgrind counts in a released native build, so
that a figure depends on the code and not on the day. Twice the work may cost ${GROWTH} times as much, at most; a path that
needs ${100 * TOLERANCE} % more instructions than here fails \`cargo xtask bench --guard\`.

| path | a unit | instructions a unit | twice the work costs |
|---|---|---|---|
${rows.map(({ name, unit, each, growth }) => `| \`${name}\` | ${unit} | ${each.toLocaleString('en')} | ${growth.toFixed(2)} × |`).join('\n')}
`;

/** @type {Row[]} */
const rows = [];
for (const entry of CASES) rows.push(await measured(entry));
if (counts === 'store') {
  await writeFile(STORED, `${JSON.stringify(Object.fromEntries(rows.map(({ name, each }) => [name, each])), null, 2)}\n`);
  await writeFile('docs/growth.md', page(rows));
}
/** @type {Record<string, number>} */
const stored = JSON.parse(await readFile(STORED, 'utf8').catch(() => '{}'));
if (!Object.keys(stored).length) console.log('no counts are stored yet: PONDER_COUNTS=store cargo xtask bench --guard');
let missed = 0;
for (const { name, each, growth } of rows) {
  const change = each / stored[name] - 1;
  const words = [change > TOLERANCE && 'MORE than it was', change < -TOLERANCE && 'less: store it', growth > GROWTH && 'GROWS TOO FAST'];
  if (words[0] || words[2] || !(name in stored)) missed += 1;
  const signed = `${change < 0 ? '' : '+'}${(100 * change).toFixed(1)} %`;
  console.log(`${name.padEnd(14)} ${each.toLocaleString('en').padStart(12)} ${signed.padStart(8)}  twice ${growth.toFixed(2)} x  ${words.filter(Boolean).join(', ')}`);
}
process.exitCode = missed ? 1 : 0;
