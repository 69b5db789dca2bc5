// A reader without a pointer: answers whatever question a figure has open, right or wrong, by keys alone.
import { angle, key } from '../../../www/truth.js';
import { view } from './page.js';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {{ id: string, step: number, kind: string }} Asked */
/** @typedef {{ ponder: any, step: number, target: number, ground: import('../../../www/truth.js').Ground }} Open */

/**
 * Everything that a key needs, from the element's own public face.
 * @param {Locator} figure @param {Asked} asked @returns {Promise<Open>}
 */
export async function opened(figure, { id, step }) {
  const { recipe, points, steps } = await figure.evaluate((/** @type {any} */ element) => (
    { recipe: element.recipe, points: [...element.points(0)], steps: element.steps }
  ));
  const row = points.length / (steps + 1);
  const at = (/** @type {number} */ t) => /** @type {[number, number]} */ (points.slice(t * row, t * row + 2));
  const later = recipe.ponders.map((/** @type {any} */ ponder) => ponder.at).filter((/** @type {any} */ t) => t > step);
  const spread = [0, 1].map((k) => Array.from({ length: steps + 1 }, (_, t) => at(t)[k]));
  const around = spread.map((values) => [Math.min(...values) - 1, Math.max(...values) + 1]);
  return {
    ponder: recipe.ponders.find((/** @type {any} */ ponder, /** @type {number} */ i) => (ponder.id ?? `${i}`) === id) ?? recipe.ponders[0],
    step,
    target: Math.min(steps, ...later),
    ground: { at, loss: (t) => points[(t + 1) * row - 1], steps, window: /** @type {any} */ (recipe.view?.window ?? around) },
  };
}

/** @param {Locator} figure @param {Open} open @param {boolean} rightly */
export async function answer(figure, open, rightly) {
  const card = figure.locator('.ponder');
  const truth = key(/** @type {any} */ (open), open.ground).value;
  await hands[/** @type {keyof hands} */ (open.ponder.kind)](figure, open, rightly ? truth : wrong(open, truth));
  await card.getByRole('button', { name: 'Commit' }).focus();
  await figure.page().keyboard.press('Enter');
}

/** @param {Open} open @param {any} truth */
function wrong({ ponder, step, ground }, truth) {
  if (ponder.kind === 'choose') return [ponder.options.findIndex((/** @type {any} */ option) => !option.right)];
  if (ponder.kind === 'order') return [...truth].reverse();
  if (ponder.kind === 'type') return 3 * Math.abs(truth) + 1000;
  const corners = [0, 1, 2, 3].map((n) => ground.window.map(([low, high], k) => low + (high - low) * (n >> k & 1 ? 0.9 : 0.1)));
  const from = ground.at(step);
  const off = (/** @type {number[]} */ corner) => ponder.kind === 'draw'
    ? angle(from, /** @type {[number, number]} */ (corner), truth) ?? 0
    : Math.hypot(corner[0] - truth[0], corner[1] - truth[1]);
  return corners.reduce((worst, corner) => off(corner) > off(worst) ? corner : worst);
}

const hands = {
  /** @param {Locator} figure @param {Open} open @param {number[]} picked */
  async choose(figure, open, picked) {
    const boxes = figure.locator('.ponder').getByRole('radio').or(figure.locator('.ponder').getByRole('checkbox'));
    for (const i of picked) {
      await boxes.nth(i).focus();
      await figure.page().keyboard.press('Space');
    }
  },
  /** @param {Locator} figure @param {Open} open @param {number} value */
  async type(figure, open, value) {
    await figure.locator('.ponder').getByRole('textbox').focus();
    await figure.page().keyboard.type(String(value));
  },
  /** @param {Locator} figure @param {Open} open @param {number[]} wanted */
  async order(figure, { ponder }, wanted) {
    const items = figure.locator('.ponder ol.order > li');
    for (let place = 0; place < wanted.length; place += 1) {
      const text = ponder.options[wanted[place]];
      let from = (await items.locator('> span').allInnerTexts()).findIndex((each) => plain(each) === plain(text));
      for (; from > place; from -= 1) {
        await items.nth(from).getByRole('button').first().focus();
        await figure.page().keyboard.press('Enter');
      }
    }
  },
  click: aim,
  draw: aim,
};

/** Letters and digits only: formulas in an item look otherwise on the page. @param {string} text */
const plain = (text) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** @param {Locator} figure @param {Open} open @param {number[]} to */
async function aim(figure, { ponder, step, ground }, to) {
  const goal = ponder.kind === 'draw' ? stretched(ground.at(step), to, ground.window) : to;
  const spans = ground.window.map(([low, high]) => high - low);
  await view(figure, 'contour').focus();
  let at = ground.at(step);
  for (let presses = 0; presses < 200; presses += 1) {
    const off = [0, 1].map((k) => (goal[k] - at[k]) / spans[k]);
    const k = Math.abs(off[0]) > Math.abs(off[1]) ? 0 : 1;
    if (presses > 0 && Math.abs(off[k]) < 0.015) return;
    const arrow = k === 0 ? (off[0] > 0 ? 'ArrowRight' : 'ArrowLeft') : (off[1] > 0 ? 'ArrowUp' : 'ArrowDown');
    await figure.page().keyboard.press(Math.abs(off[k]) > 0.12 ? `Shift+${arrow}` : arrow);
    const words = (await figure.locator('.ponder .spot').innerText()).replaceAll('−', '-');
    const numbers = [...words.matchAll(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g)].map(Number);
    at = /** @type {[number, number]} */ (numbers.slice(-2));
  }
  throw new Error(`no key leads to ${goal}`);
}

/** An arrow of the same direction that can be drawn by hand. @param {number[]} from @param {number[]} to @param {[number, number][]} window */
function stretched(from, to, window) {
  const along = to.map((x, k) => x - from[k]);
  const share = Math.max(...along.map((x, k) => Math.abs(x) / (window[k][1] - window[k][0])));
  return from.map((x, k) => x + along[k] * Math.max(1, 0.2 / share));
}
