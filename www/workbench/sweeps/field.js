// What is known of a job's cells so far.

/** Where a cell ended that is near no minimum. */
export const [UNKNOWN, ELSEWHERE, CYCLING, DIVERGED] = [252, 253, 254, 255];
/** No step. */
export const NEVER = 4294967295;

/** @typedef {{ fate: number, count: number, median: number | null }} Share */

export class Field {
  facts;
  total;
  done = 0;
  fates;
  steps;
  unders;
  losses;
  /** @type {Record<ThemeName, ImageData>} */
  images;
  /** @type {Float64Array[]} */
  paths = [];

  /** @param {BulkFacts} facts */
  constructor(facts) {
    this.facts = facts;
    const [columns, rows] = facts.size;
    this.total = columns * rows;
    this.fates = new Uint8Array(this.total).fill(UNKNOWN);
    this.steps = new Uint32Array(this.total).fill(NEVER);
    this.unders = new Uint32Array(this.total).fill(NEVER);
    this.losses = new Float64Array(this.total).fill(NaN);
    const image = () => new ImageData(columns, rows);
    this.images = { light: image(), dark: image(), print: image() };
  }

  /** @param {BulkTile} tile */
  put({ from, fates, steps, unders, losses, tints, paths }) {
    this.fates.set(fates, from);
    this.steps.set(steps, from);
    this.unders.set(unders, from);
    this.losses.set(losses, from);
    for (const [theme, bytes] of Object.entries(tints)) this.images[/** @type {ThemeName} */ (theme)].data.set(bytes, 4 * from);
    paths.forEach((path, i) => { this.paths[from + i] = path; });
    this.done += fates.length;
  }

  /** The two numbers of a cell. @param {number} cell @returns {[number, number | null]} */
  at(cell) {
    const [columns] = this.facts.size;
    return [this.facts.across[cell % columns], this.facts.down[Math.floor(cell / columns)]];
  }

  /** How many of those that are known ended where, and the median of the steps: minima first, then the rest. @returns {Share[]} */
  tally() {
    const fates = [...this.facts.targets.keys(), ELSEWHERE, CYCLING, DIVERGED];
    const counts = new Uint32Array(256);
    for (const fate of this.fates) counts[fate] += 1;
    const steps = fates.map((fate) => new Uint32Array(counts[fate]));
    const place = new Map(fates.map((fate, i) => [fate, steps[i]]));
    counts.fill(0);
    this.fates.forEach((fate, cell) => {
      const own = place.get(fate);
      if (own) own[counts[fate]] = this.steps[cell];
      counts[fate] += 1;
    });
    return fates.map((fate, i) => {
      const middle = steps[i].sort()[Math.max(0, Math.ceil(steps[i].length / 2) - 1)];
      return { fate, count: steps[i].length, median: middle === undefined || middle === NEVER ? null : middle };
    });
  }

  /** The cell that ends lowest, of several the first; null where none does. */
  get best() {
    let best = null;
    for (let cell = 0; cell < this.total; cell += 1) {
      if (this.fates[cell] === DIVERGED || !Number.isFinite(this.losses[cell])) continue;
      if (best === null || this.losses[cell] < this.losses[best]) best = cell;
    }
    return best;
  }
}
