// The one wasm instance of the page. Loading starts when this module is imported.
import init, * as exports from '#glue';
import source from '#wasm';
import { brought } from './fetched.js';
import { Engine, Handle } from './recovery.js';

const glue = /** @type {Glue} */ (/** @type {unknown} */ ({ ...exports, default: init }));
const engine = new Engine(glue);

/** Tells `again` when somebody tries again to load what could not be loaded. */
export const tries = new EventTarget();

const load = () => brought(source, (source) => engine.load(source));

/** Settles when the wasm is loaded, or cannot be; another promise when it is tried again. @type {Promise<void>} */
export let ready = load();

/** Loads once more, for all who wait. */
export function again() {
  ready = load();
  ready.catch(() => {});
  tries.dispatchEvent(new Event('again'));
}

// Whoever needs the wasm hears of a failure through `ready`; alone it is no unhandled rejection.
ready.catch(() => {});

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
