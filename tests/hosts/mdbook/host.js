// mdBook loads classic scripts only. Its own arrow keys turn the chapters.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_MDBOOK'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await cp(join(npm, 'ponder.classic.js'), join(work, 'ponder.classic.js'));
    await run(tool('PONDER_MDBOOK'), ['build'], work);
    return { folder: join(work, 'book'), page: 'notes.html', key: { press: 'ArrowRight', leads: /more\.html$/ } };
  },
};
