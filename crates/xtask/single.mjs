// The playground as one HTML file: www/single/page.html with a figure, everything else packed, and what unpacks it.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzip } from './gzip.mjs';

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
  // What is left: a few bits are one sign, or the reader would take the rest of a pair for a byte that never was.
  if (bits > 7 || held > 90) put(held);
  else if (bits > 0) text += SIGNS[held];
  return text;
}

/** The workers' place is taken by those that are packed. @type {import('esbuild').Plugin} */
const inside = {
  name: 'inside',
  setup: ({ onResolve }) => onResolve({ filter: /\/workers\.js$/ }, () => ({ path: resolve('www/single/workers.js') })),
};

/** What a worker calls its own place: nobody fetches from there. */
const NOWHERE = { 'import.meta.url': '"file:///"' };

/**
 * @param {import('esbuild').BuildOptions} how @param {string[]} workers @param {string} glue where the wasm lies @param {string} outfile
 * @returns {Promise<{ warnings: unknown[] }>}
 */
export async function single(how, workers, glue, outfile) {
  /** @type {unknown[]} */
  const warnings = [];
  /** @param {string} entry @param {import('esbuild').BuildOptions} [more] */
  const script = async (entry, more = {}) => {
    const made = await build({ ...how, entryPoints: [entry], format: 'iife', write: false, ...more });
    warnings.push(...made.warnings);
    return Buffer.from(made.outputFiles?.[0].contents ?? []);
  };
  /** @type {[string, Buffer][]} */
  const files = [['ponder.js', await script('www/ponder.js', { conditions: ['single'], plugins: [...how.plugins ?? [], inside] })]];
  for (const name of workers) files.push([`${name}.js`, await script(`www/${name}/index.js`, { define: NOWHERE })]);
  for (const name of ['ponder_wasm', ...workers]) files.push([`${name}_bg.wasm`, await readFile(join(glue, `${name}_bg.wasm`))]);
  const page = await readFile('www/single/page.html', 'utf8');
  files.push(['page.html', Buffer.from(page)]);
  const packed = written(gzip(archive(files)));
  const figure = (await readFile('www/figures/playground.md', 'utf8')).match(/^```figure[^\n]*\n([^]*?)^```/m)?.[1].trim();
  if (!figure) throw new Error('www/figures/playground.md has no figure');
  // What is packed comes last: it may hold any word.
  const parts = { FIGURE: figure, LOADER: (await script('www/single/loader.js')).toString().trim(), PACKED: packed };
  await writeFile(outfile, Object.entries(parts).reduce((html, [name, part]) => html.replace(name, () => part), page));
  return { warnings };
}

/** Names and lengths, then the contents. @param {[string, Buffer][]} files */
function archive(files) {
  const head = Buffer.from(JSON.stringify(files.map(([name, { length }]) => [name, length])));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...files.map(([, content]) => content)]);
}
