// What an author's attributes ask of a figure. A bad value is a fault that says what is allowed.
import { Fault } from './fault.js';
import { list } from './words.js';

/** Attributes of one word; the first stands where there is none. */
const CHOICES = /** @type {const} */ ({
  theme: ['auto', 'light', 'dark'],
  controls: ['full', 'few', 'none', 'playground'],
  autoplay: ['off', 'visible'],
  loading: ['lazy', 'eager'],
  keys: ['on', 'off'],
  touch: ['pan', 'draw'],
});

/** @typedef {keyof typeof CHOICES} Choice */

/** @type {ViewName[]} */
const DRAWN = ['surface', 'contour', 'fit', 'curves'];
/** In the house's order. */
export const VIEWS = /** @type {ViewName[]} */ ([...DRAWN, 'rule', 'table']);
/** What more than two parameters have. */
const FLAT = ['curves', 'rule', 'table'];
/** What can be hidden besides views, by the names that style them. */
const PARTS = ['player', 'ponder', 'runs', 'knobs', 'race'];
/** Kinds of questions that are answered on the map. */
export const MAPPED = ['click', 'draw'];

/** @param {string} name of a view */
export const drawn = (name) => DRAWN.includes(/** @type {ViewName} */ (name));

/**
 * @typedef {object} Settings
 * @property {ViewName[]} views to show, in the house's order
 * @property {(part: string) => boolean} hides
 * @property {'full' | 'few' | 'none' | 'playground'} controls
 * @property {boolean} keys whether the figure listens to keys
 * @property {'pan' | 'draw'} touch what one finger does in a view
 * @property {string | undefined} alt
 */

/** What an attribute is; where there is none, what it is then. @param {Element} host @param {Choice} name @returns {string} */
const given = (host, name) => host.getAttribute(name) ?? CHOICES[name][0];

/** @param {Element} host @param {Choice} name @param {string} value */
export const asks = (host, name, value) => given(host, name) === value;

/** Whether its value is one of those that are allowed. @param {Element} host @param {Choice} name */
export const fits = (host, name) => (/** @type {readonly string[]} */ (CHOICES[name])).includes(given(host, name));

/** @param {Element} host @param {Choice} name @returns {string} */
function choice(host, name) {
  if (fits(host, name)) return given(host, name);
  throw new Fault(name, `${JSON.stringify(given(host, name))}; allowed is ${list([...CHOICES[name]], 'or')}`);
}

/** What of a figure its page hides. @param {Element} host @returns {string[]} */
export function hidden(host) {
  return words(host, 'hide', [...VIEWS, ...PARTS]) ?? [];
}

/** @param {HTMLElement} host @param {import('./stage.js').Stage} stage @returns {Settings} */
export function settings(host, stage) {
  for (const name of /** @type {Choice[]} */ (Object.keys(CHOICES))) choice(host, name);
  const gone = hidden(host);
  return {
    views: views(host, stage, gone),
    hides: (part) => gone.includes(part),
    controls: /** @type {Settings['controls']} */ (choice(host, 'controls')),
    keys: choice(host, 'keys') === 'on',
    touch: /** @type {Settings['touch']} */ (choice(host, 'touch')),
    alt: host.getAttribute('alt') ?? undefined,
  };
}

/** @param {Element} host @param {string} name of an attribute @param {readonly string[]} known */
function words(host, name, known) {
  const given = host.getAttribute(name)?.split(/[\s,]+/).filter(Boolean);
  const unknown = given?.find((word) => !known.includes(word));
  if (unknown) throw new Fault(name, `${unknown}; allowed is ${list([...known], 'or')}`);
  return given;
}

/** @param {Element} host @param {import('./stage.js').Stage} stage @param {string[]} gone */
function views(host, { figure, facts, questions }, gone) {
  const known = facts.surface.domain ? VIEWS : FLAT;
  const usual = facts.surface.model ? ['surface', 'contour', 'fit', 'curves', 'table'] : ['surface', 'contour', 'table'];
  const wish = words(host, 'views', known) ?? figure.view?.views ?? (facts.surface.domain ? usual : ['curves', 'table']);
  const map = questions.some(({ ponder: { kind } }) => MAPPED.includes(kind));
  if (map && gone.includes('contour')) throw new Fault('hide', 'contour; a question is answered there');
  return VIEWS.filter((name) => (wish.includes(name) && !gone.includes(name)) || (map && name === 'contour'));
}
