// A surface on a 2-D canvas, as JavaScript programmers draw one without WebGL: cells from far to near, each a filled
// quadrangle whose colour comes from a table. Nothing is sorted, nothing allocated: a grid is in order from any side.
// Each cell has an outline of its own colour, or what lies behind would shine through the seams.
import { pencil } from '../support/picture.js';

/** @typedef {import('../support/relief.js').Land} Land */

const SHADES = 16;

/** @param {HTMLCanvasElement} canvas @param {Land} land @returns {(yaw: number, pitch: number) => CanvasRenderingContext2D} */
export function painter(canvas, { side, heights, colors }) {
  const context = pencil(canvas);
  const { width, height } = canvas;
  const [xs, ys] = [new Float64Array(side * side), new Float64Array(side * side)];
  const fills = inks(side, heights, colors);
  const scale = 0.33 * width;
  return (yaw, pitch) => {
    const [cos, sin, low, high] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
    for (let row = 0, node = 0; row < side; row += 1) {
      const v = 2 * row / (side - 1) - 1;
      for (let column = 0; column < side; column += 1, node += 1) {
        const u = 2 * column / (side - 1) - 1;
        xs[node] = width / 2 + scale * (cos * u + sin * v);
        ys[node] = height / 2 - scale * ((cos * v - sin * u) * high + (heights[node] - 0.5) * low);
      }
    }
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.lineWidth = 0.75;
    context.lineJoin = 'bevel';
    const [rows, columns] = [cos > 0, sin < 0];
    for (let i = 0; i < side - 1; i += 1) {
      const row = rows ? side - 2 - i : i;
      for (let j = 0; j < side - 1; j += 1) {
        const node = row * side + (columns ? side - 2 - j : j);
        context.fillStyle = fills[node];
        context.beginPath();
        context.moveTo(xs[node], ys[node]);
        context.lineTo(xs[node + 1], ys[node + 1]);
        context.lineTo(xs[node + side + 1], ys[node + side + 1]);
        context.lineTo(xs[node + side], ys[node + side]);
        context.closePath();
        context.fill();
        context.strokeStyle = fills[node];
        context.stroke();
      }
    }
    return context;
  };
}

/** Each cell's colour under a light from the left. @param {number} side @param {Float64Array} heights @param {Uint8Array} colors */
function inks(side, heights, colors) {
  const tints = colors.length / 3;
  return Array.from({ length: side * (side - 1) }, (_, node) => {
    const tint = Math.floor(heights[node] * (tints - 1));
    const lit = Math.min(Math.max(0.9 - 6 * ((heights[node + 1] ?? 0) - heights[node]), 0.6), 1);
    const share = Math.round(lit * SHADES) / SHADES;
    return `rgb(${[0, 1, 2].map((part) => Math.round(colors[3 * tint + part] * share)).join(',')})`;
  });
}
