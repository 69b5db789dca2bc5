// The one wasm instance of the page. Loading starts when this module is imported, with a wasm that knows the course's first
// surfaces and rules: enough for most figures, and soon there. All of Ponder takes its place when somebody needs more: a
// figure that the first one refuses, a script that waits for `ready`, the playground's tools. Only here is it known which of
// the two there is; a bundle with everything inside begins with all of it.
import init, * as exports from '#glue';
import source from '#wasm';
import { brought, fetched } from './fetched.js';
import { Later } from './later.js';
import { EARLY, Engine, Handle, Unreachable } from './recovery.js';

const glue = /** @type {Glue} */ (/** @type {unknown} */ ({ ...exports, default: init }));
const engine = new Engine(glue);
/** Whether it is all of Ponder that is loaded, or being loaded, from the beginning. */
let whole = 'decode' in exports;
/** @type {Promise<void> | undefined} */
let rest;

/** Whether what is refused now is refused for good. */
export const complete = () => whole;

/** Tells `again` when somebody tries again to load what could not be loaded. */
export const tries = new EventTarget();

/** A page that knows its figures fetches all at once: it says so by a preload. */
const greedy = () => globalThis.document?.querySelector('link[rel="preload"][href$="ponder_wasm_bg.wasm"]');

const some = () => brought(source, (source) => engine.load(source));
const load = () => ('decode' in exports ? some() : greedy() ? all() : some().catch(spare));

/** @type {Promise<void>} */
let first = load();

// Whoever needs the wasm hears of a failure; alone it is no unhandled rejection.
first.catch(() => {});

/** Settles when a figure can be tried, or no wasm can be had; another promise when it is tried again. */
export const begun = () => first;

/** Loads once more, for all who wait. */
export function again() {
  if (!engine.loaded) first = load();
  first.catch(() => {});
  tries.dispatchEvent(new Event('again'));
}

/** All of Ponder; what failed is tried again by the next who asks. @returns {Promise<void>} */
export function all() {
  if ('decode' in exports) return first;
  rest ??= grown().catch((error) => {
    rest = undefined;
    throw error;
  });
  return rest;
}

async function grown() {
  const more = await fetched(() => import('#more')).catch(lost);
  await brought(more.source, (source) => engine.grow(more.glue, source));
  whole = true;
}

/** @param {unknown} cause @returns {never} */
function lost(cause) {
  throw new Unreachable(`all of Ponder could not be loaded: ${cause instanceof Error ? cause.message : cause}`, { cause });
}

/** Where the first wasm does not come, the other one may. @param {unknown} error @returns {Promise<void>} */
function spare(error) {
  if (error instanceof Unreachable) return all();
  throw error;
}

/** All of Ponder, for scripts: settles when it is loaded, or cannot be. Nothing is fetched for it until somebody waits. */
export const ready = new Later(all);

/**
 * The one function through which every export is called.
 * @template T
 * @param {(glue: Glue) => T} work
 * @returns {T}
 */
export const call = (work) => engine.call(work);

/** The same for scripts: what a page begins with knows less than all, and what it cannot say is not said before all is there. @template T @param {(glue: Glue) => T} work @returns {T} */
export function ask(work) {
  try {
    return call(work);
  } catch (error) {
    throw whole ? error : new Error(EARLY, { cause: error });
  }
}

/**
 * @template {{ free(): void }} T
 * @param {(glue: Glue) => T} make
 * @returns {Handle<T>}
 */
export const hold = (make) => new Handle(engine, make);
