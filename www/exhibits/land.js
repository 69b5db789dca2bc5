// The engine's own picture of a land, in an exhibit: drawn anew when its place or the light changes.
import { breath } from '../breath.js';
import { make } from '../dom.js';
import { sketch } from '../ponder.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** One land after the other, so that nobody waits for all of them. @type {Promise<unknown>} */
let turn = Promise.resolve();

/**
 * @param {{ surface: unknown, run: unknown, view: Record<string, unknown>, size: [number, number], name: ViewName }} given size: the width and height, in CSS pixels, that the picture is laid out for
 * @returns {HTMLCanvasElement}
 */
export function land({ surface, run, view, size: [width, height], name }) {
  const canvas = make('canvas', { 'aria-hidden': 'true', width, height });
  const recipe = { surface, runs: [run], steps: 1, view };
  const draw = () => {
    const shown = canvas.clientWidth;
    if (shown < 1) return;
    const scale = (shown / width) * Math.min(devicePixelRatio, 3);
    [canvas.width, canvas.height] = [width, height].map((side) => Math.round(side * scale));
    sketch(recipe, canvas, { view: name, scale, theme: dark.matches ? 'dark' : 'light' });
  };
  const soon = () => { turn = turn.then(breath, breath).then(draw); };
  new ResizeObserver(soon).observe(canvas);
  dark.addEventListener('change', soon);
  return canvas;
}
