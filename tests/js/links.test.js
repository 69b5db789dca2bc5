// encode and decode as the built ponder.js has them; the grammar is tested natively.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { built } from './support/built.js';

const LINKS = new URL('../links/', import.meta.url);
const LINK = 'v=1&surface=rosenbrock&run=adam;learning_rate=0.05;start=1,1.5&steps=200&views=contour,rule&at=37';

test('every kept link says its figure, its step and its notes', async () => {
  const { decode, encode } = await built();
  for (const name of readdirSync(LINKS)) {
    const [link, json, ...said] = readFileSync(new URL(name, LINKS), 'utf8').trimEnd().split('\n');
    const figure = decode(link);
    assert.deepEqual(JSON.parse(JSON.stringify(figure)), JSON.parse(json), name);
    const notes = figure.notes.map((/** @type {{ message: string }} */ note) => note.message);
    if (figure.at !== null) notes.push(`at: the reader is at step ${figure.at}`);
    assert.deepEqual(notes, said, name);
    assert.equal(encode(decode(encode(figure))), encode(figure), name);
  }
});

test('a link comes back with its step, which is no key of the figure', async () => {
  const { check, decode, encode, trajectory } = await built();
  const figure = decode(LINK);
  assert.equal(encode(figure), LINK);
  assert.deepEqual(Object.keys(figure).sort(), ['runs', 'steps', 'surface', 'view']);
  assert.deepEqual(check(figure), []);
  assert.equal(trajectory(figure).length, 201 * 3);
  assert.equal(encode(figure, 5), LINK.replace('at=37', 'at=5'));
  assert.equal(encode(figure, null), LINK.replace('&at=37', ''));
  assert.equal(encode({ ...figure }), LINK.replace('&at=37', ''));
});

test('what is wrong is an Error with its place', async () => {
  const { decode, encode } = await built();
  const figure = decode(LINK);
  for (const [call, path] of /** @type {[() => void, string][]} */ ([
    [() => decode('v=1&surface=valle&run=adam&steps=5'), 'surface.function'],
    [() => decode(''), 'v'],
    [() => decode(/** @type {any} */ (undefined)), 'v'],
    [() => encode({ ...figure, stesp: 1 }), 'stesp'],
    [() => encode(figure, 201), 'at'],
    [() => encode(figure, NaN), 'at'],
    [() => encode(null), ''],
  ])) {
    assert.throws(call, (error) => error instanceof Error && /** @type {any} */ (error).path === path, path);
  }
  assert.deepEqual(decode('v=1&surface=saddle&run=newton&steps=0').notes.map((/** @type {any} */ { path, taken }) => [path, taken]), [['steps', 1]]);
});
