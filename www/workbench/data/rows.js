// The table's rows: what is written in each cell, what it says as numbers, and what is wrong with it. A row with a bad
// cell keeps its text, and the figure keeps the row's last good numbers. Knows nothing of the page.

/** @typedef {{ text: string[], good: number[] | null, held: boolean, wrong: Map<number, SheetProblem> }} Row held: for validation; wrong: by column */
/** @typedef {(text: string, columns: number) => Sheet} Read */

/** @param {number} columns the inputs and the answer @returns {string[]} */
export const names = (columns) => [...(columns === 2 ? ['x'] : Array.from({ length: columns - 1 }, (_, i) => `x${i + 1}`)), 'y'];

/** How many columns a model's data have. @param {unknown} model */
export const width = (model) => (model === 'four-input-neuron' ? 5 : 2);

/** @param {number[]} numbers @param {boolean} [held] @returns {Row} */
export const row = (numbers, held = false) => ({ text: numbers.map(String), good: numbers, held, wrong: new Map() });

/** A row to be filled. @param {number} columns @returns {Row} */
export const empty = (columns) => ({ text: Array(columns).fill(''), good: null, held: false, wrong: new Map() });

/** @param {Row} row */
export const blank = ({ text }) => text.every((cell) => cell.trim() === '');

/** A row with another text in one cell. @param {Row} row @param {number} column @param {string} text @param {Read} read @returns {Row} */
export function written(row, column, text, read) {
  const bare = { ...row, text: row.text.map((old, i) => (i === column ? text : old)), wrong: new Map() };
  if (blank(bare)) return bare;
  const numbers = bare.text.map((cell) => number(cell, read));
  if (numbers.every((found) => typeof found === 'number')) return { ...bare, text: numbers.map(String), good: numbers };
  // What is still to be written in a row that was never whole is not wrong yet.
  const wrong = [...numbers.entries()].flatMap(([i, found]) => (typeof found === 'number' || (row.good === null && found.kind === 'empty') ? [] : [/** @type {const} */ ([i, found])]));
  return { ...bare, wrong: new Map(wrong) };
}

/** What is written in a cell, read below a zero, so that words are no header. @param {string} cell @param {Read} read @returns {number | SheetProblem} */
function number(cell, read) {
  if (cell.trim() === '') return { line: 1, cell: 1, kind: 'empty', given: '', allowed: '' };
  const told = read(`0\n${cell.replace(/[\t"]/g, ' ')}`, 1);
  return 'problems' in told ? told.problems[0] : told.rows[1][0];
}

/** @param {readonly Row[]} rows @param {boolean} held @returns {number[][]} */
export const good = (rows, held) => rows.flatMap((row) => (row.good && row.held === held ? [row.good] : []));

/**
 * The rows after the figure got other data: texts stay where the numbers do.
 * @param {readonly Row[]} rows @param {readonly (readonly number[])[]} data @param {readonly (readonly number[])[]} validation @returns {Row[]}
 */
export function followed(rows, data, validation) {
  const same = (/** @type {boolean} */ held, /** @type {number} */ count) => rows.filter((row) => row.good && row.held === held).length === count;
  const drafts = rows.filter((row) => !row.good);
  if (!same(false, data.length) || !same(true, validation.length)) {
    return [...data.map((numbers) => row([...numbers])), ...validation.map((numbers) => row([...numbers], true)), ...drafts];
  }
  const next = { false: data.values(), true: validation.values() };
  return rows.map((old) => {
    if (!old.good) return old;
    const numbers = /** @type {readonly number[]} */ (next[`${old.held}`].next().value);
    return String(numbers) === String(old.good) ? old : row([...numbers], old.held);
  });
}

/** Every k-th row is held out; none where k is 0. @param {readonly Row[]} rows @param {number} k @returns {Row[]} */
export const split = (rows, k) => rows.map((row, i) => ({ ...row, held: row.good !== null && k > 0 && (i + 1) % k === 0 }));

/** Rows in the place of those from `at` on. @param {readonly Row[]} rows @param {number} at @param {readonly Row[]} given @returns {Row[]} */
export const replaced = (rows, at, given) => [...rows.slice(0, at), ...given, ...rows.slice(at + given.length)];
