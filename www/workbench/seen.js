// The figure as its reader has it before them: the recipe, and how they have turned, zoomed and scaled it.

/** @param {number} radians */
const degrees = (radians) => Number(((radians * 180) / Math.PI).toFixed(2));

/** @param {import('./bench.js').Bench} bench @returns {FigureRecipe} */
export function seen({ figure, stage: { camera, height, curves, lens } }) {
  const view = {
    ...figure.view,
    ...(camera && { camera: { yaw: degrees(camera.yaw), pitch: Math.min(Math.max(degrees(camera.pitch), 5), 85) } }),
    ...(height && { height }),
    ...(curves && { curves }),
    ...(lens.window && { window: lens.window.map((side) => [...side]) }),
  };
  return Object.keys(view).length > 0 ? { ...figure, view } : figure;
}
