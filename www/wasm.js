// Where the wasm lies that a page begins with: beside this module. The classic bundle takes packed.js instead (package.json,
// "imports").
export default new URL('./ponder_lean_bg.wasm', import.meta.url);
