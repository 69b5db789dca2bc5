// What the reader has changed, in a sentence; nothing to say once all is as it came.
import { short } from './numbers.js';
import { list, say, sayOr } from './words.js';

/** @param {import('./stage.js').Stage} stage @returns {string} */
export function changed({ changes, facts }) {
  if (changes.length === 0) return '';
  const all = changes.map(({ id, value, run }) => {
    if (id === 'data') return say('change-data', { count: Number(value) });
    // One slider may turn a knob of several runs: then it is said once.
    const same = changes.filter((other) => other.id === id && String(other.value) === String(value)).length;
    const words = { knob: sayOr(`knob-${id}`, id), value: written(value) };
    return run === null || same === facts.runs.length ? say('change', words) : say('change-of', { ...words, run: facts.runs[run].name });
  });
  return say('changed', { changes: list([...new Set(all)]) });
}

/** @param {unknown} value */
const written = (value) => (Array.isArray(value) ? `(${value.map(short).join(', ')})` : short(Number(value)));
