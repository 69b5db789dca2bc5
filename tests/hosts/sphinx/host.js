// Sphinx with its own theme and a raw directive.
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_HOSTS_PYTHON'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await mkdir(join(work, '_static'));
    await cp(join(npm, 'ponder.classic.js'), join(work, '_static/ponder.classic.js'));
    await run(tool('PONDER_HOSTS_PYTHON'), ['-m', 'sphinx', '-q', '-W', '-b', 'html', '.', 'out'], work);
    return { folder: join(work, 'out'), page: 'index.html' };
  },
};
