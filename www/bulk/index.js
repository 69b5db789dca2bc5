// The worker that makes many runs: a job comes in, and then tile after tile; what is known of a tile's cells goes out. Between
// two slices it looks for messages, so that whoever asked can call it off. Its wasm is its own.
import init, { Job } from '#bulk';
import { arrival, live, words } from '../alive.js';

/** @typedef {{ job: { recipe: FigureRecipe, ask: BulkAsk } } | { tile: [from: number, to: number] } | { stop: true }} Message */
/** @typedef {{ facts: BulkFacts } | { tile: BulkTile } | { error: string, path: string }} Answer */
/** @typedef {{ postMessage(answer: Answer, transfer: Transferable[]): void, onmessage: (event: MessageEvent<Message>) => void }} Scope */

/** A slice lasts about so long, in ms. */
const SLICE = 5;
/** Looks of the first slice. */
const FIRST = 20_000;

const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));
const ready = arrival(() => init({ module_or_path: new URL('./bulk_bg.wasm', import.meta.url) }));
const THEMES = /** @type {const} */ (['light', 'dark', 'print']);
const breath = new MessageChannel();

/** @type {Job | null} */
let job = null;
let looks = FIRST;
let stopped = false;

/** Lets messages in. */
const pause = () => new Promise((onward) => {
  breath.port1.onmessage = onward;
  breath.port2.postMessage(null);
});

/** Works until the tile is done or called off. @param {Job} job */
async function through(job) {
  while (!stopped) {
    const start = performance.now();
    if (job.advance(looks)) return;
    looks = Math.max(1, looks * Math.min(2, SLICE / Math.max(0.5, performance.now() - start)));
    await pause();
  }
}

/** @param {Exclude<Message, { stop: true }>} message @returns {Promise<Answer>} */
async function answer(message) {
  if ('job' in message) {
    job?.free();
    job = new Job(message.job.recipe, message.job.ask);
    job.turnTo(0, 0);
    await through(job);
    return { facts: job.facts() };
  }
  if (!job) throw new Error('a job has to come first');
  const [from, to] = message.tile;
  job.turnTo(from, to);
  await through(job);
  return { tile: tile(job, from) };
}

/** What is known of the cells that are done. @param {Job} job @param {number} from @returns {BulkTile} */
function tile(job, from) {
  const fates = job.fates();
  const paths = Array.from(fates, (_, cell) => job.path(cell)).filter((path) => path.length);
  const tints = /** @type {BulkTile['tints']} */ (Object.fromEntries(THEMES.map((theme) => [theme, job.tints(theme)])));
  return { from, fates, steps: job.steps(), unders: job.unders(), losses: job.losses(), ends: job.ends(), tints, paths };
}

/** @param {Answer} told @returns {Transferable[]} */
function moved(told) {
  if (!('tile' in told)) return [];
  const { fates, steps, unders, losses, ends, tints, paths } = told.tile;
  return [fates, steps, unders, losses, ends, ...Object.values(tints), ...paths].map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer));
}

live();
scope.onmessage = async ({ data }) => {
  if ('stop' in data) {
    stopped = true;
    return;
  }
  stopped = false;
  try {
    await ready;
    const told = await answer(data);
    scope.postMessage(told, moved(told));
  } catch (error) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : '';
    scope.postMessage({ error: words(error), path }, []);
  }
};
