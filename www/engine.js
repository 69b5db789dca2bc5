// The one wasm instance of the page. Loading starts when this module is imported, with a wasm that knows the course's first
// surfaces and rules: enough for most figures, and soon there. All of Ponder takes its place when somebody needs more: a
// figure that the first one refuses, a script that waits for `ready`, the playground's tools. Only here is it known which of
// the two there is; a bundle with everything inside begins with all of it.
import init, * as exports from '#glue';
import source from '#wasm';
import { Later } from './later.js';
import { Engine, Handle } from './recovery.js';

const glue = /** @type {Glue} */ (/** @type {unknown} */ ({ ...exports, default: init }));
const engine = new Engine(glue);
/** Whether it is all of Ponder that is loaded, or being loaded, from the beginning. */
let whole = 'decode' in exports;
/** @type {Promise<void> | undefined} */
let rest;

/** Whether what is refused now is refused for good. */
export const complete = () => whole;

/** All of Ponder; what failed is tried again by the next who asks. @returns {Promise<void>} */
export function all() {
  if ('decode' in exports) return begun;
  rest ??= grown().catch((error) => {
    rest = undefined;
    throw error;
  });
  return rest;
}

async function grown() {
  const more = await import('#more');
  await engine.grow(more.glue, more.source);
  whole = true;
}

/** A page that knows its figures fetches all at once: it says so by a preload. */
const greedy = () => globalThis.document?.querySelector('link[rel="preload"][href$="ponder_wasm_bg.wasm"]');

/** Settles when a figure can be tried, or no wasm can be had. @type {Promise<void>} */
export const begun = 'decode' in exports || !greedy() ? engine.load(source).catch(spare) : all();

/** Where the first wasm is not to be had, the other one may be. @param {unknown} error @returns {Promise<void>} */
function spare(error) {
  if ('decode' in exports) throw error;
  return all();
}

// Whoever needs the wasm hears of a failure; alone it is no unhandled rejection.
begun.catch(() => {});

/** All of Ponder, for scripts: settles when it is loaded, or cannot be. Nothing is fetched for it until somebody waits. */
export const ready = new Later(all);

/**
 * The one function through which every export is called.
 * @template T
 * @param {(glue: Glue) => T} work
 * @returns {T}
 */
export const call = (work) => engine.call(work);

/**
 * @template {{ free(): void }} T
 * @param {(glue: Glue) => T} make
 * @returns {Handle<T>}
 */
export const hold = (make) => new Handle(engine, make);
