// Words, numbers and formulas as readers see them.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import english from '../../www/words/en.json' with { type: 'json' };
import exhibits from '../../www/words/exhibits.en.json' with { type: 'json' };
import { scaleOf } from '../../www/knobs.js';
import { full, short, steady } from '../../www/numbers.js';
import { decimals, shared } from '../../www/digits.js';
import { substitute } from '../../www/substitute.js';
import { parse, spell } from '../../www/tex.js';
import { list, say, sayOr } from '../../www/words.js';

const WWW = new URL('../../www/', import.meta.url);

test('placeholders are filled; what nobody gives stays', () => {
  assert.equal(say('step-of', { step: 3, steps: 10 }), 'Step 3 of 10');
  assert.equal(say('step-of', { step: '<b>' }), 'Step <b> of {steps}');
});

test('a kind without a word falls back to its sentence', () => {
  assert.equal(sayOr('outcome-new', 'It went.'), 'It went.');
  assert.equal(sayOr('toString', 'own words only'), 'own words only');
});

test('lists', () => {
  assert.equal(list(['a', 'b', 'c']), 'a, b and c');
  assert.equal(list(['a', 'b'], 'or'), 'a or b');
  assert.equal(list(['a']), 'a');
});

test('every word is said somewhere', async () => {
  const files = (await readdir(WWW, { recursive: true })).filter((file) => file.endsWith('.js'));
  const sources = (await Promise.all(files.map((file) => readFile(new URL(file, WWW), 'utf8')))).join('\n');
  const keys = [...Object.keys(english), ...Object.keys(exhibits)];
  const unsaid = keys.filter((key) => !/^(keys?|knob|outcome|line|curve|word|part|name|told|aim|way|convention|rule|gap|fix|unit)-/.test(key) && !sources.includes(`'${key}'`));
  assert.deepEqual(unsaid, []);
});

test('numbers for people', () => {
  assert.deepEqual([0.5, 0, 1234.5, -0.0312, 1e-7, 123456, NaN].map((x) => short(x)), ['0.5', '0', '1234.5', '−0.0312', '1 × 10⁻⁷', '1.23 × 10⁵', '–']);
  assert.deepEqual([0.5, 12, 1234.5, -2.5e-9, null].map(steady), ['0.500', '12.0', '1235', '−2.50 × 10⁻⁹', '–']);
  assert.equal(full(-0.1), '−0.1');
});

test('a log slider: notches are round numbers, and the recipe’s own value is in the middle', () => {
  const info = /** @type {KnobInfo} */ ({ min: 1e-3, max: 100, scale: 'log' });
  const scale = scaleOf(info, 0.05);
  assert.deepEqual([0, 120, 240].map(scale.value), [0.0005, 0.05, 5]);
  assert.equal(scale.notch(0.05), 120);
  // A number of one digit is nearest to one notch, and that is it.
  const all = Array.from({ length: 241 }, (_, notch) => scale.value(notch));
  for (const plain of [0.0006, 0.009, 0.01, 0.02, 0.03, 0.3, 0.7, 1, 2]) assert.equal(all.filter((value) => value === plain).length, 1, `${plain}`);
  assert.deepEqual(all, all.toSorted((a, b) => a - b));
  assert.equal(new Set(all).size, 241);
});

test('a linear slider: the knob’s range, widened by a value beyond it', () => {
  const info = /** @type {KnobInfo} */ ({ min: 0, max: 0.999, scale: 'linear' });
  assert.equal(scaleOf(info, 0.9).value(240), 0.999);
  assert.equal(scaleOf(info, -1).value(0), -1);
});

test('two spellings of one symbol', () => {
  assert.equal(spell(parse('\\gamma\\, v_{t-1}')), spell(parse('\\gamma v_{t - 1}')));
  assert.equal(spell(parse('\\nabla \\tilde{w}')), '∇tilde(w)');
});

/** @param {import('../../www/tex.js').Tex} tree */
const items = (tree) => (tree.kind === 'row' ? tree.items : [tree]);

test('a formula takes the numbers that its update noted, in order', () => {
  const noted = [['looked_at', 'w', 1], ['gradient', '\\nabla w', 4], ['term', 'v', 2], ['memory', 'v', 2.2], ['arrived', 'w', -1.2]]
    .map(([part, symbol, x]) => ({ part: String(part), symbol: String(symbol), value: [Number(x), Number(x)] }));
  const lines = substitute(['v \\leftarrow \\gamma v + \\eta \\nabla w', 'w \\leftarrow w - v'], { 'γ': 0.9, 'η': 0.1 }, noted);
  const numbers = lines.map(({ left, right, known }) => [left, ...items(right)].map((tree) => known.get(tree)?.values[0] ?? null));
  assert.deepEqual(numbers, [[2.2, 0.9, 2, null, 0.1, 4], [-1.2, 1, null, 2.2]]);
  assert.ok(lines.every(({ whole }) => whole));
});

test('numbers stand inside fractions, roots and powers, and symbols that belong together are one', () => {
  const noted = [['term', 'v', 2], ['term', 't', 3], ['term', 'H^{-1} \\nabla w', 5], ['arrived', 'w', 1]]
    .map(([part, symbol, x]) => ({ part: String(part), symbol: String(symbol), value: [Number(x)] }));
  const [line] = substitute(['w \\leftarrow \\frac{v}{1 - \\beta_1^t} - H^{-1} \\nabla w'], { 'β_1': 0.9 }, noted);
  assert.ok(line.whole);
  assert.deepEqual([...line.known.values()].map(({ values }) => values[0]), [2, 0.9, 3, 5, 1]);
  assert.ok(!substitute(['w \\leftarrow \\sqrt{u}'], {}, noted)[0].whole, 'u is unknown');
});

test('all numbers of a line share their decimals', () => {
  assert.equal(decimals([-2, 0.00549]), 5);
  assert.equal(decimals([120, 3]), 2);
  assert.equal(decimals([0, NaN, 1e-9]), 2);
  assert.deepEqual([-2, 0, 1.1e-6].map((x) => shared(x, 3)), ['−2.000', '0.000', '1.1 × 10⁻⁶']);
});
