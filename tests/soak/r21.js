// Supply chain: licences and sources of what we depend on, lock files, nothing needed at run time, no trace of the machine.
import { steps } from './support/commands.js';

export const [about, long] = ['what we depend on is known and locked', 1];

export async function keep() {
  return `cargo xtask test deny dist: ${await steps(['deny', 'dist'])}`;
}
