// A bundle whose wasm has exports that panic and that run out of memory, and whose figures do so when a test lights a fuse.
// What is shipped has neither.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { blank, site } from './page.js';

const glue = resolve(process.env.PONDER_PANIC ?? '');
const folder = join(mkdtempSync(join(tmpdir(), 'ponder-panic-')));
const bundle = join(folder, 'panic.js');

/** `light(what, times)`: so many next drawings of any figure end in a real trap. */
const FUSED = `
import * as real from '#real';
export * from '#real';
export { default } from '#real';
const fuse = { what: 'boom', times: 0 };
export const light = (what, times) => Object.assign(fuse, { what, times });
export class Figure extends real.Figure {
  moving(...given) {
    if (fuse.times > 0) {
      fuse.times -= 1;
      real[fuse.what]();
    }
    return super.moving(...given);
  }
}`;

const fused = {
  name: 'fused',
  /** @param {import('esbuild').PluginBuild} build */
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^#glue$/ }, () => ({ path: 'fused', namespace: 'fused' }));
    onLoad({ filter: /./, namespace: 'fused' }, () => ({ contents: FUSED, resolveDir: glue }));
  },
};

await build({
  stdin: { contents: `export * from '../../../www/ponder.js'; export { call } from '../../../www/engine.js'; export { light } from '#glue';`, resolveDir: import.meta.dirname },
  bundle: true, format: 'esm', target: 'es2022', outfile: bundle, logLevel: 'warning', plugins: [fused],
  loader: { '.css': 'text', '.wasm': 'binary' },
  alias: { '#real': join(glue, 'ponder_wasm.js'), '#wasm': join(glue, 'ponder_wasm_bg.wasm') },
});

/** @param {import('playwright-core').Page} page */
export async function open(page) {
  await blank(page);
  await page.route(`${site}panic.js`, (route) => route.fulfill({ body: readFileSync(bundle), contentType: 'text/javascript' }));
  await page.evaluate(() => import(new URL('panic.js', location.href).href).then((ponder) => Object.assign(globalThis, { ponder })));
  await page.evaluate(() => /** @type {any} */ (globalThis).ponder.ready);
}
