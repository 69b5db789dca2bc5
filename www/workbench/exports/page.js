// The figure as one HTML file: the playground's single file, with this figure in the place of its own.
import whole from '#whole';
import { filled } from './filled.js';

/** @param {FigureRecipe} figure @param {AbortSignal} signal @returns {Promise<Blob>} */
export async function page(figure, signal) {
  return new Blob([filled(await whole(signal), figure)], { type: 'text/html' });
}
