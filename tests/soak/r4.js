// The border never traps: every export of every wasm, as the generated declarations list them, takes whatever is thrown at it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { blank, site } from '../e2e/support/page.js';
import { assault } from './border/assault.js';
import { exported } from './border/declared.js';
import { HOSTILE } from './border/hostile.js';
import { must, quiet } from './support/soak.js';

/** The size is how many hostile values stand in each place. */
export const [about, long, short] = ['no export traps, whatever it is given', HOSTILE.length, 3];

const WASMS = ['ponder_wasm', 'bulk', 'film', 'press'];
const GLUE = new URL('../../target/ponder/glue/', import.meta.url);

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open, random }, size) {
  const picked = [...HOSTILE.keys()].sort(() => random.next() - 0.5).slice(0, size);
  const { page, complaints } = await open();
  await blank(page, { strict: false });
  await serve(page);
  const told = [];
  for (const name of WASMS) {
    const list = exported(await readFile(new URL(`${name}.d.ts`, GLUE), 'utf8'));
    must(list.length > 0, `${name}.d.ts lists no export`);
    const glue = await import(new URL(`${name}.js`, GLUE).href);
    await glue.default({ module_or_path: await readFile(new URL(`${name}_bg.wasm`, GLUE)) });
    const [here, there] = [await assault(glue, list, picked, null), await page.evaluate(attacked, { name, list, picked })];
    for (const [place, { traps }] of Object.entries({ Node: here, Chromium: there })) {
      must(traps.length === 0, `${place}, ${name}: ${traps.length} traps: ${traps.slice(0, 12).join('; ')}`);
    }
    told.push(`${name} ${list.length} exports, ${here.calls + there.calls} calls`);
  }
  quiet(complaints);
  return `${picked.length} hostile values in every place, in Node and Chromium: ${told.join(', ')}; 0 traps`;
}

/** @param {{ name: string, list: import('./border/declared.js').Export[], picked: number[] }} given runs in the page */
async function attacked({ name, list, picked }) {
  const from = (/** @type {string} */ path) => import(new URL(path, location.href).href);
  const [{ assault }, glue] = [await from('border/assault.js'), await from(`glue/${name}.js`)];
  await glue.default({ module_or_path: new URL(`glue/${name}_bg.wasm`, location.href) });
  return assault(glue, list, picked, document.createElement('canvas'));
}

/** The same modules and the same glue for the page. @param {import('playwright-core').Page} page */
async function serve(page) {
  const folders = { border: new URL('border/', import.meta.url), glue: GLUE };
  for (const [name, folder] of Object.entries(folders)) {
    await page.route(`${site}${name}/**`, (route) => {
      const path = fileURLToPath(new URL(route.request().url().slice(`${site}${name}/`.length), folder));
      return route.fulfill({ path, contentType: path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript' });
    });
  }
}
