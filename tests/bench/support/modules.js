// wasm as the page has it: the figure that `<ponder-figure>` draws with, and what the benchmarks need besides.

/** @param {string} folder @param {string} name @returns {Promise<any>} its exports */
async function load(folder, name) {
  const url = new URL(`${folder}/${name}`, location.href).href;
  const glue = await import(`${url}.js`);
  await glue.default({ module_or_path: `${url}_bg.wasm` });
  return glue;
}

/** The shipped wasm, with `Figure`: what `www/stage.js` holds and `www/view.js` draws. */
export const page = () => load('glue', 'ponder_wasm');

/** tests/bench/wasm. */
export const contenders = () => load('contenders', 'contenders');

/** What the page's worker makes many runs with. */
export const bulk = () => load('glue', 'bulk');
