// Elements by calls, never by strings of HTML: safe under a strict policy, and nothing can be injected.

/** @typedef {string | Node | null | false | undefined} Child */

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const SVG = 'http://www.w3.org/2000/svg';

/** @param {Element} element @param {Record<string, string | number | boolean>} attributes @param {Child[]} children */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {...Child} children
 */
export function math(tag, attributes = {}, ...children) {
  const element = document.createElementNS(MATHML, tag);
  fill(element, attributes, children);
  return element;
}

/**
 * Names a control that shows no words, and says under the pointer what it is, or why it cannot be used. A hint that is the
 * name is not read out a second time.
 * @param {HTMLElement} control @param {string} name @param {string} [hint]
 */
export function call(control, name, hint = name) {
  control.setAttribute('aria-label', name);
  control.title = hint;
  if (hint === name) control.setAttribute('aria-description', '');
  else control.removeAttribute('aria-description');
}

/** A small drawing for a button. @param {string} path SVG path data in a box of 16 by 16 */
export function icon(path) {
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  const drawing = document.createElementNS(SVG, 'svg');
  fill(drawing, { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }, [shape]);
  return drawing;
}

/**
 * Listens until the signal ends it.
 * @param {EventTarget} target @param {string} type @param {(event: any) => void} listener
 * @param {AbortSignal} signal @param {AddEventListenerOptions} [options]
 */
export function on(target, type, listener, signal, options = {}) {
  target.addEventListener(type, listener, { ...options, signal });
}
