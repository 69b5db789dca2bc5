// Work in pieces: a page that has much to do answers its reader in between.

/** Lets the browser do what waits, and goes on before anything that is asked for later, where browsers know that. @returns {Promise<void>} */
export function breath() {
  const { scheduler } = /** @type {{ scheduler?: { yield?(): Promise<void> } }} */ (/** @type {unknown} */ (globalThis));
  return scheduler?.yield?.() ?? new Promise((onward) => { setTimeout(onward); });
}

/** What some work gives, or why it gives nothing. @template T @param {() => T} work @returns {{ value?: T, error?: unknown }} */
export function attempted(work) {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
