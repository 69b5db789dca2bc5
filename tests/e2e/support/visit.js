// Pages of the site that are looked at more than once: each loads once, then the window and the light change around it.
import { test } from 'node:test';
import { attend, opened, site } from './browser.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ deviceScaleFactor?: number, hasTouch?: boolean, isMobile?: boolean }} Device what cannot change around a page */
/** @typedef {{ width?: number, height?: number, colorScheme?: 'light' | 'dark', device?: Device }} Sight */

/** What the last test has left standing. @type {{ page: Page, device?: Device, path?: string, complaints: string[] } | undefined} */
let visit;

/**
 * A test of a page of the site, with its figures ready, that leaves it as it was. Tests of the same page that follow each
 * other share it: the first of them sees it load. Whatever the console complains of, or the page throws, fails it.
 * @param {string} name
 * @param {string} path
 * @param {Sight} sight
 * @param {(page: Page) => Promise<void>} work
 */
export function inSight(name, path, sight, work) {
  test(name, { timeout: 60_000 }, async () => {
    try {
      const { page, complaints } = await visited(path, sight);
      await work(page);
      if (complaints.length) throw new Error(`the page complains:\n${complaints.join('\n')}`);
    } catch (error) {
      await ended();
      throw error;
    }
  });
}

/** @param {string} path @param {Sight} sight */
async function visited(path, { width = 1280, height = 900, colorScheme = 'light', device }) {
  if (visit?.device !== device) await ended();
  visit ??= await begun(device);
  const { page } = visit;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  if (visit.path !== path) await page.goto(site + path);
  visit.path = path;
  await rested(page);
  return visit;
}

/** @param {Device} [device] */
async function begun(device) {
  const page = await opened({ ...device });
  return { page, device, complaints: attend(page) };
}

/** When every figure is ready, and nothing is on its way to another colour or place. @param {Page} page */
async function rested(page) {
  for (const figure of await page.locator('ponder-figure').all()) await figure.evaluate((element) => /** @type {any} */ (element).ready);
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => { requestAnimationFrame(done); });
    // What is far below is laid out a little later.
    while (document.querySelector('.lesson:not(.laid)')) await frame();
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map((moving) => moving.finished));
  });
}

async function ended() {
  await visit?.page.close();
  visit = undefined;
}
