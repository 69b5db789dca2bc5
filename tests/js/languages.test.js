// Languages beside English: each says all that English says, with the same values in it, and what the numbers' side says.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { TONGUES } from '../../www/words/tongues.js';
import { phrase, say, speak, speech, translated, words, wrong } from '../../www/words.js';

const WORDS = new URL('../../www/words/', import.meta.url);

/** @param {string} file @returns {Promise<Record<string, string>>} */
const table = async (file) => JSON.parse(await readFile(new URL(file, WORDS), 'utf8'));

/** @param {string} text */
const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

test('the words of every language are those of English, with the same placeholders', async () => {
  const files = await readdir(WORDS);
  const bundles = files.filter((file) => /(^|\.)en\.json$/.test(file));
  assert.ok(bundles.length >= 3);
  for (const lang of Object.keys(TONGUES)) {
    assert.ok(files.includes(`${lang}.js`));
    for (const file of bundles) {
      const [english, other] = await Promise.all([table(file), table(file.replace(/en\.json$/, `${lang}.json`))]);
      assert.deepEqual(Object.keys(other), Object.keys(english), `the keys of ${file} in ${lang}, in their order`);
      const wrong = Object.keys(english).filter((key) => typeof other[key] !== 'string' || (other[key].trim() === '') !== (english[key].trim() === '') || holes(other[key]) !== holes(english[key]));
      assert.deepEqual(wrong, [], `${file} in ${lang}`);
    }
    const phrases = Object.entries(await table(`phrases.${lang}.json`));
    assert.deepEqual(phrases.filter(([english, other]) => !other.trim() || holes(english) !== holes(other)), []);
  }
});

test('a language that a page brings goes before its own, is settled once, and has phrases with holes', async () => {
  assert.equal(phrase('Saddle'), 'Saddle');
  assert.throws(() => words('xx', { plai: 'x' }), /words\.plai: unknown/);
  words('xx', { play: 'Jouer' }, {
    phrases: { 'Saddle': 'Selle', 'commas': 'virgules', 'Stalled at step {step} on a saddle (loss {loss}).': 'Arrêt {step} ({loss}).', '{one} here, {other} elsewhere': '{other} là, {one} ici', 'allowed is {range}': 'permis : {range}' },
  });
  await speak('xx-CH');
  await speak('de');
  assert.deepEqual(speech(), { lang: 'xx-CH', dir: 'ltr' });
  assert.deepEqual([say('play'), say('pause'), say('step-of', { step: 1, steps: 2 })], ['Jouer', 'Pause', 'Step 1 of 2']);
  assert.equal(phrase('Stalled at step 3 on a saddle (loss 0.5).'), 'Arrêt 3 (0.5).');
  assert.equal(phrase('Stalled at step 3 on a saddle (loss 0.5). So.'), 'Stalled at step 3 on a saddle (loss 0.5). So.');
  assert.equal(phrase('tabs here, commas elsewhere'), 'virgules là, tabs ici');
  assert.equal(phrase('toString'), 'toString');
  const facts = { surface: { title: 'Saddle', formula: 'Saddle' }, runs: [{ name: 'Saddle', knobs: [{ about: 'commas', min: 0 }] }], none: null };
  assert.deepEqual(translated(facts), { surface: { title: 'Selle', formula: 'Saddle' }, runs: [{ name: 'Saddle', knobs: [{ about: 'virgules', min: 0 }] }], none: null });
  assert.equal(wrong(new Error('a.b: -1; allowed is 2\nc: commas; so')), 'a.b: -1; permis : 2\nc: virgules; so');
});
