// The `ponder` command, which says natively what a page should say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { need } from './page.js';

/** What it prints. @param {object} recipe @param {string} name @param {...string} more */
export function native(recipe, name, ...more) {
  const { stdout, stderr, status, error } = spawnSync(need('PONDER_COMMAND'), [name, '-', ...more], { input: JSON.stringify(recipe), encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, error?.message ?? stderr);
  return stdout;
}
