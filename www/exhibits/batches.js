// The accountant of batches: the reader says how many steps some epochs are, then looks at the points one by one. Which
// point is looked at when, and what the loss then is, comes from `Run`.
import { make } from '../dom.js';
import { begun } from '../engine.js';
import { steady } from '../numbers.js';
import { Run } from '../ponder.js';
import { readings, set, shape } from './parts.js';
import { committed } from './reveal.js';
import { telling } from './telling.js';
import { say } from './words.js';

/** One step: the points it looks at, the epoch, the loss of all points after it. @typedef {{ points: number[], epoch: number, loss: number }} Step */

/** @param {HTMLElement} hands @param {any} given */
export async function batches(hands, given) {
  await begun();
  const strips = book(given);
  const dots = Array.from({ length: given.points }, (_, i) => make('li', {}, String(i + 1)));
  const list = readings([say('looks'), say('steps'), say('epochs'), say('loss-of-all')]);
  const told = telling(say('batches-choose'));
  const number = make('input', { type: 'number', min: 0, step: 1, inputmode: 'numeric' });
  const commit = make('button', { type: 'submit', class: 'main' }, say('commit'));
  const ask = make('form', { class: 'asked' }, make('label', {}, make('span', {}), number), commit);
  const look = make('button', { type: 'button', class: 'main' }, say('look'));
  const rest = make('button', { type: 'button' }, say('look-all'));
  const going = make('div', { class: 'buttons' }, look, rest);
  const choices = given.sizes.map((/** @type {number} */ size) => {
    const button = make('button', { type: 'button', 'aria-pressed': 'false' }, `B = ${size}`);
    button.addEventListener('click', () => begin(size));
    return button;
  });
  /** @type {{ size: number, steps: Step[], seen: number, made: number } | null} */
  let run = null;

  hands.append(
    make('div', { class: 'play' },
      make('div', { class: 'buttons', role: 'group', 'aria-label': say('size-of-batch') }, ...choices),
      ask, going, told, make('ol', { class: 'points', 'aria-label': say('points') }, ...dots), strips.root),
    make('div', { class: 'controls play' }, list.root));
  ask.hidden = true;
  going.hidden = true;
  ask.addEventListener('submit', (event) => {
    event.preventDefault();
    if (number.value) answer(Number(number.value));
  });
  look.addEventListener('click', () => next(1));
  rest.addEventListener('click', () => next(Infinity));

  /** @param {number} size */
  function begin(size) {
    run = { size, steps: stepsOf(given, size), seen: 0, made: 0 };
    choices.forEach((/** @type {HTMLElement} */ button, /** @type {number} */ i) => button.setAttribute('aria-pressed', String(given.sizes[i] === size)));
    ask.querySelector('span')?.replaceChildren(say('batches-ask', { epochs: given.epochs, size, points: given.points }));
    number.value = '';
    ask.hidden = false;
    going.hidden = true;
    told.replaceChildren();
    show();
    number.focus();
  }

  /** @param {number} guess */
  function answer(guess) {
    if (!run) return;
    const steps = run.steps.length;
    told.replaceChildren(say(guess === steps ? 'batches-right' : 'batches-wrong', { steps, guess }));
    ask.hidden = true;
    going.hidden = false;
    look.focus();
    committed(hands);
  }

  /** Looks at so many more points. @param {number} points */
  function next(points) {
    if (!run) return;
    const all = run.steps.reduce((sum, step) => sum + step.points.length, 0);
    run.seen = Math.min(all, run.seen + points);
    let sum = 0;
    run.made = run.steps.filter((step) => (sum += step.points.length) <= /** @type {any} */ (run).seen).length;
    show();
    if (run.seen === all) {
      told.replaceChildren(say('batches-done', { steps: run.made, looks: run.seen }));
      going.hidden = true;
    }
  }

  function show() {
    if (!run) return;
    const order = run.steps.flatMap((step, i) => step.points.map((point) => ({ point, step: i })));
    const epoch = Math.floor(run.seen / given.points);
    const fresh = order.slice(run.seen === order.length ? run.seen - given.points : epoch * given.points, run.seen);
    dots.forEach((dot, i) => {
      const found = fresh.find(({ point }) => point === i);
      dot.classList.toggle('seen', found !== undefined);
      dot.classList.toggle('now', found !== undefined && found.step >= /** @type {any} */ (run).made);
    });
    const loss = run.made ? run.steps[run.made - 1].loss : null;
    list.tell(String(run.seen), String(run.made), String(epoch), steady(loss));
    strips.draw(run.size, run.steps.slice(0, run.made).map((step) => step.points.length), run.seen);
  }
}

/** The steps of a few epochs. @param {any} given @param {number} size @returns {Step[]} */
function stepsOf({ recipe, epochs }, size) {
  const [first] = recipe.runs;
  const run = new Run({ ...recipe, runs: [{ ...first, batch: { size } }] }, 0);
  /** @type {Step[]} */
  const steps = [];
  try {
    let entry = run.next();
    while (entry && entry.epoch < epochs && entry.batch) {
      const after = run.next();
      steps.push({ points: entry.batch, epoch: entry.epoch, loss: Number(after?.loss) });
      entry = after;
    }
  } finally {
    run.free();
  }
  return steps;
}

/** One strip for each size, kept from size to size so that they can be compared. @param {any} given */
function book({ sizes, points, epochs, wide, left, right, row }) {
  const root = shape('svg', { class: 'strips', viewBox: `0 0 ${wide} ${row * sizes.length + 30}`, role: 'img', 'aria-label': say('strips'), 'font-size': 13 });
  const place = (/** @type {number} */ seen) => left + ((right - left) * seen) / (points * epochs);
  const strips = sizes.map((/** @type {number} */ size, /** @type {number} */ i) => {
    const y = row * (i + 0.5);
    const done = shape('g', {});
    const count = shape('text', { class: 'f-ink', x: right + 12, y: y + 4.5 });
    root.append(shape('path', { class: 's-grid', d: `M${left} ${y}H${right}` }), shape('text', { class: 'f-ink', x: left - 14, y: y + 4.5, 'text-anchor': 'end' }, `B = ${size}`), done, count);
    return { done, count, y };
  });
  root.append(shape('text', { class: 'f-quiet', x: right, y: row * sizes.length + 22, 'text-anchor': 'end' }, say('strip-axis', { looks: points * epochs })));
  return {
    root,
    draw: (/** @type {number} */ size, /** @type {number[]} */ steps, /** @type {number} */ seen) => {
      const { done, count, y } = strips[sizes.indexOf(size)];
      let from = 0;
      const marks = steps.flatMap((points) => {
        const [start, end] = [place(from) + 2, place((from += points)) - 2];
        return [shape('path', { class: 's-quiet', 'stroke-width': 2, d: `M${start} ${y}H${end}` }), shape('circle', { class: 'f-accent', cx: end, cy: y, r: 4 })];
      });
      const open = seen > from ? [shape('path', { class: 's-quiet', 'stroke-width': 2, d: `M${place(from) + 2} ${y}H${place(seen) - 2}` })] : [];
      done.replaceChildren(...marks, ...open);
      set(count, { visibility: steps.length ? 'visible' : 'hidden' });
      count.replaceChildren(steps.length === 1 ? say('one-step') : say('n-steps', { steps: steps.length }));
    },
  };
}
