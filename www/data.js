// What a reader does to data: points moved, added and removed, and which one is under a hand.
import { rounded } from './recipe.js';

/** A recipe takes no more. */
export const MOST_POINTS = 10_000;

/** The points of a recipe's data, or those that its name stands for. @param {unknown} data @param {() => Float64Array} named @returns {readonly Point[]} */
export function rows(data, named) {
  if (Array.isArray(data)) return data;
  const flat = named();
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

/** @param {readonly Point[]} data @param {number} row @param {Point} at */
export const withPoint = (data, row, at) => data.map((point, i) => (i === row ? at : point));

/** @param {readonly Point[]} data @param {number} row */
export const withoutPoint = (data, row) => data.filter((_, i) => i !== row);

/** A point moved by shares of the window, beyond it too. @param {Point} at @param {Point} by @param {[Point, Point]} window */
export function moved(at, by, window) {
  const [x, y] = by.map((share, axis) => at[axis] + share * (window[axis][1] - window[axis][0]));
  return rounded([x, y], window);
}

/** A place for one more point: in the middle of the widest gap in x, half-way up. @param {readonly Point[]} data @param {[Point, Point]} window */
export function fresh(data, [[left, right], [low, high]]) {
  const edges = [left, ...data.map(([x]) => x).sort((a, b) => a - b), right];
  const gaps = edges.slice(1).map((x, i) => x - edges[i]);
  const widest = gaps.reduce((best, gap, i) => (gap > gaps[best] ? i : best), 0);
  return rounded([(edges[widest] + edges[widest + 1]) / 2, (low + high) / 2], [[left, right], [low, high]]);
}

/** The nearest spot within reach; of several at one place the last, which lies on top. @param {readonly (readonly number[])[]} spots @param {Point} at @param {number} reach */
export function nearest(spots, at, reach) {
  /** @type {number | null} */
  let found = null;
  let least = reach;
  spots.forEach(([x, y], i) => {
    const far = Math.sqrt((x - at[0]) ** 2 + (y - at[1]) ** 2);
    if (far <= least) [found, least] = [i, far];
  });
  return /** @type {number | null} */ (found);
}

/**
 * The linear map between a window and pixels, both ways.
 * @param {[Point, Point]} window @param {readonly (readonly number[])[]} corners the pixels of its lowest and highest corner
 */
export function between(window, corners) {
  const sides = [0, 1].map((axis) => [corners[0][axis], corners[1][axis]]);
  const share = (/** @type {number} */ v, /** @type {readonly number[]} */ [a, b]) => (v - a) / (b - a);
  const along = (/** @type {number} */ s, /** @type {readonly number[]} */ [a, b]) => a * (1 - s) + b * s;
  const both = (/** @type {(axis: number) => number} */ of) => /** @type {Point} */ ([of(0), of(1)]);
  return {
    /** @param {readonly number[]} at */
    pixel: (at) => both((axis) => along(share(at[axis], window[axis]), sides[axis])),
    /** The point of the window that is nearest to a pixel. @param {readonly number[]} at */
    point: (at) => both((axis) => along(Math.min(Math.max(share(at[axis], sides[axis]), 0), 1), window[axis])),
  };
}
