// One rotated frame of a 3-D surface, until a pixel of it can be read.
import { painter } from './peers/painter.js';
import { contenders, page } from './support/modules.js';
import { glance, painted, peek, pencil, sheet } from './support/picture.js';
import { sampled, turning } from './support/relief.js';

const SIZE = /** @type {[number, number]} */ ([960, 720]);
const WINDOW = /** @type {[number, number][]} */ ([[-2, 2], [-1, 3]]);

/** @type {import('./support/compete.js').Comparison} */
export default {
  about: 'a surface of 100 × 100 cells on 960 × 720 px, turned for every frame as under a reader’s hand, call to pixels; five frames '
    + 'a turn, each turn when what was drawn before is shown; ours is the page’s picture, with level lines, axes and numbers, theirs '
    + 'is the bare surface (plotly’s with its axes)',
  unit: 'ms',
  target: 0.25,
  bounds: { ours: 10 },
  browsers: ['A', 'B'],
  rounds: 31,
  calls: 5,
  rests: true,
  cases: async (_, browser) => {
    const { Figure } = await page();
    const figure = new Figure({
      surface: { function: 'rosenbrock' },
      runs: [{ method: 'adam', learning_rate: 0.1 }],
      steps: 1,
      view: { window: WINDOW, height: 'log' },
    });
    const canvas = sheet(...SIZE);
    const context = pencil(canvas);
    const land = sampled((w, b) => figure.probe(w, b).loss, WINDOW);
    const draws = { ...await flat(land), ...browser === 'B' ? await solid(land) : {} };
    const ours = turning((yaw, pitch) => {
      figure.turn(yaw, pitch);
      figure.still('surface', canvas, 1, 'light');
      return glance(context);
    });
    return [{ name: 'Rosenbrock', count: 1, ours, peers: draws, agree: painted }];
  },
};

/** On a 2-D canvas. @param {import('./support/relief.js').Land} land */
async function flat(land) {
  const { Surface } = await contenders();
  const [one, other] = [sheet(...SIZE), sheet(...SIZE)];
  const paint = painter(one, land);
  const surface = new Surface(land.heights, land.side, land.colors);
  const context = pencil(other);
  return {
    'painter’s order on a 2-D canvas': turning((yaw, pitch) => glance(paint(yaw, pitch))),
    'plotters’ SurfaceSeries': turning((yaw, pitch) => {
      surface.draw(other, yaw, pitch);
      return glance(context);
    }),
  };
}

/** With WebGL. @param {import('./support/relief.js').Land} land */
async function solid(land) {
  const [{ three }, { plotly }] = await Promise.all([import('./peers/three.js'), import('./peers/plotly.js')]);
  const [render, relayout] = [three(sheet(...SIZE), land), await plotly(...SIZE, land)];
  return {
    'three.js': turning((yaw, pitch) => peek(render(yaw, pitch))),
    'plotly.js': turning(async (yaw, pitch) => peek(await relayout(yaw, pitch))),
  };
}
