// The element as a page's script meets it: recipes that arrive late, are wrong, are repaired or are replaced.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { blank, inPage, mount, site, twoPoints } from './support/browser.js';

const RECIPE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } });

inPage('what is no recipe at all rejects too', {}, async (page) => {
  await blank(page);
  const messages = await page.evaluate(async () => {
    await import(new URL('ponder.js', location.href).href);
    const said = [];
    for (const given of ['', 0, false, 'no', []]) {
      const element = /** @type {any} */ (document.createElement('ponder-figure'));
      element.recipe = given;
      document.body.append(element);
      said.push(await element.ready.then(() => 'fine', (/** @type {Error} */ error) => error.message));
    }
    return said;
  });
  for (const message of messages) assert.match(message, /^recipe: /);
});

inPage('a recipe is copied when it is given', {}, async (page) => {
  await blank(page);
  const steps = await page.evaluate(async (recipe) => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.recipe = recipe;
    recipe.steps = 5;
    document.body.append(element);
    return (await element.ready).steps;
  }, { ...RECIPE });
  assert.equal(steps, 60);
});

inPage('a wrong attribute is repaired without losing the run, and the event is told once', {}, async (page) => {
  const figure = await mount(page, RECIPE);
  const [broken, step, events] = await figure.evaluate(async (element) => {
    const it = /** @type {any} */ (element);
    let events = 0;
    it.addEventListener('ready', () => { events += 1; });
    it.seek(9);
    it.setAttribute('views', 'nope');
    await new Promise((done) => { setTimeout(done, 100); });
    const broken = it.shadowRoot.querySelector('.notice') !== null;
    it.setAttribute('views', 'curves');
    return [broken, (await it.ready).step, events];
  });
  assert.deepEqual([broken, step, events], [true, 9, 0]);
});

inPage('a replaced child is another recipe', {}, async (page) => {
  // A script cannot make script elements under the site's own policy.
  await blank(page, { strict: false });
  const steps = await page.evaluate(async (recipe) => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    const child = (/** @type {object} */ figure) => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.append(JSON.stringify(figure));
      return script;
    };
    element.append(child(recipe));
    document.body.append(element);
    const first = (await element.ready).steps;
    element.replaceChildren(child({ ...recipe, steps: 8 }));
    await new Promise((done) => { setTimeout(done, 50); });
    return [first, (await element.ready).steps];
  }, RECIPE);
  assert.deepEqual(steps, [60, 8]);
});

inPage('a child that arrives in two pieces is read when it is whole', {}, async (page) => {
  const text = JSON.stringify(RECIPE);
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.write(`<!doctype html><title>slow</title><script src="${site}ponder.classic.js"></script>
      <ponder-figure><script type="application/json">${text.slice(0, 40)}`);
    setTimeout(() => response.end(`${text.slice(40)}</script></ponder-figure>`), 700);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await page.goto(`http://127.0.0.1:${port}/`);
  const steps = await page.locator('ponder-figure').evaluate(async (element) => (await /** @type {any} */ (element).ready).steps);
  server.close();
  assert.equal(steps, 60);
});

inPage('who hears of a question may skip it and play on', {}, async (page) => {
  const ponders = [{ at: 10, kind: 'type', ask: 'What will the loss be?' }];
  const figure = await mount(page, { ...RECIPE, ponders });
  const order = await figure.evaluate((element) => new Promise((done) => {
    const it = /** @type {any} */ (element);
    /** @type {string[]} */
    const seen = [];
    for (const type of ['step', 'pause', 'ponder']) {
      it.addEventListener(type, (/** @type {CustomEvent} */ event) => {
        if (type !== 'step' || event.detail.step === 10) seen.push(type);
        if (type === 'ponder') {
          it.skip();
          it.play();
        }
        if (event.detail.step === 12) done(seen.slice(0, 3));
      });
    }
    it.play();
  }));
  assert.deepEqual(order, ['step', 'pause', 'ponder']);
});

inPage('a row that the figure gave can be a start', {}, async (page) => {
  const figure = await mount(page, RECIPE);
  const start = await figure.evaluate(async (element) => {
    const it = /** @type {any} */ (element);
    it.recipe = { ...it.recipe, runs: [{ ...it.recipe.runs[0], start: it.points(0).subarray(30, 32) }] };
    return (await it.ready).recipe.runs[0].start;
  });
  assert.ok(Array.isArray(start) && start.length === 2);
});
