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
  // As much as tells what called what.
  Error.stackTraceLimit = 100;
  // Drawing needs a canvas, which only a browser has.
  for (const one of list.filter(({ params }) => canvas || !params.some(({ name }) => name === 'canvas'))) {
    for (const [said, values] of attacks(one, picked, canvas)) {
      calls += 1;
      const began = performance.now();
      const trap = hit(glue, list, one, values, canvas);
      const took = performance.now() - began;
      const name = [one.owner, one.name].filter(Boolean).join('.');
      if (trap) traps.push(`${name}(${said}): ${trap}`);
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
  const { owner, name, kind } = one;
  const made = list.find((other) => other.kind === 'new' && other.owner === owner);
  const thing = kind === 'method' || kind === 'value' ? new glue[/** @type {string} */ (owner)](...(made?.params ?? []).map((param) => right(/** @type {Export} */ (made), param.name, canvas))) : null;
  const dead = tried(() => {
    if (kind === 'value') return thing[name];
    return kind === 'new' ? new glue[/** @type {string} */ (owner)](...values) : (thing ?? glue)[name](...values);
  });
  if (dead) glue.__wbg_reset_state();
  if (dead || !thing || name === LAST) return dead;
  // It still answers what takes nothing, and can be let go of.
  try {
    after(thing, list, one);
    thing.free();
    return null;
  } catch (error) {
    glue.__wbg_reset_state();
    return `afterwards, ${error}`;
  }
}

/**
 * An ordinary error of JavaScript's is an answer; one that has stopped the wasm in the middle of something is none. What
 * cannot be made a number overflows the stack before the wasm has begun: then none of its functions is in the trace.
 * @param {() => any} call
 */
function tried(call) {
  try {
    call()?.free?.();
    return null;
  } catch (error) {
    const dead = error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /wasm-function\[/.test(error.stack ?? ''));
    return dead ? String(error) : null;
  }
}

/** The same thing still answers what takes nothing. @param {any} thing @param {Export[]} list @param {Export} hit */
function after(thing, list, { owner }) {
  for (const other of list) {
    if (other.owner === owner && other.kind === 'method' && other.params.length === 0 && other.name !== LAST) thing[other.name]();
  }
}
