// No leak: figures that come and go leave nothing behind.
import { blank, twoPoints } from '../e2e/support/page.js';
import { countFrames } from './support/frames.js';
import { mega, scales } from './support/memory.js';
import { must, quiet } from './support/soak.js';

export const [about, long, short] = ['mounting and unmounting leaves nothing behind', 1000, 16];

/** What code that is not yet optimised, and pictures that all figures share, may need before the first weighing. */
const WARM = 50;
const ROOM = 2e6;

const FIGURES = [
  twoPoints([{ method: 'momentum' }, { method: 'adam', learning_rate: 0.3 }], { view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'] } }),
  { surface: { function: 'rosenbrock' }, runs: [{ method: 'adam', learning_rate: 0.1, start: [-1, 1] }], steps: 200, view: { views: ['contour'] } },
  twoPoints([{ method: 'momentum' }], { ponders: [{ at: 9, kind: 'click', ask: 'Where will it be?' }, { at: 20, kind: 'type', ask: 'The loss?' }] }),
];

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open }, size) {
  const { page, complaints } = await open();
  await page.addInitScript(countFrames);
  await blank(page);
  const { weigh } = await scales(page);
  const first = Math.min(WARM, size / 2);
  await cycles(page, 0, first);
  const before = await weigh();
  await cycles(page, first, size);
  const after = await weigh();
  const frames = await page.evaluate(() => /** @type {any} */ (window).liveFrames());
  quiet(complaints);
  const grown = after.heap - before.heap;
  must(grown <= ROOM, `the heap has grown by ${mega(grown)} from cycle ${first} to ${size}`);
  must(after.nodes <= before.nodes, `${after.nodes - before.nodes} nodes more than after cycle ${first}`);
  must(after.listeners <= before.listeners, `${after.listeners - before.listeners} listeners more than after cycle ${first}`);
  must(frames === 0, `${frames} frame callbacks are alive`);
  return `${size} cycles: heap ${mega(before.heap)} at cycle ${first}, ${mega(after.heap)} at the end; `
    + `nodes ${before.nodes} and ${after.nodes}, listeners ${before.listeners} and ${after.listeners}; no frame callback`;
}

/** @param {import('playwright-core').Page} page @param {number} from @param {number} to */
async function cycles(page, from, to) {
  await page.evaluate(async ({ figures, from, to }) => {
    await import(new URL('ponder.js', location.href).href);
    for (let i = from; i < to; i += 1) {
      const element = /** @type {any} */ (document.createElement('ponder-figure'));
      element.recipe = figures[i % figures.length];
      if (i % 4 === 3) element.setAttribute('controls', 'playground');
      document.body.append(element);
      await element.ready;
      element.play();
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
      element.seek(element.steps);
      // Some leave while they play, some are moved first.
      if (i % 5 === 0) document.body.prepend(element);
      element.remove();
    }
  }, { figures: FIGURES, from, to });
}
