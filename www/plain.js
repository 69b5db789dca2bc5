// Input from outside, copied before it meets wasm: a getter that throws, a proxy or a function is then an ordinary
// Error of JavaScript's and not a hole in the middle of a call.

/**
 * @template T
 * @param {T} given
 * @param {string} name for the message
 * @returns {T}
 */
export function plain(given, name = 'recipe') {
  try {
    return listed(structuredClone(given));
  } catch (error) {
    if (error instanceof RangeError) throw new Error(`${name}: nested too deep; allowed are 32 levels`, { cause: error });
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${name}: allowed is plain data (objects, lists, texts, numbers, true, false, null); ${why}`, { cause: error });
  }
}

/** The same with typed arrays as lists: what `points` and `trajectory` give can be put into a recipe. @param {any} copy */
function listed(copy) {
  if (ArrayBuffer.isView(copy) && !(copy instanceof DataView)) return Array.from(/** @type {Float64Array} */ (copy));
  if (typeof copy === 'object' && copy !== null) {
    for (const [key, value] of Object.entries(copy)) {
      if (typeof value === 'object') copy[key] = listed(value);
    }
  }
  return copy;
}

/**
 * A figure from JSON text.
 * @param {string} text
 * @param {string} [name] for the message
 * @returns {any}
 */
export function parse(text, name = 'recipe') {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: not JSON; ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
