// Hostile neighbours: whatever is sent by message changes nothing and throws nothing; another copy and rude styles beside it.
import { createServer } from 'node:http';
import { site, twoPoints } from '../e2e/support/page.js';
import { node } from './support/commands.js';
import { must, quiet } from './support/soak.js';

export const [about, long, short] = ['100,000 random messages', 100_000, 4000];

const FIGURE = twoPoints([{ method: 'momentum' }], { view: { views: ['contour'] }, ponders: [{ at: 9, kind: 'type', ask: 'The loss?' }] });

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open, random }, size) {
  const { page, complaints } = await open();
  const frame = `${site}embed.html?${new URLSearchParams({ recipe: JSON.stringify(FIGURE) })}`;
  // A page of another origin, with the helper for pages around, and a figure of its own.
  const html = `<!doctype html><html lang="en"><title>host</title><script src="${site}ponder.classic.js"></script><script src="${site}embed-parent.js"></script>
    <iframe width="700" height="600" src="${frame.replaceAll('&', '&amp;')}"></iframe><ponder-figure recipe="${JSON.stringify(FIGURE).replaceAll('"', '&quot;')}"></ponder-figure>`;
  const server = createServer((request, response) => response.writeHead(request.url === '/' ? 200 : 204, { 'content-type': 'text/html' }).end(html));
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  page.once('close', () => server.close());
  // Another name of this machine is another origin.
  await page.goto(`http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
  const figures = [page.frameLocator('iframe').locator('ponder-figure'), page.locator('ponder-figure')];
  for (const figure of figures) {
    await figure.evaluate((element) => /** @type {any} */ (element).ready.then(() => {}));
    await figure.evaluate((element) => /** @type {any} */ (element).seek(5));
  }
  const states = () => Promise.all(figures.map((figure) => figure.evaluate((element) => {
    const { recipe, step, playing, shadowRoot } = /** @type {any} */ (element);
    return JSON.stringify([recipe, step, playing, shadowRoot.textContent]);
  })));
  // What is told when a page has settled is told.
  await page.waitForTimeout(500);
  const before = await states();
  const height = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  const high = await height();
  for (let done = 0; done < size; done += 2000) await page.evaluate(shout, { seed: random.below(2 ** 31), count: Math.min(2000, size - done) });
  await page.waitForTimeout(500);
  const after = await states();
  quiet(complaints);
  for (const [i, state] of before.entries()) must(after[i] === state, `figure ${i} is another one: ${after[i].slice(0, 300)}`);
  must(await height() === high, `the frame's height was ${high} and is ${await height()}`);
  const told = `${size} random messages to a frame, its page and its window: no state changed, nothing thrown`;
  return size === short ? told : `${told}; ${await node(['e2e/manners.test.js', 'e2e/embed.test.js'], 'two copies|all: unset|believes|hears nobody|leaves on window')} tests of neighbours`;
}

/** Random plain data, with words of ours among them. Runs in the page. @param {{ seed: number, count: number }} given */
async function shout({ seed, count }) {
  let state = seed;
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const pick = (/** @type {unknown[]} */ list) => list[below(list.length)];
  const texts = ['', 'ponder:height', 'ponder:event', 'recipe', 'lti.frameResize', 'seek', '<b>', '{"type":"ponder:ask"}', '__proto__', 'NaN'];
  /** @param {number} depth @returns {unknown} */
  const made = (depth) => {
    const leaf = [0, -1, NaN, Infinity, 1e308, true, null, undefined, 9n, new Date(0), /x/, new Uint8Array(3), new Error('x'), ...texts];
    if (depth === 0 || below(3) === 0) return pick(leaf);
    if (below(3) === 0) return Array.from({ length: below(4) }, () => made(depth - 1));
    const keys = ['type', 'height', 'recipe', 'step', 'seek', 'subject', 'message', 'value', 'secret', 'event', 'detail', 'get', 'data', 'source', 'play', 'context', 'src'];
    return Object.fromEntries(Array.from({ length: 1 + below(4) }, () => [pick(keys), made(depth - 1)]));
  };
  const frame = /** @type {Window} */ (document.querySelector('iframe')?.contentWindow);
  for (let i = 0; i < count; i += 1) {
    const message = made(3);
    // The one question that a frame answers is no attack.
    if (/** @type {any} */ (message)?.type === 'ponder:ask') continue;
    (below(3) ? frame : window).postMessage(message, '*');
    if (i % 200 === 199) await new Promise((onward) => { setTimeout(onward, 0); });
  }
}
