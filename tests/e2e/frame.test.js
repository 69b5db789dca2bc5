// The way round the course: on foot without JavaScript, every link and anchor, the notations, marks as targets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPage, site } from './support/browser.js';

inPage('contents, lesson, next and previous without JavaScript', { javaScriptEnabled: false }, async (page) => {
  await page.goto(site);
  const lessons = await page.locator('#lessons .lessons a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(lessons.length > 0);
  await page.locator('#lessons .lessons a').first().click();
  // The playground has no text to go through.
  const pages = lessons.filter((lesson) => lesson !== 'playground.html');
  for (const lesson of pages) {
    const i = lessons.indexOf(lesson);
    await page.waitForLoadState();
    assert.ok(page.url().endsWith(lesson), `${page.url()} is not ${lesson}`);
    const number = Number(lesson.match(/\d+/)?.[0]);
    assert.match(await page.locator('.number').innerText(), new RegExp(`^Lesson ${number} of \\d+$`));
    await page.locator('.contents summary').click();
    assert.equal(await page.locator('.contents ol a').count(), lessons.length);
    assert.ok((await page.locator('.contents [aria-current="page"]').getAttribute('href'))?.endsWith(lesson));
    await page.locator('.sections a').last().click();
    assert.equal(new URL(page.url()).hash.slice(1), (await page.locator('.sections a').last().getAttribute('href'))?.slice(1));
    await page.goto(site + lesson);
    if (i > 0) {
      await page.locator('footer a[rel="prev"]').click();
      await page.waitForLoadState();
      assert.ok(page.url().endsWith(lessons[i - 1] ?? '-'));
      await page.goBack();
    }
    const next = page.locator('footer a[rel="next"]');
    assert.equal(await next.count(), i + 1 < lessons.length ? 1 : 0, lesson);
    const following = lessons[i + 1];
    if (following) await next.click();
    if (following === 'playground.html' && lessons[i + 2]) await page.goto(site + lessons[i + 2]);
  }
});

/** A page's addresses and anchors, as text has them. @param {string} address */
async function leaf(address) {
  const answer = await fetch(address);
  const text = answer.headers.get('content-type')?.includes('html') ? await answer.text() : '';
  // Addresses in snippets are those of other pages, and what an address itself says is nobody's anchor.
  const html = text.replace(/<pre[^]*?<\/pre>/g, '').replaceAll(/#v=[^"]*/g, '');
  const links = [...html.matchAll(/ (?:href|src|content)="([^"]*)"/g)].map(([, link = '']) => link);
  const internal = links.filter((link) => /^[^ ]*[#./][^ ]*$/.test(link) && !/^[a-z]+:/.test(link));
  return { status: answer.status, internal, ids: new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)) };
}

test('no dead link: every address and anchor of the built site exists', async () => {
  /** @type {Map<string, Awaited<ReturnType<typeof leaf>>>} */
  const leaves = new Map();
  const waiting = [new URL('index.html', site).href];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (leaves.has(next)) continue;
    const found = await leaf(next);
    assert.equal(found.status, 200, next);
    leaves.set(next, found);
    for (const link of found.internal) waiting.push(new URL(link, next).href.split('#')[0] ?? next);
  }
  assert.ok([...leaves.keys()].filter((address) => address.includes('/lessons/')).length >= 2);
  for (const [address, { internal }] of leaves) {
    for (const link of internal.filter((link) => link.includes('#'))) {
      const [file = '', anchor = ''] = new URL(link, address).href.split('#');
      assert.ok(!anchor || leaves.get(file)?.ids.has(decodeURIComponent(anchor)), `${link} in ${address}`);
    }
  }
});

inPage('one notation instead of four, remembered for the visit', {}, async (page) => {
  await page.goto(`${site}symbols.html`);
  const shown = () => page.locator('thead th:visible').allInnerTexts();
  assert.equal((await shown()).length, 4);
  await page.getByRole('radio', { name: 'PyTorch' }).check();
  assert.deepEqual(await shown(), ['PyTorch']);
  await page.reload();
  assert.deepEqual(await shown(), ['PyTorch']);
  await page.getByRole('radio', { name: 'All four' }).check();
  assert.equal((await shown()).length, 4);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

inPage('without JavaScript all four notations stand, and no switch', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${site}symbols.html`);
  assert.equal(await page.locator('thead th:visible').count(), 4);
  assert.equal(await page.locator('.notation').isVisible(), false);
});

for (const path of ['symbols.html', 'bibliography.html', 'coverage.html', 'lessons/02-gradient-descent/handout.html']) {
  inPage(`${path} fits a narrow screen`, { viewport: { width: 320, height: 700 } }, async (page) => {
    await page.goto(site + path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) <= 0);
    const small = await page.locator('a:visible, summary:visible, label:visible').evaluateAll((targets) => {
      const inText = (/** @type {Element} */ target) => target.closest('p, td, th, li')?.textContent?.trim() !== target.textContent?.trim();
      return targets.filter((target) => !inText(target) && target.getBoundingClientRect().height < 24).map((target) => target.outerHTML);
    });
    assert.deepEqual(small, []);
  });
}

inPage('a mark is where its link leads, also for what waits', {}, async (page) => {
  await page.goto(`${site}lessons/02-gradient-descent.html#S1-27`);
  const top = await page.locator('[id="S1-27"]').evaluate((mark) => mark.getBoundingClientRect().top);
  assert.ok(top > -5 && top < 200, `${top} px from the top`);
});
