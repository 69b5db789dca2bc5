// Calls every export with hostile values: in each place alone, deep inside what is right there, and in all places at once.
import { HOSTILE } from './hostile.js';
import { right } from './right.js';

/** @typedef {import('./declared.js').Export} Export */

/** A call that has not come back after so many ms hangs, for whoever waits. */
const PATIENCE = 10_000;
/** The method that takes its object with it. */
const LAST = 'end';

/**
 * @param {any} glue @param {Export[]} list @param {number[]} picked places in HOSTILE @param {unknown} canvas
 * @returns {Promise<{ calls: number, traps: string[] }>}
 */
export async function assault(glue, list, picked, canvas) {
  /** @type {string[]} */
  const traps = [];
  let calls = 0;
  for (const one of list) {
    for (const [said, values] of attacks(one, picked, canvas)) {
      calls += 1;
      const began = performance.now();
      const trap = hit(glue, list, one, values, canvas);
      const took = performance.now() - began;
      const name = [one.owner, one.name].filter(Boolean).join('.');
      if (trap) traps.push(`${name}(${said}): ${trap}`);
      if (took > (globalThis.SLOW ?? 1e9)) console.log(name, said.slice(0, 90), Math.round(took));
      if (took > PATIENCE) traps.push(`${name}(${said}) took ${Math.round(took)} ms`);
    }
    await new Promise((onward) => { setTimeout(onward, 0); });
  }
  return { calls, traps };
}

/** @param {Export} one @param {number[]} picked @param {unknown} canvas @returns {Generator<[string, unknown[]]>} */
function* attacks(one, picked, canvas) {
  const good = () => one.params.map(({ name }) => right(one, name, canvas));
  yield ['what is right', good()];
  for (const which of picked) {
    for (const [place, { name }] of one.params.entries()) {
      yield [`${name} = ${HOSTILE[which]}`, good().with(place, HOSTILE[which]())];
      for (const path of leaves(good()[place])) yield [`${name}.${path.join('.')} = ${HOSTILE[which]}`, good().with(place, changed(good()[place], path, HOSTILE[which]))];
    }
    if (one.params.length > 1) yield [`all = ${HOSTILE[which]}`, one.params.map(() => HOSTILE[which]())];
  }
}

/** Every place inside plain data, or inside its JSON. @param {unknown} value @returns {string[][]} */
function leaves(value) {
  const data = opened(value);
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return [];
  if (Object.getPrototypeOf(data) !== Object.prototype && !Array.isArray(data)) return [];
  return Object.entries(data).flatMap(([key, inner]) => [[key], ...leaves(inner).map((path) => [key, ...path])]);
}

/** @param {unknown} value what is inside JSON, or the value itself */
function opened(value) {
  return typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
}

/** @param {unknown} value @param {string[]} path @param {() => unknown} make */
function changed(value, path, make) {
  const data = structuredClone(opened(value));
  const last = path.slice(0, -1).reduce((inner, key) => inner[key], data);
  last[/** @type {string} */ (path.at(-1))] = make();
  if (typeof value !== 'string') return data;
  try {
    return JSON.stringify(data);
  } catch {
    return value;
  }
}

/** @param {any} glue @param {Export[]} list @param {Export} one @param {unknown[]} values @param {unknown} canvas @returns {string | null} what it died of */
function hit(glue, list, one, values, canvas) {
  let thing = null;
  try {
    if (one.kind === 'function') return free(glue[one.name](...values));
    if (one.kind === 'new') return free(new glue[/** @type {string} */ (one.owner)](...values));
    const made = list.find(({ owner, kind }) => kind === 'new' && owner === one.owner);
    thing = new glue[/** @type {string} */ (one.owner)](...(made?.params ?? []).map(({ name }) => right(/** @type {Export} */ (made), name, canvas)));
    if (one.kind === 'value') return free(thing[one.name]);
    const result = thing[one.name](...values);
    // It is used up.
    if (one.name === LAST) thing = null;
    else after(thing, list, one);
    return free(result);
  } catch (error) {
    // An ordinary error of JavaScript's is an answer; one that has stopped the wasm in the middle of something is none.
    if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError && /wasm/.test(error.stack ?? ''))) return null;
    glue.__wbg_reset_state();
    thing = null;
    return `${error.name}: ${error.message}`;
  } finally {
    thing?.free?.();
  }
}

/** The same thing still answers what takes nothing. @param {any} thing @param {Export[]} list @param {Export} hit */
function after(thing, list, { owner }) {
  for (const other of list) {
    if (other.owner === owner && other.kind === 'method' && other.params.length === 0 && other.name !== LAST) thing[other.name]();
  }
}

/** @param {any} result @returns {null} */
function free(result) {
  result?.free?.();
  return null;
}
