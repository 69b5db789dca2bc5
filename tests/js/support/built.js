// The finished classic bundle, wasm inside, as a page would load it.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

const BUNDLE = new URL('../../../dist/site/ponder.classic.js', import.meta.url);

/** @returns {Promise<any>} what ponder.js exports, ready */
export async function built() {
  const ponder = runInThisContext(`${readFileSync(BUNDLE, 'utf8')};ponder`, { filename: BUNDLE.pathname });
  await ponder.ready;
  return ponder;
}
