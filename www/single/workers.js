// Workers of the single file: there is nothing beside it to fetch. Their wasm comes as their first message, which is what
// they get when they fetch.

/** Goes before a worker's own program. */
const FETCH = `const wasm = new Promise((done) => {
  addEventListener('message', (event) => {
    event.stopImmediatePropagation();
    done(new Response(event.data, { headers: { 'Content-Type': 'application/wasm' } }));
  }, { once: true });
});
self.fetch = () => wasm;
`;

/** Whether there is such a worker. @param {string} name of the bundle */
export const has = (name) => `${name}.js` in PONDER_FILES;

/** @param {string} name of the bundle @returns {Worker} */
export function worker(name) {
  if (!PONDER_FILES[`${name}.js`]) throw new Error(`${name}: this file has no room for it; the playground on its site has it`);
  const url = URL.createObjectURL(new Blob([FETCH, PONDER_FILES[`${name}.js`]], { type: 'text/javascript' }));
  const started = new Worker(url);
  started.postMessage(PONDER_FILES[`${name}_bg.wasm`]);
  started.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return started;
}
