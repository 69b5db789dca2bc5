// The Embed page's builder: a figure and a few choices in, a snippet out, and the figure as it will look.
import { decode, encode, ready } from './ponder.js';

/** @typedef {HTMLElement & { recipe: unknown, ready: Promise<unknown> }} Figure */

/** @template {Element} T @param {string} selector @returns {T} */
const one = (selector) => /** @type {T} */ (document.querySelector(selector));

const form = /** @type {HTMLFormElement} */ (one('.builder'));
const preview = /** @type {Figure} */ (one('#preview'));
const wrong = /** @type {HTMLElement} */ (one('.wrong'));
const done = /** @type {HTMLElement} */ (one('#copy + [role=status]'));

/** @param {string} text inside single quotes */
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;');

/** Choices that are not what stands there anyway. @returns {[string, string][]} */
const chosen = () => [...form.querySelectorAll('select')].filter(({ name, selectedIndex }) => name !== 'form' && selectedIndex > 0)
  .map(({ name, value }) => [name, value]);

/** @param {object} figure @param {string} kind */
function snippet(figure, kind) {
  const place = (/** @type {string} */ name) => new URL(name, document.baseURI).href;
  if (kind === 'frame') {
    const url = new URL(place('embed.html'));
    for (const [name, value] of chosen()) url.searchParams.set(name, value);
    url.hash = encode(figure);
    const title = /** @type {{ title?: string }} */ (figure).title ?? 'Ponder';
    return `<iframe src='${quoted(url.href)}' title='${quoted(title)}' width="100%" height="600" frameborder="0" loading="lazy" allow="fullscreen"></iframe>\n<script src="${place('embed-parent.js')}"></script>`;
  }
  const script = kind === 'classic' ? `<script src="${place('ponder.classic.js')}"></script>` : `<script type="module" src="${place('ponder.js')}"></script>`;
  const attributes = chosen().map(([name, value]) => ` ${name}="${value}"`).join('');
  return `${script}\n<ponder-figure${attributes} recipe='${quoted(JSON.stringify(figure))}'></ponder-figure>`;
}

async function show() {
  const data = new FormData(form);
  const text = String(data.get('figure')).trim();
  done.hidden = true;
  try {
    const figure = text.startsWith('{') ? JSON.parse(text) : { ...decode(text) };
    for (const { name, selectedIndex, value } of form.querySelectorAll('select')) {
      if (name === 'form') continue;
      if (selectedIndex > 0) preview.setAttribute(name, value);
      else preview.removeAttribute(name);
    }
    if (JSON.stringify(figure) !== JSON.stringify(preview.recipe)) preview.recipe = figure;
    await preview.ready;
    one('#snippet').textContent = snippet(figure, String(data.get('form')));
    wrong.hidden = true;
  } catch (error) {
    wrong.textContent = error instanceof Error ? error.message : String(error);
    wrong.hidden = false;
  }
}

one('#copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(one('#snippet').textContent ?? '');
  done.hidden = false;
});
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
await ready;
/** @type {HTMLElement} */ (one('#builder')).hidden = false;
await show();
