// Pictures of a page as readers see it, in every light, on paper and at three widths; and how far apart two of them are.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { alive } from '../../e2e/support/lesson.js';
import { site } from '../../e2e/support/page.js';

/** @typedef {Map<string, Buffer>} Shots PNG by name */

/** @type {Record<string, Parameters<import('playwright-core').Page['emulateMedia']>[0]>} */
const LOOKS = { light: {}, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' }, print: { media: 'print' } };
const WIDTHS = [360, 768, 1280];

/**
 * A page in every look at every width, each opened afresh. Motion is reduced: nothing moves by itself.
 * @param {import('./soak.js').Soak['open']} open @param {string} path @param {number} height
 */
export async function shots(open, path, height) {
  /** @type {Shots} */
  const taken = new Map();
  for (const [look, media] of Object.entries(LOOKS)) {
    for (const width of WIDTHS) {
      const { page } = await open({ viewport: { width, height }, reducedMotion: 'reduce' });
      await page.emulateMedia({ reducedMotion: 'reduce', ...media });
      await page.goto(site + path);
      await settled(page);
      // A screenshot knows nothing of paper: the page has to be told.
      if (look === 'print') await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      taken.set(`${look}-${width}`, await page.screenshot({ animations: 'disabled' }));
      await page.context().close();
    }
  }
  return taken;
}

/** The first figure is on the screen and has drawn some steps, and all that is fetched is there. @param {import('playwright-core').Page} page */
async function settled(page) {
  const figure = page.locator('ponder-figure').first();
  await figure.evaluate((/** @type {any} */ element) => {
    element.scrollIntoView({ behavior: 'instant' });
    return element.ready.then(() => element.seek(12));
  });
  if (await page.locator('ponder-exhibit').count()) await alive(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.waitForTimeout(300);
}

/** The share of pixels in which they are not the same to an eye; all of them where the sizes differ. @param {Buffer} one @param {Buffer} other */
export function apart(one, other) {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height) / (a.width * a.height);
}

/** The pair that is furthest apart; both have the same names. @param {Shots} ones @param {Shots} others */
export function furthest(ones, others) {
  const pairs = [...ones].map(([name, shot]) => ({ name, share: apart(shot, /** @type {Buffer} */ (others.get(name))) }));
  return pairs.reduce((far, pair) => (pair.share > far.share ? pair : far), { name: 'none', share: 0 });
}

/** @param {URL} folder @param {Iterable<string>} names @returns {Promise<Shots>} */
export async function stored(folder, names) {
  return new Map(await Promise.all([...names].map(async (name) => /** @type {const} */ ([name, await readFile(new URL(`${name}.png`, folder))]))));
}

/** @param {URL} folder @param {Shots} taken */
export async function store(folder, taken) {
  await mkdir(folder, { recursive: true });
  await Promise.all([...taken].map(([name, shot]) => writeFile(new URL(`${name}.png`, folder), shot)));
}
