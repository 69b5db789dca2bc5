// The worker that writes films: frames come in as pixels, what of the file is new goes out. Its wasm is its own.
import init, { Film } from '#film';
import { arrival, live, words } from '../alive.js';

/** @typedef {{ width: number, height: number, samples: Uint8Array, fps: number, forever: boolean }} Opening */
/** @typedef {{ open: Opening } | { frame: Uint8Array, hold: number } | { end: true }} Message */
/** @typedef {{ bytes: Uint8Array, done: boolean } | { error: string }} Answer */

/** @typedef {{ postMessage(answer: Answer, transfer: Transferable[]): void, onmessage: (event: MessageEvent<Message>) => void }} Scope */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (globalThis));
const ready = arrival(() => init({ module_or_path: new URL('./film_bg.wasm', import.meta.url) }));
/** @type {Film | undefined} */
let film;

/** @param {Message} message @returns {Answer} */
function answer(message) {
  if ('open' in message) {
    const { width, height, samples, fps, forever } = message.open;
    film = new Film(width, height, samples, fps, forever);
    return { bytes: new Uint8Array(), done: false };
  }
  if (!film) throw new Error('a film has to be opened first');
  if ('end' in message) return { bytes: film.end(), done: true };
  return { bytes: film.add(message.frame, message.hold), done: false };
}

/** @param {Message} message @returns {Promise<Answer>} */
async function tried(message) {
  try {
    await ready;
    return answer(message);
  } catch (error) {
    return { error: words(error) };
  }
}

live();
scope.onmessage = async ({ data }) => {
  const told = await tried(data);
  scope.postMessage(told, 'bytes' in told ? [told.bytes.buffer] : []);
};
