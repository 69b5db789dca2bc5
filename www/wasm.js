// Where the wasm lies: beside this module. The classic bundle takes packed.js instead (package.json, "imports").
export default new URL('./ponder_wasm_bg.wasm', import.meta.url);
