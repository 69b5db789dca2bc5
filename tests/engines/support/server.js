// Addresses of this machine, for as long as a test needs them: a few files, or a whole site.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @typedef {{ address: string, close: () => void }} Served */

/** @type {Record<string, string>} */
const KINDS = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/**
 * @param {Record<string, string | URL>} files what lies under which name
 * @returns {Promise<Served>}
 */
export function serve(files) {
  return listen(async (url, response) => {
    const file = files[url.slice(1)];
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': KINDS[extname(url)] }).end(await readFile(file));
  });
}

/** What another server says, under its policy, with one script before all others of a page. @param {string} site @param {URL} script @returns {Promise<Served>} */
export async function relay(site, script) {
  const first = await readFile(script);
  return listen(async (url, response) => {
    if (url === '/first.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(first);
    const answer = await fetch(new URL(url, site));
    const kind = answer.headers.get('content-type') ?? '';
    const policy = answer.headers.get('content-security-policy') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    // Pages have the same scripts and the same wasm.
    const cached = kind.startsWith('text/html') ? 'no-store' : 'max-age=600';
    response.writeHead(answer.status, { 'content-type': kind, 'content-security-policy': policy, 'cache-control': cached });
    response.end(kind.startsWith('text/html') ? body.toString().replace('<head>', '<head><script src="/first.js"></script>') : body);
  });
}

/** @param {(url: string, response: import('node:http').ServerResponse) => Promise<void>} answer @returns {Promise<Served>} */
async function listen(answer) {
  const server = createServer((request, response) => void answer(request.url ?? '/', response).catch((error) => response.destroy(error)));
  const address = await new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address())));
  return { address: `http://127.0.0.1:${address.port}/`, close: () => void server.close().closeAllConnections() };
}
