// As much of WebDriver (https://www.w3.org/TR/webdriver2/) as one page needs: a session, an address, its text.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const LINE = 100;
const PATIENCE = 120_000;

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
    return await converse((path, body, method) => ask(`http://127.0.0.1:${port}${path}`, body, method), capabilities, address);
  } catch (error) {
    throw new Error(`${driver}: ${error}\n${child.said()}`, { cause: error });
  } finally {
    child.stop();
  }
}

/** @typedef {(path: string, body?: object, method?: string) => Promise<any>} Ask */

/** @param {Ask} ask @param {object} capabilities @param {string} address */
async function converse(ask, capabilities, address) {
  await until(() => ask('/status').then(({ ready }) => ready, () => false));
  const { sessionId, capabilities: got } = await ask('/session', { capabilities: { alwaysMatch: capabilities } });
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
    await wait(LINE);
  }
}

/** A screen that nobody sees. @param {string} xvfb @returns {Promise<{ display: string, stop: () => void }>} */
export async function screen(xvfb) {
  const child = start(xvfb, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
  const [number] = await Promise.race([once(child.output, 'data'), wait(PATIENCE, [], { ref: false })]);
  if (number === undefined) throw new Error(`${xvfb} opens no display\n${child.said()}`);
  return { display: `:${String(number).trim()}`, stop: child.stop };
}

/** A program that ends with us. @param {string} program @param {string[]} args @param {object} [options] */
function start(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { said = (said + piece).slice(-2000); });
  child.on('error', (error) => { said += error; });
  const stop = () => void child.kill();
  process.once('exit', stop);
  return { stop, said: () => said, output: child.stdout };
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
