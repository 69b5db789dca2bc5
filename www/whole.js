// All of Ponder, for a page that began with less: a file of its own beside ponder.js, fetched when it is asked for.
import init, * as exports from '#all';

export const glue = /** @type {Glue} */ (/** @type {unknown} */ ({ ...exports, default: init }));
export const source = new URL('./ponder_wasm_bg.wasm', import.meta.url);
