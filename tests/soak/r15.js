// Strict CSP: no page of the site breaks the policy that it is served with, whatever is done on it.
import { site } from '../e2e/support/page.js';
import { must, quiet } from './support/soak.js';

/** The size is how many pages, the playground first. */
export const [about, long, short] = ['no page breaks its policy', Infinity, 1];

const STRICT = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:", "worker-src 'self' blob:", "connect-src 'self'", "require-trusted-types-for 'script'", 'trusted-types ponder'];

/** @param {import('./support/soak.js').Soak} soak @param {number} size */
export async function keep({ open }, size) {
  const { pages } = await import('../e2e/support/pages.js');
  const all = ['playground.html', ...pages.filter((path) => path !== 'playground.html')].slice(0, size);
  const { page, complaints } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  /** @type {string[]} */
  const broken = [];
  await page.exposeFunction('breach', (/** @type {string} */ what) => broken.push(what));
  await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => /** @type {any} */ (window).breach(`${effectiveDirective} ${blockedURI}`)));
  let figures = 0;
  for (const path of all) {
    const answer = await page.goto(site + path);
    const served = answer?.headers()['content-security-policy'] ?? '';
    const missing = STRICT.filter((rule) => !served.split('; ').includes(rule));
    must(missing.length === 0, `/${path} is served without ${missing.join('; ')}`);
    figures += await used(page);
    if (path === 'playground.html') await tools(page);
    must(broken.length === 0, `/${path}: ${broken.join('; ')}`);
  }
  quiet(complaints);
  return `${all.length} pages with ${figures} figures; film, sweeps, scripts and pictures made in the playground: 0 violations`;
}

/** Every figure is played and gone through. @param {import('playwright-core').Page} page */
async function used(page) {
  const figures = await page.locator('ponder-figure').all();
  for (const figure of figures) {
    await figure.evaluate(async (/** @type {any} */ element) => {
      await element.ready;
      for (let i = 0; i < 9 && element.recipe?.ponders?.length; i += 1) element.skip();
      element.play();
      element.seek(element.steps);
    });
  }
  return figures.length;
}

/** @param {import('playwright-core').Page} page */
async function tools(page) {
  const figure = page.locator('ponder-figure').first();
  await figure.getByRole('tab', { name: 'Save' }).click();
  for (const name of ['Save SVG', 'Save PNG', 'Save CSV']) await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name, exact: true }).click()]);
  await figure.getByRole('button', { name: 'Copy for NumPy' }).click();
  await figure.getByText('Copied').waitFor();
  await figure.getByLabel('Seconds').fill('1');
  await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'Make a GIF' }).click()]);
  await figure.getByRole('tab', { name: 'Sweeps' }).click();
  await figure.getByRole('button', { name: 'Try them all' }).click();
  await figure.locator('.sweeps .found').waitFor({ timeout: 60_000 });
}
