// What a visit remembers of the questions, and nothing longer: in which order their variants come, and how far it has got.
import { shuffle } from '../shuffle.js';

const memory = new Map();

/** @param {string} key @returns {string | null} */
function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null; // A frame without an origin, or storage switched off.
  }
}

/** @param {string} key @param {string} value */
function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    memory.set(key, value);
  }
}

/** One number for the whole visit. */
function seed() {
  const known = Number(read('ponder-visit') ?? NaN);
  if (Number.isSafeInteger(known)) return known;
  const made = Date.now();
  write('ponder-visit', String(made));
  return made;
}

/**
 * The variant that is due. One order for the visit, gone round: never the same twice in a row.
 * @param {string} name @param {number} count
 */
export function due(name, count) {
  const turn = Number(read(`ponder-recall ${name}`)) || 0;
  return shuffle(count, `${seed()} ${name}`)[turn % count];
}

/** Another one from now on. @param {string} name */
export function turn(name) {
  write(`ponder-recall ${name}`, String((Number(read(`ponder-recall ${name}`)) || 0) + 1));
}
