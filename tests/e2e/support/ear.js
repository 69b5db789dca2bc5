// What somebody who listens to a page hears of itself: every text that a live region gets, and when.

/** @typedef {{ at: number, text: string, polite: boolean }} Heard */

/** Listens from now on, in every shadow root that there is and that comes. @param {import('playwright-core').Page} page */
export const listen = (page) => page.evaluate(() => {
  const LIVE = '[aria-live], [role=status], [role=alert], [role=log], [role=timer], output';
  const ear = { heard: /** @type {Heard[]} */ ([]), roots: new WeakSet(), since: performance.now() };
  /** @type {any} */ (globalThis).ear = ear;
  /** @param {Node} node @returns {Element | null} the region that a change belongs to */
  const region = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest(LIVE) ?? null;
  };
  const hidden = (/** @type {Element} */ live) => live.closest('[aria-hidden=true]') || live.getAttribute('aria-live') === 'off' || !live.checkVisibility();
  const told = (/** @type {MutationRecord[]} */ records) => {
    const added = records.filter(({ type, addedNodes }) => type === 'characterData' || addedNodes.length > 0);
    for (const live of new Set(added.map(({ target }) => region(target)))) {
      const text = live?.textContent?.trim();
      if (!live || !text || hidden(live)) continue;
      const polite = live.getAttribute('role') !== 'alert' && live.getAttribute('aria-live') !== 'assertive';
      ear.heard.push({ at: performance.now() - ear.since, text, polite });
    }
  };
  const enter = (/** @type {Document | ShadowRoot} */ root) => {
    if (ear.roots.has(root)) return;
    ear.roots.add(root);
    new MutationObserver(told).observe(root, { subtree: true, childList: true, characterData: true });
  };
  const look = () => {
    enter(document);
    for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) enter(shadowRoot);
  };
  look();
  setInterval(look, 200);
});

/** What was heard since it was asked last. @param {import('playwright-core').Page} page @returns {Promise<{ heard: Heard[], seconds: number }>} */
export const heard = (page) => page.evaluate(() => {
  const { ear } = /** @type {any} */ (globalThis);
  const took = { heard: ear.heard, seconds: (performance.now() - ear.since) / 1000 };
  [ear.heard, ear.since] = [[], performance.now()];
  return took;
});
