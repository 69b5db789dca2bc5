// A few files on an address of this machine, for as long as a test needs them.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @type {Record<string, string>} */
const KINDS = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/**
 * @param {Record<string, string | URL>} files what lies under which name
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(files) {
  const server = createServer(async ({ url = '' }, response) => {
    const file = files[url.slice(1)];
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': KINDS[extname(url)] }).end(await readFile(file));
  });
  const address = await new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address())));
  return { address: `http://127.0.0.1:${address.port}/`, close: () => void server.close().closeAllConnections() };
}
