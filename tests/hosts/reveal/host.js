// A slide: keys turn slides, but step the figure while it has the focus. Slides are scaled.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  async build({ here, work, npm, modules }) {
    await cp(here, work, { recursive: true });
    await cp(npm, join(work, 'ponder-figure'), { recursive: true });
    await cp(join(modules, 'reveal.js/dist'), join(work, 'reveal'), { recursive: true });
    return { folder: work, page: 'index.html', key: { press: 'ArrowRight', leads: /#\/1$/ }, scaled: true };
  },
};
