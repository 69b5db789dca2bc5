// The one wasm instance of the page. Loading starts when this module is imported.
import init, * as exports from '#glue';
import source from '#wasm';
import { Engine, Handle } from './recovery.js';

const glue = /** @type {Glue} */ (/** @type {unknown} */ ({ ...exports, default: init }));
const engine = new Engine(glue);

/** Settles when the wasm is loaded, or cannot be. @type {Promise<void>} */
export const ready = engine.load(source);

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
