// Hugo, with raw HTML let through (`unsafe`).
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_HUGO'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await cp(npm, join(work, 'static/ponder-figure'), { recursive: true });
    await run(tool('PONDER_HUGO'), ['--quiet'], work);
    return { folder: join(work, 'public'), page: 'index.html' };
  },
};
