// A worker's sign of life. Whoever holds a lock and is gone, for whatever reason, holds it no longer; so the page hears of a
// worker's death that tells nobody. Where there are no locks, as on a page without https, it does without.

import { fetched } from './fetched.js';
import { fatal } from './recovery.js';

/** What a worker says once it holds its lock. */
export const ALIVE = 'ponder:alive';

/** In the worker: holds the lock that is called like it, for good. */
export function live() {
  const told = () => {
    /** @type {{ postMessage(text: string): void }} */ (/** @type {unknown} */ (globalThis)).postMessage(ALIVE);
    return new Promise(() => {});
  };
  const { name } = /** @type {{ name?: string }} */ (globalThis);
  if (name) navigator.locks?.request(name, told).catch(() => {});
}

/** In the worker: its wasm, asked for twice; of what does not come then the page has better words. @param {() => Promise<unknown>} load */
export function arrival(load) {
  const arrived = fetched(load).catch((cause) => { throw new Error('', { cause }); });
  arrived.catch(() => {});
  return arrived;
}

/** In the worker: what to tell of an error; nothing where its wasm has died of it, and whoever asked has better words. @param {unknown} error */
export const words = (error) => (fatal(error) ? '' : String(error instanceof Error ? error.message : error));

/** In the page: an error is told of a worker that is gone. @template {Worker} W @param {W} worker @param {string} name */
export function watched(worker, name) {
  worker.addEventListener('message', (event) => {
    if (event.data !== ALIVE) return;
    // No answer to anything.
    event.stopImmediatePropagation();
    navigator.locks.request(name, () => worker.dispatchEvent(new ErrorEvent('error'))).catch(() => {});
  });
  return worker;
}
