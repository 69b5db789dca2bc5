// Claims and misprints: nothing shows before the reader has committed, then everything, and a run where a claim fails.
import assert from 'node:assert/strict';
import { inPage, site } from './support/browser.js';
import { alive } from './support/lesson.js';

/** @param {import('playwright-core').Page} page @param {string} kind */
async function first(page, kind) {
  await page.goto(`${site}lessons/15-errata.html`);
  await alive(page);
  return page.locator(`ponder-exhibit[kind=${kind}]`).first();
}

inPage('C2: the verdict waits for the reader’s own; its counter-example is one click away', {}, async (page) => {
  const claim = await first(page, 'claim');
  assert.ok(!(await claim.innerText()).includes('It fails.'));
  assert.equal(await claim.locator('[data-verdict]').count(), 0);
  await claim.getByRole('button', { name: 'It holds' }).press('Enter');
  assert.equal(await claim.locator('.told').innerText(), 'Not so.');
  assert.match(await claim.innerText(), /It fails\..*1\.75\s×\s10⁻⁵/s);
  assert.equal(await claim.locator('ponder-figure').count(), 0);
  await claim.locator('summary').click();
  const end = await claim.locator('ponder-figure').evaluate(async (figure) => {
    const live = /** @type {HTMLElement & { ready: Promise<unknown>, step: number, steps: number }} */ (figure);
    await live.ready;
    await new Promise((done) => { setTimeout(done, 100); });
    return [live.step, live.steps];
  });
  assert.equal(end[0], end[1], 'it opens with its story told');
});

inPage('E41: the right form stands beside the printed one once a line is marked', {}, async (page) => {
  const bug = await first(page, 'bug');
  const lines = bug.locator('ol.lines').first().getByRole('button');
  assert.equal(await lines.count(), 3);
  assert.ok(!(await bug.innerText()).includes('As it was meant'));
  await lines.nth(1).press('Enter');
  assert.equal(await bug.locator('.told').innerText(), 'Yes, line 2.');
  assert.match(await bug.innerText(), /As it was meant.*They part after step 2\..*no number/s);
  assert.equal(await bug.locator('.marked').count(), 2);
});
