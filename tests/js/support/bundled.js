// Page modules that need wasm or CSS, bundled with a small stand-in for the glue, so that node can import them.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WWW = new URL('../../../www/', import.meta.url);
const GLUE = fileURLToPath(new URL('./bowl.js', import.meta.url));

/** @param {string} contents module source that imports from './…' in www @returns {Promise<any>} what it exports */
export async function bundled(contents) {
  const folder = await mkdtemp(join(tmpdir(), 'ponder-test-'));
  const outfile = join(folder, 'bundle.mjs');
  try {
    await build({
      stdin: { contents, resolveDir: fileURLToPath(WWW) },
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      alias: { '#glue': GLUE, '#more': fileURLToPath(new URL('absent.js', WWW)) },
      loader: { '.css': 'text' },
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
