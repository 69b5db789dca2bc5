// A notebook as a page: what `IPython.display.HTML` shows is kept.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_HOSTS_PYTHON'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await cp(join(npm, 'ponder.classic.js'), join(work, 'ponder.classic.js'));
    await run(tool('PONDER_HOSTS_PYTHON'), ['-m', 'nbconvert', '--to', 'html', 'notes.ipynb'], work);
    return { folder: work, page: 'notes.html' };
  },
};
