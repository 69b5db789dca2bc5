// Every point of every run, as the command line prints it, a slice at a time: the page stays quick.
import { exact } from '../../numbers.js';
import { breath } from './easel.js';

/** Milliseconds of work between two breaths. */
const SLICE = 8;

/** @typedef {import('../../stage.js').Stage} Stage */
/** @typedef {{ signal: AbortSignal, progress: (done: number, count: number) => void }} Set */

/** `run,step`, the parameters, `loss`. @param {Stage} stage @param {Set} set */
export function csv(stage, set) {
  const { parameters } = stage.facts.surface;
  const width = parameters.length + 1;
  const runs = stage.facts.runs.map((_, run) => stage.points(run));
  return written(runs.length, stage.player.end + 1, set, {
    begin: (run) => (run === 0 ? `run,step,${parameters.join(',')},loss\n` : ''),
    row: (run, t) => `${run},${t},${Array.from(runs[run].subarray(t * width, (t + 1) * width), exact).join(',')}\n`,
    end: () => '',
    type: 'text/csv',
  });
}

/** Every step in full, and how each run ended. @param {Stage} stage @param {FigureRecipe} figure as far as it may be known @param {Set} set */
export async function json(stage, figure, set) {
  const double = stage.double(figure);
  const { runs } = stage.facts;
  const { steps } = figure;
  try {
    const results = double.use((live) => live.results(steps, 0));
    const last = (/** @type {number} */ run) => ({ outcome: double.use((live) => live.outcome(run)), evaluations: results[run].evaluations });
    return await written(runs.length, steps + 1, set, {
      begin: (run) => {
        const { name, method, convention } = runs[run];
        return `${run === 0 ? '{"version":1,"runs":[' : ','}${JSON.stringify({ name, method, convention }).slice(0, -1)},"steps":[`;
      },
      row: (run, t) => {
        const { parts, ...entry } = double.use((live) => live.entry(run, t));
        return `${t === 0 ? '' : ','}${JSON.stringify(entry)}`;
      },
      end: (run) => `],${JSON.stringify(last(run)).slice(1)}${run === runs.length - 1 ? ']}\n' : ''}`,
      type: 'application/json',
    });
  } finally {
    double.free();
  }
}

/** @typedef {{ begin(run: number): string, row(run: number, t: number): string, end(run: number): string, type: string }} Style */

/** @param {number} runs @param {number} rows of each @param {Set} set @param {Style} style */
async function written(runs, rows, { signal, progress }, { begin, row, end, type }) {
  /** @type {BlobPart[]} */
  const pieces = [];
  let [piece, until] = ['', performance.now() + SLICE];
  for (let run = 0; run < runs; run += 1) {
    piece += begin(run);
    for (let t = 0; t < rows; t += 1) {
      piece += row(run, t);
      if (performance.now() < until) continue;
      // A blob need not lie in memory.
      pieces.push(new Blob([piece]));
      piece = '';
      progress(run * rows + t, runs * rows);
      await breath();
      signal.throwIfAborted();
      until = performance.now() + SLICE;
    }
    piece += end(run);
  }
  return new Blob([...pieces, piece], { type });
}
