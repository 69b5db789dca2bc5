// Opens what is packed in the page: the program and what it would fetch, one after the other in one gzip stream, written
// in 91 characters that HTML leaves alone (two of them for 13 or 14 bits). In base64 it would be an eighth longer.

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,./:;=?@[]^_`{|}~"->\'';

/** @param {string} text */
function bytes(text) {
  const value = Uint8Array.from({ length: 128 }, (_, code) => SIGNS.indexOf(String.fromCharCode(code)));
  const out = new Uint8Array(text.length);
  let [length, held, bits] = [0, 0, 0];
  for (let i = 0; i + 1 < text.length; i += 2) {
    const pair = value[text.charCodeAt(i)] + 91 * value[text.charCodeAt(i + 1)];
    held |= pair << bits;
    bits += (pair & 8191) > 88 ? 13 : 14;
    for (; bits > 7; bits -= 8, held >>>= 8) out[length++] = held & 255;
  }
  // The last bits of the last byte stand alone.
  if (text.length % 2) out[length++] = held | (value[text.charCodeAt(text.length - 1)] << bits);
  return out.subarray(0, length);
}

async function open() {
  const text = document.getElementById('ponder-packed')?.textContent ?? '';
  const stream = new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const whole = await new Response(stream).arrayBuffer();
  const head = new DataView(whole).getUint32(0);
  let at = 4 + head;
  /** @type {Record<string, ArrayBuffer>} */
  const files = {};
  for (const [name, size] of JSON.parse(new TextDecoder().decode(new Uint8Array(whole, 4, head)))) {
    files[name] = whole.slice(at, at + size);
    at += size;
  }
  new Function('PONDER_FILES', new TextDecoder().decode(files['ponder.js']))(files);
}

void open();
