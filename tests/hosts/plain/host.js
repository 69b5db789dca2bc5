// A page written by hand, with the module and its wasm beside it.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  async build({ here, work, npm }) {
    await cp(here, work, { recursive: true });
    await cp(npm, join(work, 'ponder-figure'), { recursive: true });
    return { folder: work, page: 'index.html' };
  },
};
