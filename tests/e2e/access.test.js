// Accessibility by axe-core: no violation of WCAG 2.2 AA or best practice, light and dark, before and after an answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inPage, site } from './support/browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = ['', 'lessons/02-gradient-descent.html', 'symbols.html', 'bibliography.html', 'coverage.html'];

for (const path of PAGES) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    inPage(`${path || 'cover'}, ${colorScheme}`, { colorScheme }, async (page) => {
      await page.goto(site + path);
      for (const figure of await page.locator('ponder-figure').all()) {
        await figure.evaluate((element) => /** @type {any} */ (element).ready);
      }
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run();
        return violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
      });
      assert.deepEqual(violations, []);
    });
  }
}
