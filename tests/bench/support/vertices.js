// Whether two ways to level lines find the same places where lines cross the grid.

const GAP = 1e-9;

/**
 * Both lists hold the same vertices, in steps of the grid. d3-contour counts from a cell's corner, half a step before
 * its node, and closes its rings around the grid's border, where a line has no vertex.
 * @param {Float64Array} lines @param {{ coordinates: number[][][][] }[]} areas @param {number} side @param {number[]} window
 */
export function meetings(lines, areas, side, [left, right, bottom, top]) {
  const column = (/** @type {number} */ x) => ((x - left) / (right - left)) * (side - 1);
  const row = (/** @type {number} */ y) => ((y - bottom) / (top - bottom)) * (side - 1);
  const ours = points(lines).map(([x, y]) => [column(x), row(y)]);
  const inside = (/** @type {number[]} */ place) => place.every((n) => n >= 0 && n <= side - 1);
  const theirs = areas.flatMap(({ coordinates }) => coordinates.flat(2)).map(([x, y]) => [x - 0.5, y - 0.5]).filter(inside);
  if (ours.length < side) throw new Error(`only ${ours.length} vertices`);
  cover(ours, theirs, 'd3-contour has a vertex that ours has not');
  cover(theirs, ours, 'ours has a vertex that d3-contour has not');
}

/** @param {Float64Array} flat for each line the number of its points, then their coordinates */
function points(flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 1 + 2 * flat[at]) {
    for (let i = 0; i < flat[at]; i += 1) found.push([flat[at + 1 + 2 * i], flat[at + 2 + 2 * i]]);
  }
  return found;
}

/** @param {number[][]} all @param {number[][]} wanted @param {string} complaint */
function cover(all, wanted, complaint) {
  // Drawers of a millionth of a step: what is close lies in the same or the next.
  const drawer = (/** @type {number} */ n) => Math.round(n * 1e6);
  /** @type {Map<string, number[][]>} */
  const drawers = new Map();
  for (const [x, y] of all) {
    const key = `${drawer(x)} ${drawer(y)}`;
    drawers.set(key, [...drawers.get(key) ?? [], [x, y]]);
  }
  const around = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => [i, j]));
  for (const [x, y] of wanted) {
    const near = around.flatMap(([i, j]) => drawers.get(`${drawer(x) + i} ${drawer(y) + j}`) ?? []);
    if (!near.some(([u, v]) => Math.abs(u - x) <= GAP && Math.abs(v - y) <= GAP)) throw new Error(`${complaint}: ${x}, ${y}`);
  }
}
