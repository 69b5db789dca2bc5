// Contenders against each other in one page: turn by turn, round after round, so that whatever else the machine does
// hits all alike. What counts is the median.

/** A turn lasts about so long, in ms: 200 ticks of an isolated page's clock, and shorter than a busy machine's slices. */
const TURN = 1;
/** Before the first round each contender runs for so long, in ms, that the browser has compiled it for good. */
const WARM = 400;
const ROUNDS = 801;
/** What two contenders may differ by and still have computed the same. */
const GAP = 1e-9;

/**
 * @typedef {() => ArrayLike<number>} Contender
 * @typedef {object} Case
 * @property {string} name
 * @property {number} count how many units of work one call does
 * @property {Contender} ours
 * @property {Record<string, Contender>} peers by name
 *
 * @typedef {object} Comparison
 * @property {string} about what is measured
 * @property {string} unit a time of one unit of work: `ns`, `µs` or `ms`
 * @property {number} target the largest ratio that we want
 * @property {(ponder: any) => Case[]} cases
 *
 * @typedef {object} Met
 * @property {string} of the case
 * @property {number} ours
 * @property {Record<string, number>} peers
 * @property {number} ratio ours by the best peer's
 */

/**
 * One case of a comparison, and how many it has.
 * @param {Comparison} comparison @param {number} at
 * @returns {Promise<{ outcome: Met, count: number }>}
 */
export async function compete({ unit, cases }, at) {
  const ponder = await import(new URL('ponder.js', location.href).href);
  await ponder.ready;
  const all = cases(ponder);
  const { name, count, ours, peers } = all[at];
  const contenders = { ours, ...peers };
  agree(contenders);
  const times = medians(contenders);
  const scale = { ns: 1e6, µs: 1e3, ms: 1 }[unit] ?? NaN;
  const [own, ...others] = Object.entries(times).map(([name, ms]) => /** @type {const} */ ([name, (ms * scale) / count]));
  const ratio = own[1] / Math.min(...others.map(([, time]) => time));
  return { outcome: { of: name, ours: own[1], peers: Object.fromEntries(others), ratio }, count: all.length };
}

/** A contender that computes something else has not won. @param {Record<string, Contender>} contenders */
function agree(contenders) {
  const [[, ours], ...peers] = Object.entries(contenders);
  const rows = ours();
  for (const [name, peer] of peers) {
    const theirs = peer();
    const gap = Array.from(rows).reduce((worst, n, i) => Math.max(worst, Math.abs(n - theirs[i])), 0);
    // NaN is no agreement.
    if (theirs.length !== rows.length || !(gap <= GAP)) throw new Error(`${name} computes something else: ${gap} off`);
  }
}

/** The median time of one call of each, in ms. @param {Record<string, Contender>} contenders */
function medians(contenders) {
  const all = Object.entries(contenders).map(([name, go]) => ({ name, go, calls: warm(go), times: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each follows each, in turn.
    all.push(.../** @type {typeof all} */ ([all.shift()]));
    for (const { go, calls, times } of round % 2 ? all : all.toReversed()) times.push(turn(go, calls));
  }
  all.sort((a, b) => Object.keys(contenders).indexOf(a.name) - Object.keys(contenders).indexOf(b.name));
  return Object.fromEntries(all.map(({ name, times }) => [name, median(times)]));
}

/** Runs a contender until it is warm; how many calls make a turn. @param {Contender} go */
function warm(go) {
  const end = performance.now() + WARM;
  let best = Infinity;
  while (performance.now() < end) best = Math.min(best, turn(go, 1));
  return Math.max(1, Math.round(TURN / best));
}

/** @param {Contender} go @param {number} calls @returns {number} ms a call */
function turn(go, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i += 1) go();
  return (performance.now() - start) / calls;
}

/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
