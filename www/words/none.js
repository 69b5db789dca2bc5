// The classic script and the single file are one file each, and speak English; a page can bring another language: `words`.

/** @type {Record<string, () => Promise<import('../words.js').Tongue>>} */
export const TONGUES = {};

export const BOOK = () => import('./book.js');
