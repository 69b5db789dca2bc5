// What a classic script has no files for: the playground's tools, as it has to be one small file, and a second wasm.

/** @type {(desk: import('./desk.js').Desk, shadow: ShadowRoot, signal: AbortSignal) => HTMLElement} */
export function mount() {
  throw new Error('controls="playground" needs the module ponder.js');
}

/** It begins with all of Ponder. @type {Glue} */
export const glue = /** @type {never} */ (undefined);
/** @type {URL} */
export const source = /** @type {never} */ (undefined);
