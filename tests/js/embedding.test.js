// The Embed page's recipes are those that are tried in real hosts.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);

/** @param {string} path */
const read = (path) => readFile(new URL(path, ROOT), 'utf8');

/** @param {string} html */
const text = (html) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replaceAll('&amp;', '&');

/** Lines without the space that a host puts before them. @param {string} source */
const flat = (source) => source.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');

const page = await read('www/embedding.html');
const recipes = [...page.matchAll(/<pre data-file="([^"]+)" tabindex="0"><code>([^]*?)<\/code><\/pre>/g)].map(([, file, code]) => ({ file, code: text(code) }));

test('every snippet stands in the project that is tried', async () => {
  assert.ok(recipes.length > 12);
  for (const { file, code } of recipes) assert.ok(flat(await read(`tests/hosts/${file}`)).includes(flat(code)), `${file} has no\n${code}`);
});

test('every project that is tried has a recipe', async () => {
  const folders = (await readdir(new URL('tests/hosts/', ROOT), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const tried = folders.filter((name) => !['node_modules', 'support'].includes(name));
  const told = new Set(recipes.map(({ file }) => file.split('/')[0]));
  // A notebook's are two recipes in Python: the cell that shows a figure, and the widget.
  assert.deepEqual(tried.filter((name) => !told.has(name)).sort(), ['anywidget', 'nbconvert']);
  const [shown, widget] = [...page.matchAll(/<pre tabindex="0"><code>((?:from IPython|import anywidget)[^]*?)<\/code>/g)].map(([, code]) => flat(text(code)));
  const { cells } = JSON.parse(await read('tests/hosts/nbconvert/notes.ipynb'));
  assert.equal(flat(cells[1].source.join('')), shown);
  const traits = (/** @type {string} */ code) => code.split('\n').filter((line) => line.includes('traitlets.'));
  assert.deepEqual(traits(flat(await read('tests/hosts/anywidget/page.py'))), traits(widget));
});
