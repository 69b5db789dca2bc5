// The bits of trajectories, hashed: the same module in a page and in Node.

const NAN = 0x7ff8000000000000n;

/**
 * SHA-256 of each recipe's trajectory: its numbers as little-endian doubles, every NaN with the same bits.
 * @param {(recipe: unknown) => Float64Array} trajectory
 * @param {{ recipe: unknown }[]} samples
 * @returns {Promise<string[]>}
 */
export async function hashes(trajectory, samples) {
  const all = [];
  for (const { recipe } of samples) {
    const rows = trajectory(recipe);
    const bytes = new DataView(new ArrayBuffer(rows.length * 8));
    rows.forEach((n, i) => (Number.isNaN(n) ? bytes.setBigUint64(i * 8, NAN, true) : bytes.setFloat64(i * 8, n, true)));
    all.push(hex(await crypto.subtle.digest('SHA-256', bytes)));
  }
  return all;
}

/** @param {string[]} hashes @returns {Promise<string>} the one hash over all of them, in their order */
export async function one(hashes) {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(hashes.join('\n'))));
}

/** @param {ArrayBuffer} digest */
function hex(digest) {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
