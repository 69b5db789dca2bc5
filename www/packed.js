// The wasm inside the classic bundle, packed: what lies on a disk is smaller by half so. Whoever has the wasm's vectors
// has what unpacks it, too.
import bytes from '#packed';

/** @returns {Promise<Response>} as if it had been fetched */
async function unpacked() {
  const wasm = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } });
}

export default unpacked();
