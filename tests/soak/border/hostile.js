// What nobody should hand to an export. Makers, not values: each call gets one of its own.

/** A list in a list in a list. @param {number} levels */
function deep(levels) {
  /** @type {unknown} */
  let list = 0;
  for (let i = 0; i < levels; i += 1) list = [list];
  return list;
}

function cyclic() {
  const self = { surface: {}, runs: [] };
  return Object.assign(self, { surface: self, self });
}

/** @type {(() => unknown)[]} */
export const HOSTILE = [
  // Nothing
  () => undefined, () => null, () => '', () => [], () => ({}), () => Object.create(null),
  // Numbers that are none, too large, too small, broken, on the wrong side
  () => NaN, () => Infinity, () => -Infinity, () => 0, () => -0, () => -1, () => 0.5, () => 1.5, () => 1e308, () => -1e308,
  () => 5e-324, () => 2 ** 31, () => 2 ** 32, () => 2 ** 32 - 1, () => 2 ** 53, () => -(2 ** 31) - 1, () => 1e21,
  // Other kinds
  () => true, () => false, () => 10n ** 30n, () => Symbol('s'), () => () => 1, () => class {}, () => new Date(NaN), () => /x/g,
  () => new Map([['a', 1]]), () => new Set([1]), () => new Error('no'), () => Promise.resolve(1).then(() => 1), () => new WeakMap(),
  // Texts
  () => 'NaN', () => '1e999', () => '\u0000', () => '\ud800', () => '\u202e\u{10ffff}', () => '%zz%41', () => '__proto__',
  () => 'contour', () => '{"surface":', () => 'x'.repeat(100_000), () => '('.repeat(5000), () => '[['.repeat(50_000), () => '💥'.repeat(20_000),
  // Lists and bytes
  () => [NaN, Infinity, -Infinity], () => new Array(100_000).fill(1e308), () => new Array(300_000), () => new Float64Array(1e6).fill(NaN),
  () => new Uint8Array(3), () => new ArrayBuffer(8), () => new DataView(new ArrayBuffer(1)), () => deep(1000), () => deep(20_000), () => [[], [[]], [null]],
  // Objects that bite
  () => cyclic(), () => ({ get surface() { throw new Error('not today'); } }), () => new Proxy({}, { get() { throw new Error('a proxy'); }, ownKeys() { throw new Error('a proxy'); } }),
  () => ({ valueOf() { throw new Error('no value'); }, toString() { throw new Error('no text'); } }), () => JSON.parse('{"__proto__":{"steps":1}}'),
  () => Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])), () => globalThis,
];
