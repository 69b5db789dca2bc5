// What is known of a cell, or of all, in words.
import { short } from '../../numbers.js';
import { say } from '../words.js';
import { CYCLING, DIVERGED, ELSEWHERE, NEVER, UNKNOWN } from './field.js';

/** The name of a minimum: A, B, … @param {number} target */
export function letter(target) {
  const round = Math.floor(target / 26);
  return String.fromCharCode(65 + (target % 26)) + (round ? String(round + 1) : '');
}

/** @param {readonly number[]} at */
export const place = (at) => `(${at.map((x) => short(x)).join(', ')})`;

/** How a cell ended. @param {import('./field.js').Field} field @param {number} cell */
function ending({ fates, steps, losses }, cell) {
  const step = steps[cell];
  switch (fates[cell]) {
    case UNKNOWN: return say('sweep-cell-unknown');
    case ELSEWHERE: return say('sweep-cell-elsewhere', { loss: short(losses[cell]) });
    case CYCLING: return say('sweep-cell-cycling', { loss: short(losses[cell]) });
    case DIVERGED: return say('sweep-cell-diverged', { step });
    default: return say('sweep-cell-arrived', { target: letter(fates[cell]), step });
  }
}

/** A cell and how it ended. @param {import('./field.js').Field} field @param {number} cell */
export function told(field, cell) {
  const [first, second] = field.at(cell);
  const end = ending(field, cell);
  if (field.facts.window) return say('sweep-cell-start', { w: short(first), b: short(second), end });
  if (second === null) return say('sweep-cell-rate', { rate: short(first), end });
  return say('sweep-cell-phase', { rate: short(first), momentum: short(second), end });
}

/** What a share of the cells did, a sentence. @param {import('./field.js').Field} field @param {import('./field.js').Share} share */
export function shared({ facts, done }, { fate, count, median }) {
  const percent = short((100 * count) / Math.max(1, done), 2);
  if (fate === ELSEWHERE) return say('sweep-share-elsewhere', { percent });
  if (fate === CYCLING) return say('sweep-share-cycling', { percent });
  if (fate === DIVERGED) return say('sweep-share-diverged', { percent });
  const { at } = facts.targets[fate];
  return say(count ? 'sweep-share-arrived' : 'sweep-share-none', { percent, target: letter(fate), at: place(at), median: median ?? 0 });
}

/** The best cell, and what theory says of rates. @param {import('./field.js').Field} field @returns {string[]} */
export function findings(field) {
  const { best, facts } = field;
  const lines = [];
  if (!facts.window) {
    const [rate, momentum] = best === null ? [] : field.at(best);
    const values = { rate: short(rate), momentum: short(momentum), loss: short(best === null ? null : field.losses[best]) };
    lines.push(best === null ? say('sweep-best-none') : say(momentum === null ? 'sweep-best-rate' : 'sweep-best-phase', values));
    const bound = facts.bounds.length === 1 && facts.bounds[0];
    if (bound) lines.push(say('sweep-bound', { formula: bound.formula, rate: short(bound.rate), curvature: short(bound.curvature), at: place(bound.at) }));
  }
  return lines;
}

/** Below which loss, and from when on. @param {import('./field.js').Field} field @param {number} cell */
export function under({ unders }, cell) {
  return unders[cell] === NEVER ? '–' : String(unders[cell]);
}
