// The exports of a wasm, read from the declarations that wasm-bindgen writes.

/** @typedef {{ owner: string | null, name: string, kind: 'function' | 'new' | 'method' | 'value', params: { name: string, type: string }[] }} Export */

/** What is the glue's own, and no export of ours. */
const GLUES = /^(?:__wbg_|initSync$|free$)/;

/** @param {string} text @returns {Export[]} */
export function exported(text) {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const free = [...bare.matchAll(/^export function (\w+)\((.*)\):/gm)].map(([, name, params]) => ({ owner: null, name, kind: /** @type {const} */ ('function'), params: split(params) }));
  const owned = [...bare.matchAll(/^export class (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, owner, body]) => members(owner, body));
  return [...free, ...owned].filter(({ name }) => !GLUES.test(name));
}

/** @param {string} owner @param {string} body @returns {Export[]} */
function members(owner, body) {
  const methods = [...body.matchAll(/^ {4}(\w+)\((.*)\)[:;]/gm)].map(([, name, params]) => (
    { owner, name, kind: /** @type {'new' | 'method'} */ (name === 'constructor' ? 'new' : 'method'), params: split(params) }));
  const values = [...body.matchAll(/^ {4}readonly (\w+):/gm)].map(([, name]) => ({ owner, name, kind: /** @type {const} */ ('value'), params: [] }));
  return [...methods, ...values];
}

/** @param {string} params */
function split(params) {
  return [...params.matchAll(/(\w+)\??: ([^,]+(?:<[^>]*>)?)/g)].map(([, name, type]) => ({ name, type }));
}
