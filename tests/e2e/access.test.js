// Accessibility by axe-core: no violation of WCAG 2.2 AA or best practice, light and dark, before and after an answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pages } from './support/pages.js';
import { inSight } from './support/visit.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const path of pages) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    inSight(`${path || 'cover'}, ${colorScheme}`, path, { colorScheme }, async (page) => {
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run();
        return violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
      });
      assert.deepEqual(violations, []);
    });
  }
}
