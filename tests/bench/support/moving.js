// A moving frame of six runs over level lines that stand still, as `www/view.js` asks for it, against d3 on a canvas.
import { paths } from '../peers/paths.js';
import { page } from './modules.js';
import { glance, pencil, sheet } from './picture.js';

const STEPS = 500;
const SIZE = /** @type {[number, number]} */ ([960, 720]);
const WINDOW = /** @type {[[number, number], [number, number]]} */ ([[-2, 2], [-1, 3]]);
/** @type {[string, number][]} */
const METHODS = [
  ['gradient-descent', 1e-3], ['momentum', 2e-4], ['nesterov', 3e-4], ['adagrad', 0.3], ['rmsprop', 0.01], ['adam', 0.02],
];

/** @param {boolean} pixels whether a frame ends with a pixel that is read, or with the call */
export async function moving(pixels) {
  const { Figure } = await page();
  const figure = new Figure({
    surface: { function: 'rosenbrock' },
    runs: METHODS.map(([method, learning_rate]) => ({ method, learning_rate, start: [-1.6, 2.6] })),
    steps: STEPS,
    view: { window: WINDOW, height: 'log' },
  });
  const ours = sheet(...SIZE);
  figure.still('contour', ours, 1, 'light');
  const moving = sheet(...SIZE);
  const d3 = paths(
    { size: SIZE, window: WINDOW, place: (at) => figure.place('contour', ...SIZE, ...at) },
    runs(figure),
    (w, b) => figure.probe(w, b).loss,
  );
  const contexts = [pencil(moving), d3.context];
  const show = {
    ours: (/** @type {number} */ step) => figure.moving('contour', moving, 1, 'light', { step, limit: STEPS }),
    'd3 and canvas': d3.draw,
  };
  const [first, second] = Object.values(show).map((draw, i) => frames(draw, pixels ? contexts[i] : null));
  return [{
    name: pixels ? 'call to pixels' : 'script',
    count: 1,
    ours: first,
    peers: { 'd3 and canvas': second },
    agree: () => drawn(contexts, Object.values(show)),
    // What was recorded is drawn before the next turn, or somebody's turn would pay for all.
    after: pixels ? undefined : () => contexts.forEach(glance),
  }];
}

/** Each call is the next frame, near the end, where ways are longest. @param {(step: number) => void} draw @param {CanvasRenderingContext2D | null} context */
function frames(draw, context) {
  let frame = 0;
  return () => {
    draw(STEPS - 10 + (frame = (frame + 1) % 600) / 64);
    if (context) glance(context);
  };
}

/** @param {any} figure @returns {import('../peers/paths.js').Run[]} */
function runs(figure) {
  return figure.facts().runs.map((/** @type {any} */ { name, color }, /** @type {number} */ run) => {
    const rows = figure.points(run);
    const points = Array.from({ length: STEPS + 1 }, (_, t) => /** @type {[number, number]} */ ([rows[3 * t], rows[3 * t + 1]]));
    return { name, color: color.light, points };
  });
}

/** Both have painted about as much. @param {CanvasRenderingContext2D[]} contexts @param {((step: number) => void)[]} draws */
function drawn(contexts, draws) {
  draws.forEach((draw) => draw(STEPS));
  const [ours, theirs] = contexts.map((context) => {
    const { data } = context.getImageData(0, 0, ...SIZE);
    return data.filter((part, i) => i % 4 === 3 && part > 127).length;
  });
  if (ours < 5000 || Math.abs(ours / theirs - 1) > 0.2) throw new Error(`not the same picture: ${ours} and ${theirs} pixels`);
}
