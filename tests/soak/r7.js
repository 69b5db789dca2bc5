// A long lecture: whatever is drawn and drawn again, memory stays as it is.
import { mount, twoPoints } from '../e2e/support/page.js';
import { ownFrames } from './support/frames.js';
import { mega, scales } from './support/memory.js';
import { must, quiet } from './support/soak.js';

export const [about, long, short] = ['100,000 redraws, memory flat', 100_000, 300];

/**
 * To warm up: half of the redraws, or this many. Until then the engine still compiles what is called often anew (heap snapshots
 * at 5,000 and 40,000 differ by 84 kB of its code, and by no object, array or string); after it nothing grows.
 */
const WARM = 20_000;
const FLAT = 1.05;

const FIGURE = twoPoints([{ method: 'momentum' }, { method: 'adam', learning_rate: 0.3 }], { steps: 200, view: { views: ['surface', 'contour', 'fit', 'curves', 'rule', 'table'] } });

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open }, size) {
  const { page, complaints } = await open();
  await page.addInitScript(ownFrames);
  await page.addInitScript(() => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await real(...given);
      Object.assign(window, { memory: made.instance.exports.memory });
      return made;
    };
  });
  await mount(page, FIGURE);
  const { weigh } = await scales(page);
  const whole = async () => ({ ...await weigh(), wasm: await page.evaluate(() => /** @type {any} */ (window).memory.buffer.byteLength) });
  const warm = Math.min(WARM, size / 2);
  await redraws(page, warm);
  const before = await whole();
  await redraws(page, size - warm);
  const after = await whole();
  quiet(complaints);
  for (const part of /** @type {const} */ (['heap', 'wasm', 'nodes', 'listeners'])) {
    must(after[part] <= FLAT * before[part], `${part}: ${before[part]} after ${warm} redraws, ${after[part]} after ${size}`);
  }
  return `${size} redraws: heap ${mega(before.heap)} after ${warm}, ${mega(after.heap)} at the end; `
    + `wasm ${mega(before.wasm)} and ${mega(after.wasm)}; nodes ${before.nodes} and ${after.nodes}`;
}

/** Every view is out of date in each of them; now and then the camera, the ground and the width are others. @param {import('playwright-core').Page} page @param {number} count */
async function redraws(page, count) {
  for (let done = 0; done < count; done += 1000) {
    await page.evaluate(async ({ from, to }) => {
      const element = /** @type {any} */ (document.querySelector('ponder-figure'));
      const frame = /** @type {() => number} */ (/** @type {any} */ (window).frame);
      const press = (/** @type {string} */ key) => element.shadowRoot.querySelector('.view.surface .canvas').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      for (let i = from; i < to; i += 1) {
        element.seek((i * 7) % (element.steps + 1));
        if (i % 50 === 0) press(['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'][(i / 50) % 4]);
        if (i % 500 === 0) element.style.width = `${600 + ((i / 500) % 5) * 60}px`;
        if (i % 500 === 0) element.setAttribute('theme', ['light', 'dark'][(i / 500) % 2]);
        if (frame() === 0) throw new Error('nothing was drawn');
        if (i % 100 === 99) await new Promise((onward) => { setTimeout(onward, 0); });
      }
    }, { from: done, to: Math.min(count, done + 1000) });
  }
}
