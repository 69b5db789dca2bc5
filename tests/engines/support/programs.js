// Programs that the tests start, and that end with them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The browser did not even open. */
export class NotStarted extends Error {}

/** A screen that nobody sees. @param {string} xvfb @returns {Promise<{ display: string, stop: () => void }>} */
export async function screen(xvfb) {
  const child = start(xvfb, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const [number] = await Promise.race([once(child.output, 'data'), child.ended]);
  return { display: `:${String(number).trim()}`, stop: child.stop };
}

/** @param {string} program @param {string[]} args @param {object} [options] */
export function start(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { said = (said + piece).slice(-2000); });
  /** @type {Promise<never>} */
  const ended = new Promise((_, reject) => {
    child.on('error', (error) => reject(new NotStarted(error.message)));
    child.on('exit', (code) => reject(new NotStarted(`${program} ended with ${code}`)));
  });
  // It ends in the end; only before its time does anybody wait for it.
  ended.catch(() => {});
  const stop = () => void child.kill();
  process.once('exit', stop);
  return { stop, ended, said: () => said, output: child.stdout };
}

/** @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
