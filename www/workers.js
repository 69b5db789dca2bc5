// Workers that lie beside this module. One that comes from another origin, as where figures are embedded, is called in by
// a small module of the page's own, as a browser starts no stranger's script.
import { trusted } from './trusted.js';

/** Whether there is such a worker. @param {string} _name of the bundle */
export const has = (_name) => true;

/** @param {string} name of the bundle @returns {Worker} */
export function worker(name) {
  const url = new URL(`./${name}.js`, import.meta.url);
  if (url.origin === location.origin) return new Worker(trusted(url.href), { type: 'module' });
  const own = URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' }));
  const started = new Worker(trusted(own), { type: 'module' });
  started.addEventListener('message', () => URL.revokeObjectURL(own), { once: true });
  return started;
}
