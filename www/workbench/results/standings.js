// A race's results as rows and columns, sorted by a rule that can be said, and as text. Knows nothing of the page.

/**
 * @typedef {object} Line one run
 * @property {string} name
 * @property {number} loss at the step that is shown
 * @property {RunResult} result
 */

/**
 * @typedef {object} Column
 * @property {string} id
 * @property {(line: Line) => number | string | null} value null: there is none, or it may not be told yet
 * @property {boolean} [late] whether it is about the end of the run
 */

/** How runs end, the best first. */
const OUTCOMES = ['converged', 'running', 'stalled', 'cycling', 'diverged'];

/** @type {Column[]} */
const ALL = [
  { id: 'run', value: ({ name }) => name },
  { id: 'loss', value: ({ loss }) => (Number.isFinite(loss) ? loss : null) },
  { id: 'last', value: ({ result }) => result.last, late: true },
  { id: 'reached', value: ({ result }) => result.reached },
  { id: 'u-turns', value: ({ result }) => result.u_turns },
  { id: 'uphill', value: ({ result }) => result.uphill },
  { id: 'gradients', value: ({ result }) => result.evaluations.gradients },
  { id: 'values', value: ({ result }) => result.evaluations.values },
  { id: 'curvatures', value: ({ result }) => result.evaluations.curvatures },
  { id: 'points', value: ({ result }) => result.evaluations.points },
  { id: 'outcome', value: ({ result }) => result.outcome?.kind ?? null, late: true },
];

/** Looks that only some rules and surfaces pay for. */
const RARE = ['values', 'curvatures', 'points'];

/** The columns that say something of these runs. @param {Line[]} lines */
export const columns = (lines) => ALL.filter(({ id, value }) => !RARE.includes(id) || lines.some((line) => value(line) !== 0));

/** @param {string} id @param {Line} line */
const key = (id, line) => {
  const value = ALL.find((column) => column.id === id)?.value(line) ?? null;
  return id === 'outcome' && value !== null ? OUTCOMES.indexOf(String(value)) : value;
};

/** What has no value stands last, whichever way round. @param {number | string | null} a @param {number | string | null} b @param {number} way */
function compared(a, b, way) {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * way;
}

/** What decides where a column leaves two runs level. */
export const NEXT = 'last';

/**
 * Sorted by a column, then by the last loss, then as the recipe has them.
 * @param {Line[]} lines @param {string} by @param {boolean} [down]
 */
export function sorted(lines, by, down = false) {
  const way = down ? -1 : 1;
  return lines.toSorted((a, b) => compared(key(by, a), key(by, b), way) || compared(key(NEXT, a), key(NEXT, b), 1));
}

/** @param {string} text @param {string} separator */
const safe = (text, separator) => (text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Heads and cells as text, numbers in full. @param {string[]} heads @param {(number | string | null)[][]} cells @param {',' | '\t'} separator */
export function text(heads, cells, separator) {
  const line = (/** @type {(number | string | null)[]} */ row) => row.map((cell) => safe(cell === null ? '' : String(cell), separator)).join(separator);
  return `${[heads, ...cells].map(line).join('\n')}\n`;
}
