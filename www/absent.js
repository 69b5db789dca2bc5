// The classic script comes without the playground's tools: it has to be one small file.

/** @type {(desk: import('./desk.js').Desk, shadow: ShadowRoot, signal: AbortSignal) => HTMLElement} */
export function mount() {
  throw new Error('controls="playground" needs the module ponder.js');
}
