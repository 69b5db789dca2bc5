// Numbers for people: three significant digits, a real minus sign. `exact` keeps every digit.

const POWERS = new Map([...'0123456789-'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[i]]));

/** @param {string} text */
const minus = (text) => text.replace('-', '−');

/** @param {string} digits as JavaScript writes them: 1.2e-5 */
function scientific(digits) {
  const [mantissa, exponent] = digits.split('e');
  return `${minus(mantissa)} × 10${[...String(Number(exponent))].map((c) => POWERS.get(c)).join('')}`;
}

/**
 * `0.0310`: digits stay in place while it changes.
 * @param {number | null | undefined} x
 * @returns {string}
 */
export function steady(x) {
  if (x === null || x === undefined || !Number.isFinite(x)) return '–';
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (size < 1e-3 || size >= 1e5) return scientific(x.toExponential(2));
  return minus(size >= 100 ? String(Math.round(x)) : x.toPrecision(3));
}

/**
 * `0.031`: for a number that stands still.
 * @param {number | null | undefined} x
 * @param {number} [digits] significant ones
 * @returns {string}
 */
export function short(x, digits = 3) {
  if (x === null || x === undefined || !Number.isFinite(x)) return '–';
  const size = Math.abs(x);
  if (x !== 0 && (size < 1e-4 || size >= 1e5)) return scientific(String(Number(x.toPrecision(digits)).toExponential()));
  return minus(String(Number(x.toPrecision(size >= 1000 ? Math.max(6, digits) : digits))));
}

/**
 * `0.031`: as the sentences about a run's outcome write it.
 * @param {number | null | undefined} x
 * @returns {string}
 */
export function human(x) {
  if (x === null || x === undefined || !Number.isFinite(x)) return '–';
  const rounded = Number(x.toPrecision(3));
  const size = Math.abs(rounded);
  return rounded !== 0 && (size < 1e-4 || size >= 1e6) ? scientific(rounded.toExponential()) : minus(String(rounded));
}

/** A coordinate with as many decimals as a pixel of its window is worth: they stay while it changes. @param {number} x @param {Point} window */
export function placed(x, [from, to]) {
  const decimals = 3 - Math.floor(Math.log10(to - from));
  return Number.isFinite(x) && decimals <= 12 ? minus(x.toFixed(Math.max(decimals, 0))) : steady(x);
}

/** Every digit, as CSV has it: reads back as the same bits. @param {number} x */
export const exact = (x) => (Object.is(x, -0) ? '-0' : String(x).replace('e+', 'e'));

/** Every digit, to be read. @param {number} x */
export const full = (x) => (Number.isFinite(x) ? minus(String(x)) : '–');

/** @param {readonly number[]} point @param {string[]} names `w 1.20, b −0.400` */
export const place = (point, names) => names.map((name, i) => `${name} ${steady(point[i])}`).join(', ');
