// The exports: the same bits as the command line, as a module and as a classic script from a file.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { blank, inPage, site, twoPoints } from './support/browser.js';
import { native } from './support/command.js';

const RACE = { ...twoPoints([{ method: 'gradient-descent' }, { method: 'momentum' }, { method: 'nesterov' }]), steps: 1000 };

/** The same recipe through the native command. @param {object} recipe */
const rows = (recipe) => native(recipe, 'trajectory').trim().split('\n').slice(1).flatMap((line) => line.split(',').slice(2).map(Number));

inPage('a trajectory in the browser is the native one, bit for bit', {}, async (page) => {
  const diverging = { surface: { function: 'rosenbrock' }, runs: [{ method: 'momentum', learning_rate: 0.01 }], steps: 200 };
  const long = { surface: { function: 'ravine', rotation: 30 }, runs: [{ method: 'nesterov', learning_rate: 0.05 }], steps: 500 };
  await blank(page);
  for (const recipe of [RACE, diverging, long]) {
    const there = await page.evaluate(async (recipe) => {
      const { ready, trajectory } = await import(new URL('ponder.js', location.href).href);
      await ready;
      const rows = trajectory(recipe);
      if (!(rows instanceof Float64Array)) throw new Error('no Float64Array');
      return [...rows].map(String);
    }, recipe);
    const here = rows(recipe);
    assert.equal(there.length, here.length);
    assert.ok(there.every((n, i) => Object.is(Number(n), here[i])));
  }
});

inPage('step, Run and version', {}, async (page) => {
  await blank(page);
  const seen = await page.evaluate(async (recipe) => {
    const { ready, step, Run, version } = await import(new URL('ponder.js', location.href).href);
    await ready;
    const run = new Run(recipe, 1);
    const walked = [run.next(), run.next(), run.next()];
    run.free();
    let error = '';
    try {
      step(recipe, 0, 1001);
    } catch (thrown) {
      error = /** @type {Error} */ (thrown).message;
    }
    return { same: JSON.stringify(walked[2]) === JSON.stringify(step(recipe, 1, 2)), keys: Object.keys(walked[0]), error, version: version() };
  }, RACE);
  assert.ok(seen.same);
  assert.deepEqual(seen.keys.slice(0, 12),
    ['t', 'at', 'loss', 'epoch', 'batch', 'rate', 'momentum', 'looked_at', 'gradient', 'memory', 'scale', 'move']);
  assert.match(seen.error, /^t: 1001; allowed is a whole number from 0 to 1000/);
  assert.match(seen.version, /^\d+\.\d+\.\d+$/);
});

inPage('before it is loaded, a call says that it is not', {}, async (page) => {
  await blank(page);
  const message = await page.evaluate(async (recipe) => {
    const { ready, trajectory } = await import(new URL('ponder.js', location.href).href);
    try {
      trajectory(recipe);
      return '';
    } catch (error) {
      await ready;
      return /** @type {Error} */ (error).message;
    }
  }, RACE);
  assert.match(message, /ready/);
});

inPage('the classic script works from a file', {}, async (page) => {
  const folder = mkdtempSync(join(tmpdir(), 'ponder-file-'));
  const script = await (await fetch(`${site}ponder.classic.js`)).text();
  writeFileSync(join(folder, 'ponder.classic.js'), script);
  const figure = JSON.stringify({ ...RACE, steps: 30 });
  writeFileSync(join(folder, 'page.html'),
    `<!doctype html><meta charset="utf-8"><title>file</title><script src="ponder.classic.js"></script>
     <ponder-figure><script type="application/json">${figure}</script></ponder-figure>`);
  await page.goto(pathToFileURL(join(folder, 'page.html')).href);
  const steps = await page.locator('ponder-figure').evaluate(async (element) => (await /** @type {any} */ (element).ready).steps);
  assert.equal(steps, 30);
  assert.equal(await page.evaluate(() => typeof /** @type {any} */ (globalThis).ponder.trajectory), 'function');
});
