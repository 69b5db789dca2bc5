// The page in a frame: makes the figure that its address asks for. A frame may be a sandbox whose origin is nobody's: it
// cannot import modules nor fetch wasm, and takes the classic script, which has the wasm inside.
import { trusted } from '../trusted.js';
import { wish } from './settings.js';
import { tellEvents, tellHeight } from './talk.js';

/** @typedef {Pick<typeof import('../ponder.js'), 'follow'>} Ponder */

/** Defines the element. @returns {Promise<Ponder>} */
async function define() {
  if (origin !== 'null') {
    if (wish(location).link) early();
    return import('../ponder.js');
  }
  const script = document.createElement('script');
  script.src = trusted(new URL('ponder.classic.js', document.baseURI).href);
  document.head.append(script);
  await customElements.whenDefined('ponder-figure');
  return /** @type {{ ponder: Ponder }} */ (/** @type {unknown} */ (globalThis)).ponder;
}

/** A link is read by all of Ponder, not by what a page begins with: so it begins with all. */
function early() {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', type: 'application/wasm', crossOrigin: '', href: 'ponder_wasm_bg.wasm' });
  document.head.append(link);
}

/** @param {Ponder} ponder */
function begin({ follow }) {
  const asked = wish(location);
  if (!asked.link && !asked.attributes.some(([name]) => name === 'recipe' || name === 'src')) return show('nothing');
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const figure = /** @type {HTMLElement & { recipe: { title?: string } | null }} */ (document.createElement('ponder-figure'));
  for (const [name, value] of asked.attributes) figure.setAttribute(name, value);
  document.documentElement.dataset.fit = asked.fit;
  tellHeight(main, asked);
  tellEvents(figure, asked);
  figure.addEventListener('ready', () => name(figure.recipe?.title));
  main.append(figure);
  // The author's settings stand in the query, what a reader passes on behind the hash.
  follow(/** @type {import('../follow.js').Figure} */ (/** @type {unknown} */ (figure)));
}

/** @param {string} id of a sentence that waits */
function show(id) {
  document.getElementById(id)?.removeAttribute('hidden');
}

/** @param {string | undefined} title */
function name(title) {
  if (!title) return;
  document.title = title;
  document.querySelector('h1')?.replaceChildren(title);
}

define().then(begin, () => show('sorry'));
