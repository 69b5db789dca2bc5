// Accessible: axe on every page in both lights; the course by keyboard alone.
import { node } from './support/commands.js';

export const [about, long] = ['no violation on any page; keyboard alone', 1];

export async function keep() {
  const axe = await node(['e2e/access.test.js']);
  const keys = await node(['e2e/keyboard.test.js', 'e2e/course.test.js', 'e2e/site.test.js']);
  return `axe-core finds nothing in ${axe} openings of pages, light and dark; ${keys} tests of keys, widths and whole lessons by keyboard`;
}
