// The single file that lies beside this copy of Ponder. In the single file itself another module stands in this one's place.
import { single } from './exports/filled.js';
import { say } from './words.js';

/** @param {AbortSignal} signal @returns {Promise<string>} */
export default async function whole(signal) {
  const response = await fetch(new URL('ponder.html', import.meta.url), { signal }).catch(() => null);
  signal.throwIfAborted();
  const html = response?.ok ? await response.text() : '';
  if (!single(html)) throw new Error(say('save-html-none'));
  return html;
}
