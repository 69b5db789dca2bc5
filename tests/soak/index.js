// The promises: one a file, one word in this table.

export const PROMISES = ['r1', 'r3', 'r4', 'r5', 'r6', 'r7', 'r9', 'r11', 'r12', 'r13', 'r14', 'r15', 'r16', 'r17', 'r20', 'r21'];

/**
 * @typedef {object} Promised
 * @property {string} about
 * @property {number} long the size that the promise states
 * @property {number} [short] the size for every run of the tests; none where other tests are its short form
 * @property {(tools: import('./support/soak.js').Soak, size: number) => Promise<string>} keep gives the figures, or throws why it is broken
 */

/** @param {string} name @returns {Promise<Promised>} */
export const promise = (name) => import(`./${name}.js`);
