// The worker that writes texts: a run as CSV or JSON, a script, a picture. One errand a worker; its wasm is its own.
import init, * as press from '#press';

/** @typedef {{ figure: string, view: string, sight: string, now: string, width: number, height: number, theme: string }} Picture */
/** @typedef {{ kind: 'csv' | 'json' | 'numpy' | 'torch', recipe: string } | { kind: 'svg', picture: Picture }} Errand */
/** @typedef {{ file: Blob } | { error: string }} Result */
/** @typedef {{ postMessage(result: Result): void, onmessage: (event: MessageEvent<Errand>) => void }} Scope */

const TYPES = { csv: 'text/csv', json: 'application/json', numpy: 'text/x-python', torch: 'text/x-python', svg: 'image/svg+xml' };

const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));
const ready = init({ module_or_path: new URL('./press_bg.wasm', import.meta.url) });

/** @param {Errand} errand @returns {BlobPart[]} */
function written(errand) {
  if (errand.kind === 'svg') {
    const { figure, view, sight, now, width, height, theme } = errand.picture;
    return [press.svg(figure, view, sight, now, width, height, theme)];
  }
  const { kind, recipe } = errand;
  if (kind === 'numpy' || kind === 'torch') return [press.python(recipe, kind === 'torch')];
  /** @type {BlobPart[]} */
  const pieces = [];
  press[kind](recipe, (/** @type {Uint8Array<ArrayBuffer>} */ piece) => { pieces.push(new Blob([piece])); });
  return pieces;
}

scope.onmessage = async ({ data }) => {
  try {
    await ready;
    scope.postMessage({ file: new Blob(written(data), { type: TYPES[data.kind] }) });
  } catch (error) {
    scope.postMessage({ error: String(error instanceof Error ? error.message : error) });
  }
};
