// The rule on the page: whoever computes a line from the numbers that are shown has the number that is shown for it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import init, * as exports from '#all';
import { block } from '../../www/formula.js';
import { changes, withConvention } from '../../www/recipe.js';
import { account } from '../../www/substitute.js';
import { compute, number, onPaper, program, text } from './support/mathml.js';

const glue = /** @type {Glue} */ (/** @type {unknown} */ (exports));
await init({ module_or_path: await readFile(fileURLToPath(new URL('./ponder_wasm_bg.wasm', import.meta.resolve('#all')))) });

const GROUNDS = [
  [{ model: 'sigmoid-neuron', data: 'two-points' }, 0.5],
  [{ function: 'rosenbrock' }, 0.002],
  [{ model: 'four-input-neuron', data: [[1, 2, -1, 0.5, 0.2], [-0.5, 1, 1.5, -1, 0.9]] }, 0.5],
];
const STEPS = [0, 1, 2, 6, 29];

/** @typedef {MethodInfo['forms'][number]} Form */
/** @typedef {KnobFacts['value']} Value */

/** The values of a knob to try: all of a switch, and of a number its default, another one, and what a writing asks for. */
function values(/** @type {Form} */ { writings }, /** @type {KnobInfo} */ knob, /** @type {number} */ rate) {
  if (knob.scale === 'flag') return [true, false];
  if (knob.scale === 'words') return knob.words ?? [];
  const asked = writings.flatMap(({ when }) => (knob.id in when ? [when[knob.id]] : []));
  if (knob.id === 'learning_rate') return [rate];
  return asked.length ? [...new Set([knob.default, 0.3, ...asked])] : [knob.default];
}

/** Every combination of these. */
function settings(/** @type {Form} */ form, /** @type {number} */ rate) {
  const start = [/** @type {Record<string, unknown>} */ ({})];
  return form.knobs.reduce((all, knob) => all.flatMap((chosen) => values(form, knob, rate).map((value) => ({ ...chosen, [knob.id]: value }))), start);
}

/** A figure of one run, without the settings that it has no use for. */
function figure(/** @type {unknown} */ surface, /** @type {RunRecipe} */ run) {
  const recipe = (/** @type {object} */ run) => ({ surface, runs: [run], steps: 30 });
  const idle = glue.check(recipe(run)).map(({ path }) => path.replace('runs[0].', ''));
  return new glue.Figure(recipe(Object.fromEntries(Object.entries(run).filter(([key]) => !idle.includes(key)))));
}

/** What is wrong with a line in numbers. @param {import('./support/mathml.js').Shown} shown */
function wrong(shown) {
  const row = /** @type {any} */ (shown.children.at(-1));
  const [left, , ...right] = row.children;
  // A run that has left the finite numbers is shown as it is.
  if (text(row).includes('–')) return [];
  const [value, place] = number(text(left));
  const found = compute(right.map(program).join(' '));
  return Math.abs(found - value) <= place / 2 + 1e-11 * Math.abs(value) ? [] : [`${text(shown)}: ${found}, ${program(right[0])}`];
}

for (const { id, forms } of glue.methods()) {
  test(`${id}: its lines add up as they are shown`, () => {
    for (const form of forms) {
      const seen = new Set();
      let [all, summed] = [0, 0];
      for (const [surface, rate] of GROUNDS) {
        for (const knobs of settings(form, Number(rate))) {
          const live = figure(surface, { method: id, convention: form.convention, ...knobs });
          const facts = live.facts();
          seen.add(String(facts.runs[0].formula));
          for (const t of STEPS) {
            const entry = live.entry(0, t);
            if (!entry.parts) continue;
            const lines = account(facts.runs[0], entry);
            assert.ok(lines.every(({ whole }) => whole), `${form.convention}: ${facts.runs[0].formula} has a symbol without a number`);
            const shown = onPaper(() => lines.flatMap((line) => block(line, facts.surface.parameters)));
            const rows = /** @type {any[]} */ (shown).filter(({ attributes }) => attributes.class === 'law-numbers');
            assert.ok(rows.length >= lines.length);
            summed += rows.filter((row) => !text(row).includes('–')).length;
            all += rows.length;
            assert.deepEqual(rows.flatMap(wrong), [], `${form.convention} at ${t}, ${JSON.stringify(knobs)}`);
          }
          live.free();
        }
      }
      assert.ok(summed > 0.7 * all, `${form.convention}: most updates have numbers, ${summed} of ${all}`);
      const writings = new Set(form.writings.map(({ formula }) => String(formula)));
      assert.deepEqual([...writings].filter((formula) => !seen.has(formula)), [], `${form.convention}: every writing was seen`);
    }
  });
}

test('no number has more digits than it needs', () => {
  const live = figure({ model: 'sigmoid-neuron', data: 'two-points' }, { method: 'momentum', learning_rate: 1 });
  const facts = live.facts();
  const shown = onPaper(() => account(facts.runs[0], live.entry(0, 3)).flatMap((line) => block(line, ['w', 'b'])));
  for (const row of shown) assert.ok(!/\d\.\d{7}/.test(text(/** @type {any} */ (row))), text(/** @type {any} */ (row)));
});

test('every rule can be written as each of its conventions, from each', () => {
  for (const { id, forms } of glue.methods()) {
    for (const from of forms) {
      const run = { method: id, convention: from.convention, ...(from.knobs.some(({ id }) => id === 'learning_rate') ? { learning_rate: 0.1 } : {}) };
      const before = { surface: { function: 'rosenbrock' }, runs: [run], steps: 5 };
      const facts = new glue.Figure(before).facts();
      for (const { convention } of forms) {
        const after = withConvention(before, facts.runs[0], 0, convention, glue.check);
        assert.ok(after, `${id} from ${from.convention} to ${convention}`);
        assert.equal(new glue.Figure(after).facts().runs[0].convention, convention);
      }
    }
  }
});

test('another convention keeps what it knows of the reader’s settings, drops the rest, and says so', () => {
  const run = { method: 'momentum', convention: 'pytorch', learning_rate: 0.1, momentum: 0.5, dampening: 0.2, name: 'Ball' };
  const before = { surface: { function: 'saddle' }, runs: [run, run], steps: 5 };
  const facts = (/** @type {FigureRecipe} */ figure) => ({ ...new glue.Figure(figure).facts(), data: [] });
  const after = withConvention(before, facts(before).runs[1], 1, 'course', glue.check);
  assert.ok(after);
  const { dampening, ...kept } = run;
  assert.deepEqual(after.runs, [run, { ...kept, convention: 'course' }]);
  assert.deepEqual(changes([before, facts(before)], [after, facts(after)]), [{ id: 'convention', value: 'course', run: 1 }, { id: 'dampening', value: null, run: 1 }]);
});
