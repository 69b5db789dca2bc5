// What is read stays where it is while the figures above it come alive and take the room of what they can do.
import assert from 'node:assert/strict';
import { inEngines, need, note } from '../support/engines.js';
import { within } from '../support/webdriver.js';

const site = need('PONDER_URL');

/**
 * Goes to the text behind each figure that is not alive yet: how far it moved while the figure came alive, and how much that grew.
 * @param {import('../support/webdriver.js').Session} session
 */
const read = (session) => session.run(async () => {
  await customElements.whenDefined('ponder-figure');
  /** @param {() => boolean} done @param {number} [patience] */
  const until = async (done, patience = 30_000) => {
    for (const end = Date.now() + patience; !done() && Date.now() < end;) await new Promise((go) => setTimeout(go, 10));
  };
  const frame = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
  // Until then the heights of what is far below are guesses (style.css).
  await until(() => document.querySelector('.lesson.laid') !== null);
  const seen = [];
  for (const figure of /** @type {NodeListOf<any>} */ (document.querySelectorAll('.lesson > figure > ponder-figure'))) {
    let after = figure.parentElement.nextElementSibling;
    while (!after.checkVisibility()) after = after.nextElementSibling;
    scrollTo({ top: after.getBoundingClientRect().top + scrollY - 10, behavior: 'instant' });
    if (figure.steps > 0) continue;
    // Before the figure is asked whether it is near the screen, where a page is always laid out first.
    const { top } = after.getBoundingClientRect();
    const { height } = figure.getBoundingClientRect();
    await until(() => figure.steps > 0);
    await until(() => Math.abs(figure.getBoundingClientRect().height - height) > 1, 1000);
    await frame();
    seen.push({ moved: after.getBoundingClientRect().top - top, grown: figure.getBoundingClientRect().height - height });
  }
  return seen;
});

inEngines('the reading place', async (engine) => {
  const seen = await within(engine, async (session) => {
    await session.go(`${site}lessons/04-momentum.html`);
    return read(session);
  });
  const grown = Math.max(...seen.map(({ grown }) => grown));
  const moved = Math.max(...seen.map(({ moved }) => Math.abs(moved)));
  assert.ok(grown > 100, `no figure came alive above what was read: ${JSON.stringify(seen)}`);
  assert.ok(moved < 3, `what was read moved: ${JSON.stringify(seen)}`);
  note(`${engine.name}: ${seen.length} figures came alive above what was read, the largest grew by ${grown.toFixed()} px; it moved by at most ${moved.toFixed(1)} px`);
});
