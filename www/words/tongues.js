// The languages that the figure comes with, each a file of its own that is fetched when a page wants it.

/** @type {Record<string, () => Promise<import('../words.js').Tongue>>} */
export const TONGUES = { de: () => import('#words-de') };

export const BOOK = () => import('#words-book');
