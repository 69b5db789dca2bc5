// Pandoc, with which Quarto renders: raw HTML in a block that says so.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_PANDOC'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await cp(join(npm, 'ponder.classic.js'), join(work, 'ponder.classic.js'));
    await run(tool('PONDER_PANDOC'), ['--standalone', '--from', 'markdown', 'notes.qmd', '--output', 'notes.html'], work);
    return { folder: work, page: 'notes.html' };
  },
};
