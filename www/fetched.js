// What is fetched when it is called for: once more where that fails, as one lost connection is no reason to do without.
import { Unreachable } from './recovery.js';

/** In ms, between the two. */
const BREATH = 400;

/** A module with one vector in it, as ours have: who refuses it refuses all. */
const VECTOR = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

/** @template T @param {() => Promise<T>} load @param {() => Promise<T>} [again] @returns {Promise<T>} */
export async function fetched(load, again = load) {
  try {
    return await load();
  } catch {
    await new Promise((onward) => { setTimeout(onward, BREATH); });
    return again();
  }
}

/**
 * A wasm. What is broken in the browser's cache is not asked for again there.
 * @param {unknown} source its address; what is inside this script was never fetched
 * @param {(source: unknown) => Promise<void>} take
 */
export async function brought(source, take) {
  /** @param {unknown} cause */
  const lost = async (cause) => {
    if (!(source instanceof URL) || !await runs()) throw cause;
    throw new Unreachable(`the wasm could not be loaded: ${cause instanceof Error ? cause.message : cause}`, { cause });
  };
  const [first, again] = [() => take(source), () => take(source instanceof URL ? fetch(source, { cache: 'reload' }) : source)];
  return fetched(first, again).catch(lost);
}

/** Whether the page may run wasm, and the browser knows its vectors. */
async function runs() {
  try {
    return Boolean(await WebAssembly.compile(VECTOR));
  } catch {
    return false;
  }
}
