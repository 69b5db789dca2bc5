// A promise to be settled later, whose failure alone is no unhandled rejection.

/**
 * @template T
 * @typedef {object} Deferred
 * @property {Promise<T>} promise
 * @property {(value: T | PromiseLike<T>) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/** @template T @returns {Deferred<T>} */
export function deferred() {
  /** @type {Partial<Deferred<T>>} */
  const parts = {};
  const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  promise.catch(() => {});
  return /** @type {Deferred<T>} */ (Object.assign(parts, { promise }));
}
