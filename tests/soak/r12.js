// Pictures do not drift: vectors and reliefs natively, what is drawn in the page against them; and what a reader sees, by
// pixels. Screenshots depend on the browser and on the fonts that are there: so every page is compared with itself, opened
// again, which finds what is drawn by chance; and one figure with what is stored for this release of Chromium.
import process from 'node:process';
import { twoPoints } from '../e2e/support/page.js';
import { cargo, node } from './support/commands.js';
import { furthest, shots, store, stored } from './support/shots.js';
import { must } from './support/soak.js';

export const [about, long] = ['pictures are what they were', 1];

/** A thousandth of the pixels. */
const DRIFT = 0.001;
/** Without a relief, which is compared bit by bit natively and would be most of what is stored. */
const FIGURE = twoPoints([{ method: 'momentum' }, { method: 'adam', learning_rate: 0.3 }], { steps: 40, view: { views: ['contour', 'curves', 'rule'], layers: ['contour-lines', 'start', 'path', 'heads', 'names', 'minima'] } });
const FRAME = `embed.html?${new URLSearchParams({ recipe: JSON.stringify(FIGURE) })}`;
/** Addresses, and how much of them is seen. @type {Record<string, [string, number]>} */
const PAGES = { figure: [FRAME, 440], cover: ['', 700], lesson: ['lessons/04-momentum.html', 700], playground: ['playground.html', 700] };

/** @param {import('./support/soak.js').Soak} soak */
export async function keep({ open, version }) {
  const seen = await screens(open, await version());
  const native = await cargo(['--test', 'pictures', '--test', 'reliefs', '--test', 'maps']);
  const page = await node(['e2e/looks.test.js', 'js/reliefs.test.js']);
  return `${seen}; ${native} tests of pictures and reliefs natively, ${page} in Chromium and Node`;
}

/** @param {import('./support/soak.js').Soak['open']} open @param {string} chromium */
async function screens(open, chromium) {
  let count = 0;
  let worst = 0;
  for (const [name, page] of Object.entries(PAGES)) {
    const taken = await shots(open, ...page);
    const again = furthest(taken, await shots(open, ...page));
    must(again.share <= DRIFT, `${name}, ${again.name}: opened again, ${percent(again.share)} of the pixels are others`);
    [count, worst] = [count + taken.size, Math.max(worst, again.share)];
    if (name === 'figure') worst = Math.max(worst, await drift(taken, chromium));
  }
  return `${count} screenshots, at most ${percent(worst)} of the pixels other than when opened again, or than those stored for Chromium ${chromium}`;
}

/** @param {import('./support/shots.js').Shots} taken @param {string} chromium */
async function drift(taken, chromium) {
  const folder = new URL(`shots/chromium-${chromium}/`, import.meta.url);
  if (process.env.PONDER_SNAPSHOTS === 'store') await store(folder, taken);
  const old = await stored(folder, taken.keys()).catch(() => {
    throw new Error(`no screenshots are stored for Chromium ${chromium}; to store them: PONDER_SNAPSHOTS=store cargo xtask soak R12`);
  });
  const { name, share } = furthest(taken, old);
  must(share <= DRIFT, `the figure, ${name}: ${percent(share)} of the pixels are other than those stored; where that is meant: PONDER_SNAPSHOTS=store cargo xtask soak R12`);
  return share;
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(3)} %`;
