// What the reader has changed, in a sentence; nothing to say once all is as it came.
import { short } from './numbers.js';
import { called, list, say, sayOr } from './words.js';

/** @param {import('./stage.js').Stage} stage @returns {string} */
export function changed({ changes, facts }) {
  return changes.length === 0 ? '' : say('changed', { changes: named(changes, facts) });
}

/** Changes as a list of words. @param {import('./stage.js').Stage['changes']} changes @param {Facts} facts as they are now */
export function named(changes, facts) {
  const all = changes.map(({ id, value, run }) => {
    if (id === 'data') return say('change-data', { count: Number(value) });
    if (id === 'changes') return turning(/** @type {import('./turns.js').Turn[] | null} */ (value));
    // One slider may turn a knob of several runs: then it is said once.
    const same = changes.filter((other) => other.id === id && String(other.value) === String(value)).length;
    const words = { knob: sayOr(`knob-${id}`, called(id)), value: written(value) };
    return run === null || same === facts.runs.length ? say('change', words) : say('change-of', { ...words, run: facts.runs[run].name });
  });
  return list([...new Set(all)]);
}

/** @param {unknown} value */
function written(value) {
  if (value === null) return say('dropped');
  if (typeof value === 'string') return sayOr(`convention-${value}`, value);
  return Array.isArray(value) ? `(${value.map((x) => short(x)).join(', ')})` : short(Number(value));
}

/** @param {import('./turns.js').Turn[] | null} turns */
const turning = (turns) => (turns ? list(turns.map(([step, rate]) => say('change-turn', { step, rate: short(rate) }))) : say('change-no-turn'));
