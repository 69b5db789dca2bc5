// Contenders against each other in one page: turn by turn, round after round, so that whatever else the machine does
// hits all alike. What counts is the median.

/** A turn lasts about so long, in ms: 200 ticks of an isolated page's clock, and shorter than a busy machine's slices. */
const TURN = 1;
/** Before the first round each contender runs for so long, in ms, that the browser has compiled it for good. */
const WARM = 400;
/** Unless a comparison says otherwise. */
const ROUNDS = 801;
/** What two contenders may differ by and still have computed the same. */
const GAP = 1e-9;

/**
 * @typedef {() => any} Contender one call; its result, or the promise of it
 * @typedef {object} Case
 * @property {string} name
 * @property {number} count how many units of work one call does
 * @property {Contender} ours
 * @property {Record<string, Contender>} peers by name
 * @property {(contenders: Record<string, Contender>) => void | Promise<void>} [agree] throws unless all do the same; without it
 *   they give the same numbers
 * @property {() => void} [after] follows each call, outside of the clock
 *
 * @typedef {object} Comparison
 * @property {string} about what is measured
 * @property {string} unit a time of one unit of work: `ns`, `µs` or `ms`
 * @property {number | null} target the largest ratio that we want; null where there are no others
 * @property {{ ours?: number, p95?: number, longest?: number }} [bounds] what our median, our 95th percentile and our longest task
 *   in browser A may be, in the unit
 * @property {string[]} [browsers] where they meet, A first; A alone if it says nothing
 * @property {number} [rounds]
 * @property {number} [calls] how many of them make a turn; without it, as many as take a millisecond
 * @property {boolean} [rests] whether what was drawn is shown before the next turn, so that no other thread still works at it
 * @property {(ponder: any, browser: string) => Case[] | Promise<Case[]>} cases
 *
 * @typedef {object} Met
 * @property {string} of the case
 * @property {string} browser
 * @property {number} ours
 * @property {number} p95 of ours
 * @property {Record<string, number>} peers
 * @property {number | null} ratio ours by the best peer's; null without a peer
 * @property {number} [longest] the longest task that kept the page from its reader, in ms, where that counts; 0 if none is long
 */

/**
 * One case of a comparison, and how many it has.
 * @param {Comparison} comparison @param {number} at @param {string} browser
 * @returns {Promise<{ outcome: Met, count: number }>}
 */
export async function compete({ unit, cases, rounds = ROUNDS, calls, rests = false }, at, browser) {
  const ponder = await import(new URL('ponder.js', location.href).href);
  await ponder.ready;
  const all = await cases(ponder, browser);
  const { name, count, ours, peers, agree = same, after } = all[at];
  const contenders = { ours, ...peers };
  await agree(contenders);
  const times = await race(contenders, { rounds, calls, after, rest: rests ? shown : undefined });
  const scale = { ns: 1e6, µs: 1e3, ms: 1 }[unit] ?? NaN;
  const unitsOf = (/** @type {number} */ share) => times.map(([name, all]) => /** @type {const} */ ([name, quantile(all, share) * scale / count]));
  const [[, own], ...others] = unitsOf(0.5);
  const [[, p95]] = unitsOf(0.95);
  const ratio = own / Math.min(...others.map(([, time]) => time));
  return { outcome: { of: name, browser, ours: own, p95, peers: Object.fromEntries(others), ratio }, count: all.length };
}

/** A contender that computes something else has not won. @param {Record<string, Contender>} contenders */
function same(contenders) {
  const [[, ours], ...peers] = Object.entries(contenders);
  const rows = ours();
  for (const [name, peer] of peers) {
    const theirs = peer();
    const gap = Array.from(rows).reduce((worst, n, i) => Math.max(worst, Math.abs(n - theirs[i])), 0);
    // NaN is no agreement.
    if (theirs.length !== rows.length || !(gap <= GAP)) throw new Error(`${name} computes something else: ${gap} off`);
  }
}

/**
 * The time of one call of each, in ms, round for round.
 * @param {Record<string, Contender>} contenders @param {{ rounds: number, calls?: number, after?: () => void, rest?: () => Promise<void> }} how
 * @returns {Promise<[string, number[]][]>}
 */
async function race(contenders, { rounds, calls: given, after, rest }) {
  const all = [];
  for (const [name, go] of Object.entries(contenders)) {
    const calls = await warm(go, after);
    all.push({ name, go, calls: given ?? calls, times: /** @type {number[]} */ ([]) });
  }
  const turns = [...all];
  for (let round = 0; round < rounds; round += 1) {
    // Each follows each, in turn.
    turns.push(.../** @type {typeof all} */ ([turns.shift()]));
    for (const { go, calls, times } of round % 2 ? turns : turns.toReversed()) {
      await rest?.();
      times.push(await turn(go, calls, after));
    }
  }
  return all.map(({ name, times }) => [name, times]);
}

/** When the browser has shown the last picture, and has nothing to do. */
async function shown() {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  await frame();
  await frame();
  await new Promise((done) => { requestIdleCallback(done); });
}

/** Runs a contender until it is warm; how many calls make a turn. @param {Contender} go @param {() => void} [after] */
async function warm(go, after) {
  const end = performance.now() + WARM;
  let best = Infinity;
  while (performance.now() < end) best = Math.min(best, await turn(go, 1, after));
  return Math.max(1, Math.round(TURN / best));
}

/** @param {Contender} go @param {number} calls @param {() => void} [after] @returns {Promise<number>} ms a call */
async function turn(go, calls, after) {
  let spent = 0;
  for (let call = 0; call < calls; call += after ? 1 : calls) {
    const start = performance.now();
    for (let i = 0; i < (after ? 1 : calls); i += 1) {
      const result = go();
      if (result instanceof Promise) await result;
    }
    spent += performance.now() - start;
    after?.();
  }
  return spent / calls;
}

/** @param {number[]} times @param {number} share */
function quantile(times, share) {
  const rising = times.toSorted((a, b) => a - b);
  return rising[Math.floor(share * rising.length)];
}
