// A function as somebody types it: read with every key, its mistake marked where it stands, never changed by itself.
import { make, on } from '../dom.js';
import { long } from '../long.js';
import { tex } from '../tex.js';
import { translated } from '../words.js';
import { say, sayOr } from './words.js';

/** How long after the last key a mistake is told to those who hear the page. */
const PATIENCE = 600;
/** How many signs are marked: no function may be as long. */
const MIRRORED = 2000;

/**
 * @param {import('./bench.js').Bench} bench @param {(text: string) => void} set takes a text that can be read
 */
export function typed(bench, set) {
  const field = make('input', { type: 'text', class: 'formula', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', 'aria-describedby': 'told', enterkeyhint: 'done' });
  const mirror = make('span', { class: 'mirror', 'aria-hidden': 'true' });
  const told = make('p', { class: 'told', id: 'told' });
  const written = long(make('div', { class: 'written' }), say('as-read'), bench.signal);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const read = () => {
    const parsed = translated(bench.call((glue) => glue.expression(field.value)));
    const wrong = 'mistake' in parsed ? parsed : null;
    field.setAttribute('aria-invalid', String(wrong !== null));
    mirror.replaceChildren(...marked(field.value, wrong));
    mirror.scrollLeft = field.scrollLeft;
    const text = wrong ? mistake(wrong) : '';
    told.replaceChildren(text);
    clearTimeout(later);
    later = setTimeout(() => bench.say(text), PATIENCE);
    written.classList.toggle('stale', wrong !== null);
    if (!wrong && 'tex' in parsed) written.replaceChildren(tex(`f(w, b) = ${parsed.tex}`));
    return wrong === null;
  };
  on(field, 'input', () => read() && set(field.value), bench.signal);
  for (const type of ['scroll', 'keyup', 'pointerup', 'blur']) on(field, type, () => { mirror.scrollLeft = field.scrollLeft; }, bench.signal);
  bench.signal.addEventListener('abort', () => clearTimeout(later));
  const root = make('div', { class: 'typed' },
    make('label', {}, make('span', { class: 'label' }, tex('f(w, b) ='), make('span', { class: 'spoken' }, say('your-function'))), make('span', { class: 'mirrored' }, mirror, field)), told, written);
  return {
    root,
    field,
    /** Shows a text that the figure has, unless it is the one that was typed. @param {string} text */
    place(text) {
      if (field.value === text) return;
      field.value = text;
      read();
    },
  };
}

/** The text with what is wrong of it marked. @param {string} text @param {Misread | null} wrong */
function marked(text, wrong) {
  if (!wrong || wrong.mistake === 'empty') return [text.slice(0, MIRRORED)];
  // A whole file pasted by mistake is not drawn twice.
  const signs = [...text.slice(0, MIRRORED)];
  const [from, to] = [wrong.column - 1, wrong.column - 1 + wrong.width];
  return [signs.slice(0, from).join(''), make('mark', {}, signs.slice(from, to).join('') || ' '), signs.slice(to).join('')];
}

/** What is wrong, in a sentence. @param {Misread} wrong */
export function mistake({ mistake: kind, column, found, allowed }) {
  const words = { column, found, allowed };
  const told = sayOr(`mistake-${kind}`, `${found}; ${allowed}`, words);
  return /[.?]$/.test(told) ? told : `${told}.`;
}
