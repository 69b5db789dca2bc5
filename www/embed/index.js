// The page in a frame: makes the figure that its address asks for. A frame may be a sandbox whose origin is nobody's: it
// cannot import modules nor fetch wasm, and takes the classic script, which has the wasm inside.
import { trusted } from '../trusted.js';
import { wish } from './settings.js';
import { tellEvents, tellHeight } from './talk.js';

/** Defines the element. */
async function define() {
  if (origin !== 'null') {
    await import('../ponder.js');
    return;
  }
  const script = document.createElement('script');
  script.src = trusted(new URL('ponder.classic.js', document.baseURI).href);
  document.head.append(script);
  await customElements.whenDefined('ponder-figure');
}

function begin() {
  const asked = wish(location);
  if (!asked.attributes.some(([name]) => name === 'recipe' || name === 'src')) return show('nothing');
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const figure = /** @type {HTMLElement & { recipe: { title?: string } | null }} */ (document.createElement('ponder-figure'));
  for (const [name, value] of asked.attributes) figure.setAttribute(name, value);
  document.documentElement.dataset.fit = asked.fit;
  tellHeight(main, asked);
  tellEvents(figure, asked);
  figure.addEventListener('ready', () => name(figure.recipe?.title));
  main.append(figure);
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
