// A figure on its way: drawn at its place, as wide as it will be, while its poster still shows (figure.css). Who shows it takes `coming` from it.
import { attempted, breath } from './breath.js';

/** @typedef {import('./assemble.js').Assembled} Assembled */

/**
 * What it looks like, drawn but not shown, or why it does not. Who does not want it any more takes it away.
 * @param {() => Assembled} assemble @param {(shown: Element) => void} put @param {AbortSignal} signal
 * @returns {Promise<{ value?: Assembled, error?: unknown }>}
 */
export async function coming(assemble, put, signal) {
  const looks = attempted(assemble);
  await breath();
  if (!looks.value || signal.aborted) return looks;
  const { root, begin } = looks.value;
  root.classList.add('coming');
  put(root);
  const drawn = await begin().then(() => looks, (error) => ({ error }));
  if (!('value' in drawn)) root.remove();
  return drawn;
}
