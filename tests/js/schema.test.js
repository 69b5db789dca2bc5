// The schema of the figure format, by a validator that knows nothing of us: it takes every figure of this repository, and it
// and `check` refuse the same keys and names.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { built } from './support/built.js';

const ROOT = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), 'utf8');
const files = (/** @type {string} */ folder, /** @type {RegExp} */ wanted) => (
  readdirSync(new URL(folder, ROOT), { recursive: true }).map(String).filter((name) => wanted.test(name)).map((name) => `${folder}${name}`)
);
const json = (/** @type {string} */ path) => JSON.parse(read(path));

const schema = json('dist/site/figure.schema.json');
const valid = new Ajv({ strict: true, allErrors: true, strictTuples: false }).compile(schema);

/** Every figure and recipe here that is right: of the course's pages, of pictures, goldens and links. @returns {[string, any][]} */
function figures() {
  const script = /<script type="application\/json">([\s\S]*?)<\/script>/g;
  const pages = files('dist/site/', /\.html$/).flatMap((path) => [...read(path).matchAll(script)].map(([, text]) => [path, JSON.parse(text)]));
  const pictures = files('tests/pictures/', /\.json$/).map((path) => [path, json(path).figure]);
  const goldens = files('tests/golden/', /_.*\.json$/).flatMap((path) => json(path).cases.map((/** @type {any} */ one) => [path, one.recipe]));
  const links = files('tests/links/', /\.txt$/).map((path) => [path, JSON.parse(read(path).split('\n')[1])]);
  const all = /** @type {[string, any][]} */ ([...pages, ...pictures, ...goldens, ...links]);
  return all.filter(([, figure]) => figure?.surface && figure.runs);
}

/** Every object inside, with its place. @param {any} tree @param {string} [path] @returns {[string, Record<string, any>][]} */
function objects(tree, path = '') {
  if (Array.isArray(tree)) return tree.flatMap((item, i) => objects(item, `${path}[${i}]`));
  if (typeof tree !== 'object' || tree === null) return [];
  const inside = Object.entries(tree).flatMap(([key, value]) => objects(value, path ? `${path}.${key}` : key));
  return [[path, tree], ...inside];
}

test('every figure of the repository is one by the schema', () => {
  const all = figures();
  assert.ok(all.length > 300, `${all.length} figures`);
  for (const [path, figure] of all) assert.ok(valid(figure), `${path}: ${JSON.stringify(figure)}: ${JSON.stringify(valid.errors?.slice(0, 5))}`);
});

test('schema and check refuse the same unknown keys', async () => {
  const { check } = await built();
  const keys = new Set(objects(schema).flatMap(([, { properties }]) => Object.keys(properties ?? {})));
  let refused = 0;
  let taken = 0;
  for (const [, figure] of figures().filter((_, i) => i % 6 === 0)) {
    for (const [place, object] of objects(figure)) {
      // All that is known anywhere, in every place where it is not there: what fits must fit both.
      for (const key of [...keys, 'momentun', 'Steps'].filter((key) => !(key in object))) {
        object[key] = key === 'name' || key === 'why' ? 'text' : 0.5;
        const unknown = check(figure).some((/** @type {{ kind: string, path: string }} */ fault) => fault.kind === 'unknown' && fault.path === (place ? `${place}.${key}` : key));
        if (unknown) assert.ok(!valid(figure), `the schema takes ${place}.${key} in ${JSON.stringify(figure)}`);
        else if (check(figure).length === 0) assert.ok(valid(figure), `the schema refuses ${place}.${key} in ${JSON.stringify(figure)}`);
        unknown ? (refused += 1) : (taken += 1);
        delete object[key];
      }
    }
  }
  assert.ok(refused > 10_000 && taken > 1000, `${refused} refused, ${taken} taken`);
});

test('schema and check know the same methods, conventions, surfaces and schedules', async () => {
  const { check } = await built();
  const words = [...new Set(objects(schema).flatMap(([, { const: word, enum: many }]) => many ?? word ?? []))].filter((word) => typeof word === 'string');
  assert.ok(words.length > 100, `${words.length} words`);
  const run = { method: 'adam', learning_rate: 0.1 };
  const recipe = (/** @type {object} */ more, surface = {}) => ({ surface: { function: 'saddle', ...surface }, runs: [{ ...run, ...more }], steps: 5 });
  let right = 0;
  for (const word of [...words, 'adm', 'torch', '']) {
    const tried = [recipe({ method: word }), recipe({ convention: word }), recipe({}, { function: word }),
      recipe({ schedule: { kind: word } }), recipe({ method: 'momentum', momentum_schedule: { kind: word } }),
      recipe({ noise: { deviation: 1 }, method: word, convention: 'optax' }), { ...recipe({}), surface: { model: word, data: 'two-points' } },
      { ...recipe({}), surface: { model: 'sigmoid-neuron', data: word } }, { ...recipe({}), view: { layers: [word], views: [word] } }];
    for (const figure of tried) {
      const fine = check(figure).length === 0;
      assert.equal(valid(figure), fine, JSON.stringify(figure));
      right += Number(fine);
    }
  }
  assert.ok(right > 60, `${right} right`);
});
