// Sandbox, file, offline: a frame without an origin, a file without a server, and no request once a page is there.
import { alive } from '../e2e/support/lesson.js';
import { site } from '../e2e/support/page.js';
import { node } from './support/commands.js';
import { must, quiet } from './support/soak.js';

/** The size is how many pages are gone through without a network. */
export const [about, long, short] = ['works in a sandbox, from a file, and without a network once it is there', Infinity, 2];

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open }, size) {
  const { pages } = await import('../e2e/support/pages.js');
  const lessons = pages.filter((path) => path === '' || path.startsWith('lessons/')).slice(0, size);
  const { page, complaints } = await open();
  for (const path of lessons) {
    await page.context().setOffline(false);
    await page.goto(site + path);
    const figures = await page.locator('ponder-figure').all();
    for (const figure of figures) await figure.evaluate((element) => /** @type {any} */ (element).ready.then(() => {}));
    if (await page.locator('ponder-exhibit').count()) await alive(page);
    await page.waitForLoadState('networkidle');
    /** @type {string[]} */
    const asked = [];
    const note = (/** @type {import('playwright-core').Request} */ request) => void asked.push(request.url());
    page.on('request', note);
    await page.context().setOffline(true);
    for (const figure of figures) {
      await figure.evaluate(async (/** @type {any} */ element) => {
        element.scrollIntoView();
        for (let i = 0; i < 9 && element.recipe?.ponders?.length; i += 1) element.skip();
        element.play();
        await new Promise((done) => { setTimeout(done, 60); });
        element.seek(element.steps);
      });
    }
    page.off('request', note);
    must(asked.length === 0, `/${path} asks for ${asked.join(', ')} once it is loaded`);
  }
  quiet(complaints);
  const told = `${lessons.length} pages go on without a network and ask for nothing`;
  if (size === short) return told;
  const [framed, single] = [await node(['e2e/embed.test.js'], 'sandbox|frame'), await node(['e2e/single.test.js'])];
  return `${told}; ${framed} tests in sandboxes and frames, ${single} of the single file from file://`;
}
