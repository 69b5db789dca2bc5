// What a page begins with: less than all of Ponder, and the same bits.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import initAll, * as all from '#all';
import initLean, * as lean from '#glue';

/** @param {string} name */
const wasm = (name) => readFile(fileURLToPath(new URL(`./${name}_bg.wasm`, import.meta.resolve('#all'))));
await Promise.all([initAll({ module_or_path: await wasm('ponder_wasm') }), initLean({ module_or_path: await wasm('ponder_lean') })]);
const [whole, first] = /** @type {Glue[]} */ (/** @type {unknown[]} */ ([all, lean]));

/** The last of each table that it knows: the course's first lessons need no more. */
const LAST = { method: 'adam', surface: 'double-well' };

const GROUND = { model: 'sigmoid-neuron', data: 'two-points' };
/** @param {object} run @param {object} [surface] @param {object} [more] */
const figure = (run, surface = GROUND, more = {}) => ({ surface, runs: [{ learning_rate: 0.1, ...run }], steps: 40, ...more });
/** @param {Glue} glue @param {unknown} recipe */
const takes = (glue, recipe) => glue.check(recipe).length === 0;

test('it knows the first methods and surfaces, and refuses what comes after them', () => {
  const bare = (/** @type {string} */ method) => ({ surface: GROUND, runs: [{ method }, { method, learning_rate: 0.1 }].slice(method === 'newton' ? 0 : 1), steps: 4 });
  const { surfaces } = whole.tables();
  for (const [ids, last, recipe] of /** @type {[string[], string, (id: string) => object][]} */ ([
    [whole.methods().map(({ id }) => id), LAST.method, bare],
    [surfaces.map(({ id }) => id), LAST.surface, (id) => figure({ method: 'momentum' }, { function: id })],
  ])) {
    const end = ids.indexOf(last);
    assert.ok(end > 0);
    ids.forEach((id, i) => {
      if (i > end) assert.ok(!takes(first, recipe(id)), `${id} is known`);
      else assert.equal(takes(first, recipe(id)), takes(whole, recipe(id)), id);
    });
  }
  for (const surface of [{ expression: 'w^2 + b^2' }, { model: 'four-input-neuron', data: [[0.6, 0, 0.5, 0.8, 0.35]] }]) {
    assert.deepEqual([first, whole].map((glue) => takes(glue, figure({ method: 'adam' }, surface))), [false, true]);
  }
});

test('what it takes it runs to the same bits', () => {
  const recipes = [
    ...['gradient-descent', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'].map((method) => figure({ method })),
    figure({ method: 'momentum', batch: { size: 1, order: 'shuffled', seed: 3 }, noise: { deviation: 0.1, seed: 4 } }),
    figure({ method: 'adam', convention: 'pytorch', schedule: { kind: 'cosine', over: 20 } }, { model: 'linear-neuron', data: 'two-points' }),
    figure({ method: 'rmsprop', learning_rate: 0.01 }, { function: 'ravine' }),
  ];
  for (const recipe of recipes) {
    const [a, b] = [first, whole].map((glue) => Buffer.from(glue.trajectory(recipe).buffer));
    assert.ok(a.length > 900 && a.equals(b), JSON.stringify(recipe));
  }
});
