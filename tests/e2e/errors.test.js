// Bad input: a readable card in the element, an Error with a place in JavaScript, and nothing else breaks.
import assert from 'node:assert/strict';
import { blank, inPage, twoPoints } from './support/browser.js';

const GOOD = twoPoints([{ method: 'momentum' }]);

inPage('the element shows what is wrong and where', {}, async (page) => {
  await blank(page);
  const told = await page.evaluate(async (good) => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    const heard = new Promise((done) => element.addEventListener('error', (/** @type {CustomEvent} */ event) => done(event.detail)));
    element.setAttribute('recipe', JSON.stringify({ ...good, runs: [{ ...good.runs[0], momentun: 1 }] }));
    document.body.append(element);
    const thrown = await element.ready.then(() => null, (/** @type {Error} */ error) => error.message);
    const card = element.shadowRoot.querySelector('.notice').innerText;
    element.recipe = good;
    await element.ready;
    return { thrown, heard: await heard, card, alive: element.steps, gone: element.shadowRoot.querySelector('.notice') === null };
  }, GOOD);
  const words = 'runs[0].momentun: unknown; momentum knows';
  assert.ok(told.thrown?.startsWith(words), told.thrown ?? 'nothing was thrown');
  assert.ok(told.card.includes(words), told.card);
  assert.deepEqual([told.heard.path, told.heard.message.startsWith(words)], ['runs[0].momentun', true]);
  assert.deepEqual([told.alive, told.gone], [60, true]);
});

inPage('a recipe that is not even JSON', {}, async (page) => {
  await blank(page);
  const card = await page.evaluate(async () => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.setAttribute('recipe', '{ "surface": ');
    document.body.append(element);
    await element.ready.catch(() => {});
    return element.shadowRoot.querySelector('.notice').innerText;
  });
  assert.match(card, /JSON/);
});

inPage('JavaScript gets an Error that names the place', {}, async (page) => {
  await blank(page);
  const messages = await page.evaluate(async (good) => {
    const ponder = await import(new URL('ponder.js', location.href).href);
    await ponder.ready;
    const [run] = good.runs;
    /** @type {any} */
    let deep = [];
    for (let i = 0; i < 5000; i += 1) deep = [deep];
    const cyclic = { ...good };
    /** @type {any} */ (cyclic).surface = cyclic;
    const bad = {
      method: { ...good, runs: [{ ...run, method: 'momentun' }] },
      key: { ...good, stesp: 5 },
      nan: { ...good, runs: [{ ...run, start: [NaN, 0] }] },
      data: { ...good, surface: { model: 'sigmoid-neuron', data: [] } },
      zero: { ...good, steps: 0 },
      many: { ...good, steps: 1e9 },
      getter: { ...good, get surface() { throw new Error('not today'); } },
      function: { ...good, runs: () => 1 },
      deep, cyclic, nothing: undefined, text: 'momentum',
    };
    return Object.fromEntries(Object.entries(bad).map(([name, recipe]) => {
      try {
        ponder.trajectory(recipe);
        return [name, 'no error'];
      } catch (error) {
        return [name, error instanceof WebAssembly.RuntimeError ? 'a trap' : /** @type {Error} */ (error).message];
      }
    }));
  }, GOOD);
  const expected = {
    method: /^runs\[0\]\.method: "momentun"; allowed is gradient-descent/,
    key: /^stesp: unknown; a recipe knows version, surface/,
    nan: /^runs\[0\]\.start\[0\]: NaN; allowed is a finite number/,
    data: /^surface\.data: a list of 0; allowed is a list of 1 to 10000 points/,
    zero: /^steps: 0; allowed is a whole number from 1 to 1000000/,
    many: /^steps: 1000000000; allowed/,
    getter: /not today/,
    function: /plain data|could not be cloned|function/,
    deep: /nested deeper than|too deep/,
    cyclic: /deep|cyclic|circular|itself/,
    nothing: /recipe: /,
    text: /recipe: /,
  };
  for (const [name, words] of Object.entries(expected)) assert.match(messages[name], words, name);
});

inPage('check lists all that is wrong', {}, async (page) => {
  await blank(page);
  const [bad, good] = await page.evaluate(async (good) => {
    const { ready, check } = await import(new URL('ponder.js', location.href).href);
    await ready;
    return [check({ ...good, steps: 0, runs: [{ method: 'momentum' }] }), check(good)];
  }, GOOD);
  assert.deepEqual(bad.map((/** @type {any} */ fault) => fault.path), ['steps', 'runs[0].learning_rate']);
  assert.deepEqual(good, []);
});
