// The short form of every promise that has one: the same code as `cargo xtask soak`, a smaller size, always the same seed.
import { test } from 'node:test';
import { PROMISES, promise } from '../soak/index.js';
import { soak } from '../soak/support/soak.js';

const SEED = 2026;

for (const name of PROMISES) {
  const { about, short, keep } = await promise(name);
  if (short === undefined) continue;
  test(`${name.toUpperCase()}: ${about}`, { timeout: 120_000 }, async (context) => {
    const tools = await soak(SEED);
    try {
      context.diagnostic(await keep(tools, short));
    } finally {
      await tools.end();
    }
  });
}
