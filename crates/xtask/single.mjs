// The playground as one HTML file: www/single/page.html with a figure, everything else packed, and what unpacks it.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,./:;=?@[]^_`{|}~"->\'';

/** Bytes in 91 signs: 13 bits in two of them, or 14 where they fit. @param {Uint8Array} bytes */
function written(bytes) {
  let [text, held, bits] = ['', 0, 0];
  const put = (/** @type {number} */ pair) => { text += SIGNS[pair % 91] + SIGNS[Math.floor(pair / 91)]; };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits <= 13) continue;
    const wide = (held & 8191) > 88 ? 13 : 14;
    put(held & ((1 << wide) - 1));
    held >>>= wide;
    bits -= wide;
  }
  // What is left is written whole; the reader drops the bits that make no byte.
  if (bits > 0) put(held);
  return text;
}

/**
 * @param {import('esbuild').BuildOptions} how @param {string} wasm its path @param {string} outfile
 * @returns {Promise<import('esbuild').BuildResult>}
 */
export async function single(how, wasm, outfile) {
  const text = async (/** @type {import('esbuild').BuildOptions} */ more) => build({ ...how, write: false, ...more });
  const program = await text({ entryPoints: ['www/ponder.js'], format: 'iife', conditions: ['single'] });
  const loader = await text({ entryPoints: ['www/single/loader.js'], format: 'iife' });
  const code = program.outputFiles?.[0].contents ?? new Uint8Array();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(code.length);
  const packed = written(gzipSync(Buffer.concat([length, code, await readFile(wasm)]), { level: 9 }));
  const figure = (await readFile('www/playground.html', 'utf8')).match(/<script type="application\/json">([^]*?)<\/script>/)?.[1].trim();
  if (!figure) throw new Error('www/playground.html has no figure');
  const parts = { FIGURE: figure, PACKED: packed, LOADER: loader.outputFiles?.[0].text.trim() ?? '' };
  const page = await readFile('www/single/page.html', 'utf8');
  await writeFile(outfile, Object.entries(parts).reduce((html, [name, part]) => html.replace(name, () => part), page));
  return program;
}
