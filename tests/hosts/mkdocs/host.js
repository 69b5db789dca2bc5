// MkDocs: a `div` around the figure, as its Markdown knows no other elements.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_HOSTS_PYTHON'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await cp(join(npm, 'ponder.classic.js'), join(work, 'docs/ponder.classic.js'));
    await run(tool('PONDER_HOSTS_PYTHON'), ['-m', 'mkdocs', 'build', '--quiet', '--strict'], work);
    return { folder: join(work, 'site'), page: 'index.html' };
  },
};
