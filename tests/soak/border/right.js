// What an export should be given, by the name of the parameter.

const FIGURE = () => ({
  surface: { model: 'sigmoid-neuron', data: 'two-points' },
  runs: [{ method: 'momentum', learning_rate: 1, start: [-2, -2] }, { method: 'adam', learning_rate: 0.3, start: [1, 1] }],
  steps: 20,
  view: { views: ['contour', 'curves'], window: [[-4, 4], [-4, 4]] },
  ponders: [{ at: 3, kind: 'choose', ask: 'Which?', options: [{ text: 'a', right: true }, { text: 'b' }] }],
});
const NOW = () => ({ step: 3, limit: 20, marks: [{ kind: 'guess', at: [1, 1] }] });
const FRAME = () => new Uint8Array(8 * 8 * 4).fill(9);

/** @type {Record<string, () => unknown>} */
const BY_NAME = {
  recipe: FIGURE, figure: FIGURE, phrases: () => ({ loss: 'Verlust' }), ask: () => ({ kind: 'basins', size: [3, 3], window: [[-1, 1], [-1, 1]] }), now: NOW, event: () => 'u-turn', order: () => ({ curve: 'line', w: [1, 2], rows: 5 }),
  run: () => 0, t: () => 3, at: () => 3, from: () => 0, to: () => 4, step: () => 3, limit: () => 20, below: () => 0.1, cell: () => 0, looks: () => 2000, columns: () => 2,
  view: () => 'contour', theme: () => 'light', rule: () => 'same-rate', curves: () => ['loss'], text: () => 'v=1&surface=rosenbrock&run=adam;learning_rate=0.1;start=1,1&steps=5',
  width: () => 300, height: () => 200, scale: () => 1, x: () => 150, y: () => 100, w: () => 0.5, b: () => 0.5, reach: () => 20, yaw: () => 0.1, pitch: () => 0.1,
  window: () => [-1, 1, -1, 1], moving: () => false, numbers: () => [1, 2, 3, 4], rgba: FRAME, samples: FRAME, hold: () => 0, fps: () => 10, forever: () => true, torch: () => false,
};

/** Where a name means something else. @type {Record<string, () => unknown>} */
const HERE = {
  'film.width': () => 8, 'film.height': () => 8, 'Figure.rise.height': () => 'log',
  'svg.first': () => JSON.stringify(FIGURE()), 'svg.figure': () => JSON.stringify(FIGURE()), 'svg.sight': () => '{"camera":[1,1],"window":[-1,1,-1,1],"curves":["loss"]}',
  'svg.now': () => JSON.stringify(NOW()), 'python.recipe': () => JSON.stringify(FIGURE()),
};

/**
 * @param {import('./declared.js').Export} to @param {string} name of the parameter @param {unknown} canvas
 * @returns {unknown}
 */
export function right({ owner, name: called }, name, canvas) {
  if (name === 'canvas') return canvas;
  const make = HERE[[owner, called, name].filter(Boolean).join('.')] ?? HERE[`${owner?.toLowerCase()}.${name}`] ?? BY_NAME[name];
  if (!make) throw new Error(`right.js does not know what ${owner ?? ''} ${called} takes as ${name}`);
  return make();
}
