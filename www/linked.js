// Which part of a page's address is a link to a figure.

/** What of an address is a link, if anything is. @param {Pick<Location, 'hash' | 'search'>} place */
export function linked({ hash, search }) {
  return [hash, search].find((text) => /^[?#](.*&)?v=/.test(text)) ?? null;
}
