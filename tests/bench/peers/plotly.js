// The same surface by plotly.js, gl3d: the camera is set by its public call. Its loop draws in the browser's next frame;
// here it draws at once, or the clock would measure the wait.
import Plotly from 'plotly.js-gl3d-dist-min';

/** @param {number} width @param {number} height @param {import('../support/relief.js').Land} land */
export async function plotly(width, height, { side, heights }) {
  const place = Object.assign(document.createElement('div'), { style: `width: ${width}px; height: ${height}px` });
  document.body.append(place);
  const z = Array.from({ length: side }, (_, row) => [...heights.subarray(row * side, (row + 1) * side)]);
  const scene = { aspectmode: 'manual', aspectratio: { x: 2, y: 2, z: 1 } };
  await Plotly.newPlot(place, [{ type: 'surface', z, showscale: false }], { width, height, scene, margin: { l: 0, r: 0, t: 0, b: 0 } });
  const { glplot } = /** @type {any} */ (place)._fullLayout.scene._scene;
  const gl = canvas(place).getContext('webgl2') ?? canvas(place).getContext('webgl');
  if (!gl) throw new Error('plotly has no WebGL context');
  return async (/** @type {number} */ yaw, /** @type {number} */ pitch) => {
    const eye = { x: 2.6 * Math.sin(yaw) * Math.cos(pitch), y: -2.6 * Math.cos(yaw) * Math.cos(pitch), z: 2.6 * Math.sin(pitch) };
    await Plotly.relayout(place, { 'scene.camera': { eye } });
    glplot.redraw();
    return gl;
  };
}

/** @param {HTMLElement} place */
function canvas(place) {
  const found = place.querySelector('canvas');
  if (!found) throw new Error('plotly has drawn no canvas');
  return found;
}
