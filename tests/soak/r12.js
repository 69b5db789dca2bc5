// Pictures do not drift: vectors and reliefs natively, what is drawn in the page against them.
import { cargo, node } from './support/commands.js';

export const [about, long] = ['pictures are what they were', 1];

export async function keep() {
  const native = await cargo(['--test', 'pictures', '--test', 'reliefs', '--test', 'maps']);
  const page = await node(['e2e/looks.test.js', 'js/reliefs.test.js']);
  return `${native} tests of pictures and reliefs natively, ${page} in Chromium and Node`;
}
