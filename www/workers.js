// Workers that lie beside this module. One that comes from another origin, as where figures are embedded, is called in by
// a small module of the page's own, as a browser starts no stranger's script.
import { watched } from './alive.js';
import { trusted } from './trusted.js';

/** Whether there is such a worker. @param {string} _name of the bundle */
export const has = (_name) => true;

/** @param {string} bundle @returns {Worker} one that tells an error when it is gone */
export function worker(bundle) {
  const name = `ponder-${bundle}-${crypto.randomUUID?.() ?? Math.random()}`;
  return watched(started(bundle, name), name);
}

/** @param {string} bundle @param {string} name */
function started(bundle, name) {
  const url = new URL(`./${bundle}.js`, import.meta.url);
  if (url.origin === location.origin) return new Worker(trusted(url.href), { type: 'module', name });
  const own = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' }));
  const made = new Worker(trusted(own), { type: 'module', name });
  made.addEventListener('message', () => URL.revokeObjectURL(own), { once: true });
  return made;
}
