// As much of WebDriver (https://www.w3.org/TR/webdriver2/) as one page needs: a session, an address, its text.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const PAUSE = 50;
const PATIENCE = 120_000;

/** The browser did not even open. */
export class NotStarted extends Error {}

/**
 * Opens an address in a browser and waits until its title is "done".
 * @param {{ driver: string, capabilities: object, display?: string }} browser
 * @param {string} address
 * @returns {Promise<{ version: string, text: string }>} the browser's version and the text of the page's body
 */
export async function read({ driver, capabilities, display }, address) {
  const port = await freePort();
  const env = display === undefined ? process.env : { ...process.env, DISPLAY: display };
  const child = start(driver, [`--port=${port}`], { env });
  try {
    const command = (/** @type {string} */ path, /** @type {object | undefined} */ body, /** @type {string | undefined} */ method) =>
      ask(`http://127.0.0.1:${port}${path}`, body, method);
    return await Promise.race([converse(command, capabilities, address), child.ended]);
  } catch (error) {
    if (error instanceof Error) error.message += `\n${child.said()}`;
    throw error;
  } finally {
    child.stop();
  }
}

/** @typedef {(path: string, body?: object, method?: string) => Promise<any>} Ask */

/** @param {Ask} ask @param {object} capabilities @param {string} address */
async function converse(ask, capabilities, address) {
  const { sessionId, capabilities: got } = await open(ask, capabilities).catch((error) => {
    throw new NotStarted(`it does not start: ${error.message}`, { cause: error });
  });
  const session = `/session/${sessionId}`;
  try {
    await ask(`${session}/url`, { url: address });
    await until(async () => await ask(`${session}/title`) === 'done');
    const script = 'return document.body.textContent;';
    return { version: got.browserVersion, text: await ask(`${session}/execute/sync`, { script, args: [] }) };
  } finally {
    // The driver ends its browser.
    await ask(session, undefined, 'DELETE');
  }
}

/** A session, as soon as the driver listens. @param {Ask} ask @param {object} capabilities */
async function open(ask, capabilities) {
  await until(() => ask('/status').then(({ ready }) => ready, () => false));
  return await ask('/session', { capabilities: { alwaysMatch: capabilities } });
}

/** One command. @param {string} address @param {object} [body] @param {string} [method] */
async function ask(address, body, method = body ? 'POST' : 'GET') {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(address, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

/** @param {() => Promise<boolean>} done */
async function until(done) {
  const end = Date.now() + PATIENCE;
  while (!await done()) {
    if (Date.now() > end) throw new Error(`nothing after ${PATIENCE / 1000} s`);
    await wait(PAUSE);
  }
}

/** A screen that nobody sees. @param {string} xvfb @returns {Promise<{ display: string, stop: () => void }>} */
export async function screen(xvfb) {
  const child = start(xvfb, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const [number] = await Promise.race([once(child.output, 'data'), child.ended]);
  return { display: `:${String(number).trim()}`, stop: child.stop };
}

/** A program that ends with us. @param {string} program @param {string[]} args @param {object} [options] */
function start(program, args, options) {
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
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
