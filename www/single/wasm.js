// The wasm of the single file: its loader has unpacked it, and gives it to the program.
export default Promise.resolve(new Response(PONDER_FILES['ponder_wasm_bg.wasm'], { headers: { 'Content-Type': 'application/wasm' } }));
