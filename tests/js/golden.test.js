// Every stored trajectory through the wasm, by the rule of tests/golden/README.md; tests/golden.rs does so natively.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { built } from './support/built.js';

/** @typedef {{ case: string, recipe: unknown, safe_steps: number, tolerance: number, points: number[][] }} Case */

const GOLDEN = new URL('../golden/', import.meta.url);

/** Files are named by surface and source. @returns {Case[]} */
function cases() {
  const files = readdirSync(GOLDEN).filter((name) => /_.*\.json$/.test(name));
  return files.flatMap((name) => JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8')).cases);
}

/** The largest difference within the safe steps, in tolerances. @param {Case} golden @param {Float64Array} ours */
function worst({ points, safe_steps: safe, tolerance }, ours) {
  const gaps = points.slice(1, safe + 1).map(([w, b], i) => {
    const gap = Math.max(Math.abs(ours[3 * (i + 1)] - w), Math.abs(ours[3 * (i + 1) + 1] - b));
    return gap / (tolerance * Math.max(1, Math.abs(w), Math.abs(b)));
  });
  // NaN if any is.
  return Math.max(...gaps);
}

test('232 stored trajectories are what the built ponder.js makes of their recipes', async () => {
  const { trajectory } = await built();
  const all = cases();
  assert.equal(all.length, 232);
  const judged = all.map((golden) => ({ case: golden.case, worst: worst(golden, trajectory(golden.recipe)) }));
  assert.deepEqual(judged.filter((one) => !(one.worst <= 1)), []);
});
