// Stable: what others rely on is what is stored in tests/snapshots: attributes, events, parts, links, declarations, help.
import { cargo, node } from './support/commands.js';

export const [about, long] = ['the interface is the one that is stored', 1];

export async function keep() {
  const links = await cargo(['-p', 'ponder', '--lib', 'links_are_written_as_they_were']);
  const help = await cargo(['--test', 'help']);
  const page = await node(['e2e/interface.test.js']);
  return `links ${links}, help ${help}, element, events, parts and declarations ${page} tests: as stored`;
}
