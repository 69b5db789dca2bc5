// Another figure in the single file: whatever stands in it stays data, and the rest of the file stays as it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled, single } from '../../www/workbench/exports/filled.js';

const FILE = '<!doctype html>\n<title>Ponder</title>\n<h1>Ponder</h1>\n<ponder-figure><script type="application/json">{"steps": 1}</script></ponder-figure>\n'
  + '<script type="text/plain" id="ponder-packed">$&$1</script>\n<script>open()</script>\n';

/** @param {string} html */
const json = (html) => /<script type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';

/** @param {object} figure */
const put = (figure) => filled(FILE, /** @type {FigureRecipe} */ (figure));

test('the figure takes the place of the one that was there, and its title that of the page', () => {
  const html = put({ title: 'A hill', steps: 7 });
  assert.deepEqual(JSON.parse(json(html)), { title: 'A hill', steps: 7 });
  assert.match(html, /<title>A hill · Ponder<\/title>\n<h1>A hill<\/h1>/);
  assert.equal(html.slice(html.indexOf('</ponder-figure>')), FILE.slice(FILE.indexOf('</ponder-figure>')));
});

test('a file made from a file is the file that the first would have made', () => {
  const one = filled(put({ title: '$& <b>', steps: 7 }), /** @type {any} */ ({ title: 'Two', steps: 8 }));
  assert.equal(one, put({ title: 'Two', steps: 8 }));
  assert.equal(filled(one, /** @type {any} */ ({ steps: 1 })).replace('{"steps":1}', '{"steps": 1}'), FILE);
});

for (const evil of ['</script><img src=x onerror=alert(1)>', '<!--<script>', ']]><svg onload=alert(1)>', '</title><script>alert(1)</script>', '$& $1 $`', '&lt;b&gt; \u2028']) {
  test(`${evil} stays text`, () => {
    const figure = { title: evil, alt: evil, ponders: [{ ask: evil }] };
    const html = put(figure);
    assert.deepEqual(JSON.parse(json(html)), figure);
    // No element more than before: every sign that opens one is in its place.
    assert.equal(html.split('<').length, FILE.split('<').length);
  });
}

test('what a server says where there is no such file is not taken for it', () => {
  assert.equal(single(FILE), true);
  for (const text of ['', '<!doctype html><title>Not found</title>', '<script type="application/json">{}</script>']) assert.equal(single(text), false);
});
