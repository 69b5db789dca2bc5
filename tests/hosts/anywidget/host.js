// A widget in a notebook: made by Python's anywidget, shown as a front end shows it; what the reader answers comes back.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../support/types.js').Host} */
export default {
  needs: ['PONDER_HOSTS_PYTHON'],
  async build({ here, work, npm, run, tool }) {
    await cp(here, work, { recursive: true });
    await run(tool('PONDER_HOSTS_PYTHON'), ['page.py', join(npm, 'anywidget.js')], work);
    return { folder: work, page: 'index.html', state: /"answers":\{"q":\{"answer":\[0\],"correct":true/ };
  },
};
