// The worker that writes texts: a script, a picture. One errand a worker; its wasm is its own.
import init, * as press from '#press';
import { arrival, live, words } from '../alive.js';

/** @typedef {{ first: string, figure: string, view: string, sight: string, now: string, width: number, height: number, theme: string }} Picture */
/** @typedef {{ kind: 'numpy' | 'torch', recipe: string } | { kind: 'svg', picture: Picture }} Errand */
/** @typedef {{ file: Blob } | { error: string }} Result */
/** @typedef {{ postMessage(result: Result): void, onmessage: (event: MessageEvent<Errand>) => void }} Scope */

const TYPES = { numpy: 'text/x-python', torch: 'text/x-python', svg: 'image/svg+xml' };

const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));
const ready = arrival(() => init({ module_or_path: new URL('./press_bg.wasm', import.meta.url) }));

/** @param {Errand} errand */
function written(errand) {
  if (errand.kind !== 'svg') return press.python(errand.recipe, errand.kind === 'torch');
  const { first, figure, view, sight, now, width, height, theme } = errand.picture;
  return press.svg(first, figure, view, sight, now, width, height, theme);
}

live();
scope.onmessage = async ({ data }) => {
  try {
    await ready;
    scope.postMessage({ file: new Blob([written(data)], { type: TYPES[data.kind] }) });
  } catch (error) {
    scope.postMessage({ error: words(error) });
  }
};
