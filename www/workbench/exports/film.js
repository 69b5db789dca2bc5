// A film of a view: drawn here frame by frame, written in a worker. Between two frames the page can do what it likes, as
// the next is drawn when the worker has told of one before.
import { Easel, breath } from './easel.js';
import { Errand } from './errand.js';

/** Seconds for which the last frame stands before all begins again. */
const HOLD = 2;

/** @typedef {{ sheet: import('./easel.js').Sheet, paper: string, fps: number, seconds: number }} Order */
/** @typedef {{ stage: import('../../stage.js').Stage, progress: (done: number, count: number) => void, signal: AbortSignal }} Set */
/** @typedef {Errand<import('../../film/index.js').Message, { bytes: Uint8Array<ArrayBuffer> }>} Writer */

/** @param {Order} order @param {Set} set @returns {Promise<Blob>} */
export async function film({ sheet, paper, fps, seconds }, { stage, progress, signal }) {
  const easel = new Easel(stage, sheet, paper);
  /** @type {Writer} */
  const writer = new Errand('film', signal);
  const count = Math.round(fps * seconds);
  const [limit, goal] = [stage.player.end, stage.player.goal];
  const at = (/** @type {number} */ frame) => easel.pixels({ step: (goal * frame) / (count - 1), limit, marks: [] });
  try {
    await easel.prepare();
    const first = at(0);
    await breath();
    const samples = joined(first, at(count - 1));
    await breath();
    const { width, height } = sheet;
    const parts = [(await writer.ask({ open: { width, height, samples, fps, forever: true } }, [samples.buffer])).bytes];
    /** @type {Promise<{ bytes: Uint8Array<ArrayBuffer> }>[]} */
    const waiting = [];
    for (let frame = 0; frame < count; frame += 1) {
      const pixels = at(frame);
      waiting.push(writer.ask({ frame: pixels, hold: frame === count - 1 ? HOLD : 0 }, [pixels.buffer]));
      // One is drawn while the one before is written; a third would only lie about.
      if (waiting.length > 1) parts.push((await /** @type {typeof waiting[0]} */ (waiting.shift())).bytes);
      progress(frame + 1, count);
    }
    for (const last of [...waiting, writer.ask({ end: true })]) parts.push((await last).bytes);
    return new Blob(parts, { type: 'image/gif' });
  } finally {
    writer.end();
    easel.free();
  }
}

/** @param {Uint8Array} a @param {Uint8Array} b */
function joined(a, b) {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
