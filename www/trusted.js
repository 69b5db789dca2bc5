// Addresses of our own scripts, as Trusted Types want them.

/** @typedef {{ createScriptURL(url: string): string }} Policy */

/** Two copies on a page share it: a page may allow the name only once. */
const POLICY = Symbol.for('ponder policy');

/** What may be given to `new Worker` under Trusted Types, and nothing but what this file makes. @param {string} url */
export function trusted(url) {
  const place = /** @type {{ [POLICY]?: Policy, trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis);
  place[POLICY] ??= place.trustedTypes?.createPolicy('ponder', { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
  return place[POLICY].createScriptURL(url);
}
