// A panic is survivable: a card at once, a fresh instance, the same state, other figures alive, memory flat.
import { open as panicking } from '../e2e/support/panic.js';
import { twoPoints } from '../e2e/support/page.js';
import { mega, scales } from './support/memory.js';
import { must, quiet } from './support/soak.js';

export const [about, long, short] = ['a hundred forced panics', 100, 6];

const [CARD, FRESH, FLAT] = [100, 500, 1.05];
/** What code compiled meanwhile may take, whatever the number of panics. */
const ROOM = 5e5;
const RECIPE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] } });

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open }, size) {
  const { page, complaints } = await open();
  await page.addInitScript(() => {
    // An instance lives as long as its memory.
    const [Real, refs] = [WebAssembly.Instance, /** @type {WeakRef<object>[]} */ ([])];
    WebAssembly.Instance = class extends Real {
      /** @param {ConstructorParameters<typeof Real>} given */
      constructor(...given) {
        super(...given);
        refs.push(new WeakRef(/** @type {object} */ (this.exports.memory)));
      }
    };
    Object.assign(window, { instances: () => refs.filter((ref) => ref.deref()).length });
  });
  await panicking(page);
  await page.evaluate(async (recipe) => {
    for (let i = 0; i < 2; i += 1) {
      const element = /** @type {any} */ (document.createElement('ponder-figure'));
      element.recipe = recipe;
      document.body.append(element);
      await element.ready;
    }
  }, RECIPE);
  const { weigh } = await scales(page);
  const first = Math.ceil(size / 10);
  const times = await panics(page, first);
  const before = await weigh();
  times.push(...await panics(page, size - first));
  const after = await weigh();
  const instances = await page.evaluate(() => /** @type {any} */ (window).instances());
  quiet(complaints);
  // Of a machine that others use the median says how long it takes, the longest how long they took.
  const [[card, latest], [fresh, longest]] = [0, 1].map((which) => {
    const sorted = times.map((pair) => pair[which]).sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length / 2)], sorted[sorted.length - 1]];
  });
  must(card < CARD, `a card came after ${card.toFixed(0)} ms`);
  must(fresh < FRESH, `a figure was whole again after ${fresh.toFixed(0)} ms`);
  must(instances <= 2, `${instances} instances are alive`);
  must(after.heap <= FLAT * before.heap + ROOM, `the heap: ${mega(before.heap)} after ${first} panics, ${mega(after.heap)} after ${size}`);
  return `${size} panics: card after ${card.toFixed(0)} ms (at most ${latest.toFixed(0)}), whole again after ${fresh.toFixed(0)} ms (at most ${longest.toFixed(0)}), same state, the other figure alive; `
    + `heap ${mega(before.heap)} and ${mega(after.heap)}, ${instances} instances alive`;
}

/** @param {import('playwright-core').Page} page @param {number} count @returns {Promise<number[][]>} ms until the card, and from the button to a whole figure */
const panics = (page, count) => page.evaluate(async (count) => {
  const { light } = /** @type {any} */ (globalThis).ponder;
  const [figure, other] = /** @type {any[]} */ ([...document.querySelectorAll('ponder-figure')]);
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const to = (figure.step + 7) % 60;
    const said = JSON.stringify(figure.recipe);
    const card = new Promise((done) => figure.addEventListener('error', () => done(performance.now()), { once: true }));
    const drawn = new Promise((done) => requestAnimationFrame(() => done(performance.now())));
    // Twice: the first is only made again.
    light('boom', 2);
    figure.seek(to);
    const began = await drawn;
    times.push([Number(await card) - Number(began)]);
    const button = figure.shadowRoot.querySelector('[role=alert] button');
    if (!button) throw new Error('there is no card');
    const pressed = performance.now();
    button.click();
    await figure.ready;
    times.at(-1)?.push(performance.now() - pressed);
    if (figure.step !== to || JSON.stringify(figure.recipe) !== said) throw new Error('it is another figure than before');
    other.seek(60 - to);
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    if (other.step !== 60 - to || !other.shadowRoot.querySelector('.view')) throw new Error('the other figure has noticed');
  }
  return times;
}, count);
