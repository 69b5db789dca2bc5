// Reliefs as the built wasm draws them: the pixels of the native build, and buffers that do not grow.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import init, * as exports from '#all';
import { canvas, pretend } from './support/paper.js';

/** @typedef {{ name: string, figure: FigureRecipe, theme: string, size: Point, scale: number, sha256: string }} Relief */

pretend();
const glue = /** @type {Glue} */ (/** @type {unknown} */ (exports));
const { memory } = /** @type {{ memory: WebAssembly.Memory }} */ (await init({ module_or_path: readFileSync(fileURLToPath(new URL('./ponder_wasm_bg.wasm', import.meta.resolve('#all')))) }));

/** @type {Relief[]} */
const RELIEFS = JSON.parse(readFileSync(new URL('../bits/reliefs.json', import.meta.url), 'utf8'));

/** @param {Relief} relief */
function drawn({ figure, theme, size: [width, height], scale }) {
  const made = new glue.Figure(figure);
  // On paper images are drawn from a canvas aside; the pixels are those of the same palette put on a screen.
  const place = canvas(width * scale, height * scale);
  made.still('surface', place, scale, theme);
  made.free();
  return place.getContext().image;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const used = () => {
  collect();
  return { heap: process.memoryUsage().heapUsed, wasm: memory.buffer.byteLength };
};

test('the wasm draws the pixels that the native build draws', () => {
  const screens = RELIEFS.filter(({ theme }) => theme !== 'print');
  assert.ok(screens.length >= 9);
  const hashes = screens.map((relief) => createHash('sha256').update(drawn(relief).data).digest('hex'));
  assert.deepEqual(hashes, screens.map(({ sha256 }) => sha256));
});

test('ten thousand moving frames, turned now and then, take no more memory', () => {
  const { figure } = RELIEFS[0];
  const made = new glue.Figure({ ...figure, steps: 200 });
  const [still, moving] = [canvas(480, 360), canvas(480, 360)];
  const frame = (/** @type {number} */ t) => {
    if (t % 50 === 0) {
      made.turn(t / 100, 0.6);
      made.still('surface', still, 1.5, 'light');
    }
    made.moving('surface', moving, 1.5, 'light', { step: (t / 3) % 200, limit: 200 });
  };
  for (let t = 0; t < 500; t += 1) frame(t);
  const before = used();
  for (let t = 0; t < 10_000; t += 1) frame(t);
  const after = used();
  assert.equal(after.wasm, before.wasm);
  assert.ok(after.heap < before.heap + 500_000, `${after.heap - before.heap} bytes more`);
  made.free();
});

test('fifty surfaces on a page share few buffers', () => {
  const { figure } = RELIEFS[0];
  const before = used().wasm;
  const figures = Array.from({ length: 50 }, () => new glue.Figure(figure));
  for (const one of figures) one.still('surface', canvas(1600, 1200), 2, 'light');
  const [first] = figures;
  // The first one's picture has made room for others; it is drawn again, and knows what it hides.
  first.moving('surface', canvas(1600, 1200), 2, 'light', { step: 3, limit: 4 });
  const grown = used().wasm - before;
  assert.ok(used().wasm <= 64 * 2 ** 20, `${(used().wasm / 2 ** 20).toFixed(1)} MiB in all, ${(grown / 2 ** 20).toFixed(1)} more`);
  for (const one of figures) one.free();
});
