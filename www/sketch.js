// One view of a recipe, drawn once into a canvas: no player, no questions, nothing that moves.
import { ask, hold } from './engine.js';
import { plain } from './plain.js';

/** @typedef {{ view: ViewName, scale: number, theme: ThemeName }} Light */

/**
 * The canvas is filled as it is: its width and height over `scale` are CSS pixels.
 * @param {unknown} recipe @param {HTMLCanvasElement} canvas @param {Light} light
 */
export function sketch(recipe, canvas, { view, scale, theme }) {
  const copy = plain(recipe);
  const figure = hold((glue) => new glue.Figure(copy));
  try {
    ask(() => figure.use((one) => one.still(view, canvas, scale, theme)));
  } finally {
    figure.free();
  }
}
