// VitePress renders on a server first. Vue keeps scripts out of its templates: the figure stands in the attribute.
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  async build({ here, work, npm, modules, run }) {
    await cp(here, work, { recursive: true });
    await cp(npm, join(modules, 'ponder-figure'), { recursive: true });
    await symlink(modules, join(work, 'node_modules'), 'dir');
    await run(process.execPath, [join(modules, 'vitepress/bin/vitepress.js'), 'build'], work);
    return { folder: join(work, '.vitepress/dist'), page: 'index.html' };
  },
};
