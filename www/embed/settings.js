// What stands in a frame's address: attributes of the element, the figure, and how the frame talks to the page around it.
import { linked } from '../linked.js';

/** Attributes that an address may give. */
export const ATTRIBUTES = ['views', 'hide', 'controls', 'theme', 'lang', 'autoplay', 'loading', 'poster', 'alt', 'keys', 'touch', 'presenter', 'recipe', 'src'];

/**
 * @typedef {object} Wish
 * @property {[name: string, value: string][]} attributes
 * @property {boolean} link whether the address says a figure itself
 * @property {'content' | 'frame'} fit whether the frame follows the content, or the content the frame
 * @property {string | null} listener the origin that hears the events, if the author has asked for it
 * @property {string | null} secret WordPress tells its frames one, and wants to hear it again
 */

/** @param {Pick<Location, 'search' | 'hash'>} place @returns {Wish} */
export function wish({ search, hash }) {
  const query = new URLSearchParams(search);
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [/** @type {[string, string]} */ ([name, value])];
  });
  return {
    attributes,
    link: linked({ hash, search }) !== null,
    fit: query.get('fit') === 'frame' ? 'frame' : 'content',
    listener: query.get('events') === '1' ? origin(query.get('origin')) : null,
    secret: /[#?&]secret=(\w{10})(?!\w)/.exec(hash)?.[1] ?? null,
  };
}

/** An origin as `postMessage` wants it; nobody else may hear what a reader answers. @param {string | null} text */
function origin(text) {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.origin === text ? text : null;
}
