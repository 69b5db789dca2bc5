// Colours as people see them who lack one kind of cone, after Machado, Oliveira, Fernandes 2009: any two runs of a figure are at
// least ten apart (CIEDE2000), or have other dashes and another marker. Everything is read off pictures that the page draws.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse } from 'culori';
import init, { svg } from '#press';

await init({ module_or_path: await readFile(fileURLToPath(new URL('./press_bg.wasm', import.meta.resolve('#press')))) });

const THEMES = ['light', 'dark'];
/** A colour that can be read. @param {string} color */
const read = (color) => /** @type {import('culori').Color} */ (parse(color));

const EYES = { 'all cones': read, protanopia: seen(filterDeficiencyProt), deuteranopia: seen(filterDeficiencyDeuter), tritanopia: seen(filterDeficiencyTrit) };
/** So far apart are colours that nobody takes for one another. */
const APART = 10;

const distance = differenceCiede2000();

/** @param {typeof filterDeficiencyProt} filter */
function seen(filter) {
  const lacking = filter(1);
  return (/** @type {string} */ color) => lacking(read(color));
}

/** @param {keyof typeof EYES} eye @param {string} a @param {string} b */
const apart = (eye, a, b) => distance(/** @type {any} */ (EYES[eye](a)), /** @type {any} */ (EYES[eye](b)));

/** Sixteen runs that never move: each curve is a straight line with its dashes, and its marker at the end. */
const FIGURE = JSON.stringify({ surface: { function: 'ravine' }, runs: Array.from({ length: 16 }, () => ({ method: 'gradient-descent', learning_rate: 0, start: [1, 0.5] })), steps: 40 });
const SIGHT = JSON.stringify({ camera: null, window: null, height: null, curves: null });

/** @param {string} view @param {string} theme */
const drawn = (view, theme) => svg(FIGURE, FIGURE, view, SIGHT, JSON.stringify({ step: 40, limit: 40, marks: [] }), 400, 300, theme);

/** The runs' pens as they are drawn: colour, dashes, marker. @param {string} theme */
function pens(theme) {
  const all = [...drawn('curves', theme).matchAll(/<path class="[sf]-run-\d+" (?:stroke|fill)="(#\w+)"[^>]* d="M[\d ]+([^"]*)"/g)];
  const [lines, markers] = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
  assert.equal(lines.length, 16);
  return lines.map(([, color, way], i) => {
    assert.equal(markers[i][1], color, 'lines and markers come in one order');
    return { color, dashes: way.match(/l\d+/g)?.slice(0, 6).join(' ') ?? '', marker: markers[i][2] };
  });
}

for (const theme of THEMES) {
  test(`${theme}: runs are told apart with any eyes`, () => {
    const all = pens(theme);
    for (const eye of /** @type {(keyof typeof EYES)[]} */ (Object.keys(EYES))) {
      let [least, near, close] = [Infinity, '', 0];
      all.forEach((a, i) => all.slice(i + 1).forEach((b, k) => {
        const far = apart(eye, a.color, b.color);
        const alike = a.dashes === b.dashes || a.marker === b.marker;
        assert.ok(far >= APART || !alike, `${eye}: pens ${i} and ${i + 1 + k}, ${a.color} and ${b.color}, are ${far.toFixed(1)} apart and drawn alike`);
        if (far < APART) close += 1;
        if (a.color !== b.color && far < least) [least, near] = [far, `${a.color} and ${b.color}`];
      }));
      console.log(`runs, ${theme}, ${eye}: nearest of eight colours ${least.toFixed(1)} (${near}); ${close} of 120 pairs below ${APART}, each with other dashes and another marker`);
    }
  });

  test(`${theme}: low ground is not taken for high ground`, () => {
    const land = new Map([...drawn('contour', theme).matchAll(/class="f-land-(\d+)" fill="(#\w+)"/g)].map(([, tint, color]) => [Number(tint), color]));
    const [low, high] = [0, 15].map((tint) => String(land.get(tint)));
    told(`${theme}: low and high ground`, low, high);
  });
}

/** A colour of figure.css. @param {string} css @param {string} name */
const named = (css, name) => css.match(new RegExp(`--${name}: (?:var\\([^,]+, )?(#\\w{6})`))?.[1] ?? '';

test('right and wrong, gradient and memory', async () => {
  const css = await readFile(new URL('../../www/figure.css', import.meta.url), 'utf8');
  const [light, dark] = [css.slice(0, css.indexOf("[data-theme='dark']")), css.slice(css.indexOf("[data-theme='dark']"))];
  assert.match(css, /\.right \.tag|\.right/);
  for (const [theme, rules] of [['light', light], ['dark', dark]]) told(`${theme}: right and wrong, gradient and memory`, named(rules, 'accent'), named(rules, 'memory'));
});

/** Two colours that stand for opposites. @param {string} what @param {string} a @param {string} b */
function told(what, a, b) {
  const eyes = /** @type {(keyof typeof EYES)[]} */ (Object.keys(EYES));
  const far = eyes.map((eye) => apart(eye, a, b));
  console.log(`${what}, ${a} and ${b}: ${eyes.map((eye, i) => `${eye} ${far[i].toFixed(1)}`).join(', ')}`);
  assert.ok(Math.min(...far) >= APART, `${what}: ${far}`);
}
