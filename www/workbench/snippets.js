// What goes into somebody else's page: text to be pasted, which nothing here reads as HTML.
import here from '#home';
import { encode } from '../ponder.js';

/** @param {string} text inside single quotes */
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;');

/**
 * The address that opens a figure: the page's own where it follows its address, else the playground's.
 * @param {HTMLElement} host @param {FigureRecipe} figure @param {number} step
 */
export function address(host, figure, step) {
  const url = new URL('follows' in host.dataset || !here ? location.href : new URL('playground.html', here).href);
  url.hash = encode(figure, step || null);
  return url.href;
}

/** The figure as an element. @param {URL} here @param {FigureRecipe} figure */
export function element(here, figure) {
  const script = `<script type="module" src="${new URL('ponder.js', here).href}"></script>`;
  return `${script}\n<ponder-figure recipe='${quoted(JSON.stringify(figure))}'></ponder-figure>\n`;
}

/** The figure in a frame. @param {URL} here @param {FigureRecipe} figure @param {number} step @param {string} title */
export function frame(here, figure, step, title) {
  const url = new URL('embed.html', here);
  url.hash = encode(figure, step || null);
  const open = `<iframe src='${quoted(url.href)}' title='${quoted(figure.title ?? title)}' width="100%" height="600" frameborder="0"`;
  return `${open} loading="lazy" allow="fullscreen"></iframe>\n<script src="${new URL('embed-parent.js', here).href}"></script>\n`;
}
