// What a d3 programmer writes for a moving frame: the level lines stay on a canvas of their own, on another one each
// frame draws the ways so far with d3-shape over d3-scale, dots batched into one path a run, heads, and names.
import { contours } from 'd3-contour';
import { scaleLinear } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';
import { pencil, sheet } from '../support/picture.js';

/** @typedef {{ name: string, color: string, points: [number, number][] }} Run */

const PAPER = '#fbfaf6';
const APART = 9;
const SYMBOLS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar, symbolWye];
/** How many corners the marks along a way have; none: round. */
const CORNERS = [0, 4, 3, 4, 3, 6];

/**
 * @param {{ size: [number, number], place: (at: [number, number]) => [number, number], window: [[number, number], [number, number]] }} map
 * @param {Run[]} runs @param {(w: number, b: number) => number} loss
 * @returns {{ draw: (step: number) => void, context: CanvasRenderingContext2D }}
 */
export function paths({ size, place, window: [[w0, w1], [b0, b1]] }, runs, loss) {
  const [[left, bottom], [right, top]] = [place([w0, b0]), place([w1, b1])];
  const x = scaleLinear([w0, w1], [left, right]);
  const y = scaleLinear([b0, b1], [bottom, top]);
  land(pencil(sheet(...size)), x, y, loss);
  const context = pencil(sheet(...size));
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.font = '14px system-ui, sans-serif';
  context.textBaseline = 'middle';
  const way = line((/** @type {any} */ at) => x(at[0]), (/** @type {any} */ at) => y(at[1])).context(context);
  const heads = SYMBOLS.map((type) => symbol(type, 80).context(context));
  const draw = (/** @type {number} */ step) => {
    context.clearRect(0, 0, ...size);
    const so = runs.map(({ points }) => soFar(points, step));
    context.lineWidth = 2.25;
    runs.forEach((run, i) => {
      context.strokeStyle = run.color;
      context.beginPath();
      way(so[i]);
      context.stroke();
      dots(context, CORNERS[i % CORNERS.length], marked(so[i], x, y), run.color);
    });
    so.forEach((points, i) => head(context, heads[i % heads.length], points[points.length - 1], runs[i], x, y));
  };
  return { draw, context };
}

/** @param {[number, number][]} points @param {number} step */
function soFar(points, step) {
  const whole = Math.floor(step);
  const way = points.slice(0, whole + 1);
  const [from, to, share] = [points[whole], points[whole + 1], step - whole];
  if (to) way.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
  return way;
}

/** The places that are far enough from each other. @param {[number, number][]} way @param {any} x @param {any} y */
function marked(way, x, y) {
  let [u, v] = [x(way[0][0]), y(way[0][1])];
  const kept = [];
  for (let i = 1; i + 1 < way.length; i += 1) {
    const [p, q] = [x(way[i][0]), y(way[i][1])];
    if (Math.hypot(p - u, q - v) >= APART) kept.push([u, v] = [p, q]);
  }
  return kept;
}

/**
 * The same mark in many places, first larger in paper: circles, or polygons by their corners around them.
 * @param {CanvasRenderingContext2D} context @param {number} corners @param {number[][]} places @param {string} color
 */
function dots(context, corners, places, color) {
  for (const [radius, fill] of /** @type {[number, string][]} */ ([[3.25, PAPER], [2, color]])) {
    const ring = Array.from({ length: corners }, (_, i) => [Math.sin(2 * Math.PI * i / corners), Math.cos(2 * Math.PI * i / corners)]);
    context.fillStyle = fill;
    context.beginPath();
    for (const [u, v] of places) {
      context.moveTo(u + radius * (corners ? ring[0][0] : 1), v + radius * (corners ? ring[0][1] : 0));
      for (let i = 1; i < corners; i += 1) context.lineTo(u + radius * ring[i][0], v + radius * ring[i][1]);
      if (!corners) context.arc(u, v, radius, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

/** @param {CanvasRenderingContext2D} context @param {any} shape @param {[number, number]} at @param {Run} run @param {any} x @param {any} y */
function head(context, shape, at, { name, color }, x, y) {
  const [u, v] = [x(at[0]), y(at[1])];
  context.translate(u, v);
  context.beginPath();
  shape();
  context.translate(-u, -v);
  context.strokeStyle = PAPER;
  context.lineWidth = 2.5;
  context.stroke();
  context.fillStyle = color;
  context.fill();
  context.lineWidth = 3;
  context.strokeText(name, u + 11, v);
  context.fillText(name, u + 11, v);
}

/** The level lines, once. @param {CanvasRenderingContext2D} context @param {any} x @param {any} y @param {(w: number, b: number) => number} loss */
function land(context, x, y, loss) {
  const side = 193;
  const at = (/** @type {number} */ node, /** @type {any} */ scale) => scale.domain()[0] + (node / (side - 1)) * (scale.domain()[1] - scale.domain()[0]);
  const values = Array.from({ length: side * side }, (_, node) => Math.log10(loss(at(node % side, x), at(Math.floor(node / side), y)) + 0.1));
  context.strokeStyle = '#0003';
  context.beginPath();
  for (const { coordinates } of contours().size([side, side]).thresholds(20)(values)) {
    for (const ring of coordinates.flat()) line((/** @type {any} */ p) => x(at(p[0] - 0.5, x)), (/** @type {any} */ p) => y(at(p[1] - 0.5, y))).context(context)(ring);
  }
  context.stroke();
}
