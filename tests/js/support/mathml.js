// A document that knows elements alone, and what a reader with a calculator makes of the MathML in it.

/** @typedef {{ tag: string, attributes: Record<string, string>, children: (Shown | string)[] }} Shown */

/** Stands in for the document while work is done. @template T @param {() => T} work @returns {T} */
export function onPaper(work) {
  const before = globalThis.document;
  const made = (/** @type {string} */ tag) => {
    const element = { tag, attributes: /** @type {Record<string, string>} */ ({}), children: /** @type {unknown[]} */ ([]) };
    return Object.assign(element, {
      setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => { element.attributes[name] = value; },
      append: (/** @type {unknown[]} */ ...children) => { element.children.push(...children); },
    });
  };
  globalThis.document = /** @type {any} */ ({ createElementNS: (/** @type {string} */ _, /** @type {string} */ tag) => made(tag) });
  try {
    return work();
  } finally {
    globalThis.document = before;
  }
}

/** All that is written, from left to right. @param {Shown | string} shown @returns {string} */
export const text = (shown) => (typeof shown === 'string' ? shown : shown.children.map(text).join(''));

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A number as it is written, and what its last digit counts.
 * @param {string} written `−1.2 × 10⁻⁵` @returns {[value: number, place: number]}
 */
export function number(written) {
  const [, minus, mantissa, power = ''] = /^(−?)([\d.]+)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(written) ?? [];
  const exponent = [...power].map((c) => (c === '⁻' ? '-' : DIGITS.indexOf(c))).join('');
  return [Number(`${minus ? '-' : ''}${mantissa}e${exponent || 0}`), 10 ** (Number(exponent) - (mantissa?.split('.')[1] ?? '').length)];
}

/** A formula as text that JavaScript computes; a name that is left in it stops that. @param {Shown} shown @returns {string} */
export function program(shown) {
  const [a, b] = shown.children.map((child) => (typeof child === 'string' ? child : program(child)));
  switch (shown.tag) {
    case 'mn': return `(${number(text(shown))[0]})`;
    case 'msup': return `((${a}) ** (${b}))`;
    case 'mfrac': return `((${a}) / (${b}))`;
    case 'msqrt': return `Math.sqrt(${shown.children.map((child) => program(/** @type {Shown} */ (child))).join(' ')})`;
    case 'mo': return sign(text(shown));
    case 'mtext': return 'true';
    case 'mrow': return joined(/** @type {Shown[]} */ (shown.children));
    case 'mtable': return `(${shown.children.map((line) => program(/** @type {Shown} */ (line))).join(' : ')} : NaN)`;
    case 'mtr': return `(${b}) ? (${a})`;
    case 'mtd': return joined(/** @type {Shown[]} */ (shown.children));
    default: throw new Error(`no number: ${shown.tag} ${text(shown)}`);
  }
}

/** @param {string} written */
function sign(written) {
  const signs = /** @type {Record<string, string>} */ ({ '−': '-', '=': '===', '·': '*', '≥': '>=', '≤': '<=', '≠': '!==', max: 'Math.max', min: 'Math.min', sign: 'Math.sign', clip: 'clip', '{': '', '|': '|' });
  return signs[written] ?? written;
}

/** Neighbours, with `|x|` for a call, and factors without a sign between them. @param {Shown[]} children */
function joined(children) {
  const words = children.map(program).filter(Boolean);
  let open = false;
  const called = words.map((word) => (word === '|' ? ((open = !open) ? 'Math.abs(' : ')') : word));
  const value = (/** @type {string | undefined} */ word) => /^\(?.*[\w)]$/.test(word ?? '') && !/^(Math\.\w+|clip)$/.test(word ?? '');
  return called.map((word, k) => (value(called[k - 1]) && /^[\w(]/.test(word) && called[k - 1] !== '(' ? `* ${word}` : word)).join(' ');
}

/** @param {string} code @returns {number} */
export const compute = (code) => new Function('clip', `return ${code}`)((/** @type {number[]} */ ...[x, low, high]) => Math.min(Math.max(x, low), high));
