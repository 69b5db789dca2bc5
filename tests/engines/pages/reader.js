// What a reader does with the first figure of a page, by real keys and clicks; and what then has to be seen.
import assert from 'node:assert/strict';

/** @typedef {import('../support/webdriver.js').Session} Session */
/** @typedef {{ steps: number, step: number, playing: boolean, asked: string[], colors: number, print: string }} Seen asked: the kinds of the questions that wait */

/** The first figure as it looks now. @param {Session} session @returns {Promise<Seen>} */
const look = (session) => session.run(async () => {
  const figure = /** @type {any} */ (document.querySelector('ponder-figure'));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // Read from a copy: Chromium complains where a canvas itself is read often.
  const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(240, 200).getContext('2d', { willReadFrequently: true }));
  const pixels = [...figure.shadowRoot.querySelectorAll('.view:has(canvas)')].map((view) => {
    copy.clearRect(0, 0, 240, 200);
    for (const canvas of view.querySelectorAll('canvas')) if (canvas.width > 0) copy.drawImage(canvas, 0, 0, 240, 200);
    return new Uint32Array(copy.getImageData(0, 0, 240, 200).data.buffer);
  });
  const { steps, step, playing, recipe } = figure;
  const open = figure.shadowRoot.querySelector('.ponder [type=submit]') ? recipe.ponders : [];
  const asked = open.filter((/** @type {any} */ { at }) => at === step).map((/** @type {any} */ { kind }) => kind);
  let print = 0;
  for (const part of pixels) for (const pixel of part) print = (Math.imul(print, 31) + pixel) | 0;
  return { steps, step, playing, asked, colors: Math.min(...pixels.map((part) => new Set(part).size)), print: `${print}` };
});

/** Waits for something to be seen. @param {Session} session @param {(seen: Seen) => boolean} awaited @param {string} what */
async function see(session, awaited, what) {
  for (const end = Date.now() + 10_000; ;) {
    const seen = await look(session);
    if (awaited(seen)) return seen;
    if (Date.now() > end) assert.fail(`not seen: ${what}; ${JSON.stringify(seen)}`);
  }
}

/** Puts the focus somewhere in the figure. @param {Session} session @param {string} selector */
const focus = (session, selector) => session.run((selector) => {
  const place = document.querySelector('ponder-figure')?.shadowRoot?.querySelector(selector);
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  return place?.matches(':focus') ?? false;
}, selector).then((had) => assert.ok(had, `${selector} takes no focus`));

/**
 * Answers what is asked at the start, plays to where the next question waits, answers it; what is drawn has to change.
 * @param {Session} session
 */
export async function use(session) {
  await session.run(() => document.querySelector('ponder-figure')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await focus(session, '.figure');
  // The cover plays of its own accord.
  if ((await look(session)).playing) await session.press(' ');
  await session.press('Home');
  const begun = await see(session, ({ step, playing, colors }) => step === 0 && !playing && colors > 1, 'the figure, drawn, at its start');
  for (const [i, kind] of begun.asked.entries()) {
    if (i > 0) await session.click(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.ponder .tools .main'));
    await answer(session, kind);
  }
  const [next] = (await play(session, begun)).asked;
  if (next) await answer(session, next);
}

/** By the space bar, then at once as far as it goes. @param {Session} session @param {Seen} begun */
async function play(session, begun) {
  await focus(session, '.figure');
  await session.press(' ');
  await see(session, ({ step }) => step > 0, 'a step, after the space bar');
  await session.press('End');
  const stop = await session.run(() => {
    const { recipe, steps } = /** @type {any} */ (document.querySelector('ponder-figure'));
    return Math.min(steps, ...(recipe.ponders ?? []).map((/** @type {any} */ { at }) => at).filter((/** @type {number} */ at) => at > 0));
  });
  const ended = await see(session, ({ step, playing }) => step === stop && !playing, `a stop at step ${stop}`);
  assert.notEqual(ended.print, begun.print, 'it has moved, and looks the same');
  return ended;
}

/** Any answer, right or wrong, by the pointer where there is something to point at. @param {Session} session @param {string} kind */
async function answer(session, kind) {
  await hands[kind](session);
  let verdict = '';
  // A picture that is asked about glides into sight, and what is to be clicked with it: a reader who misses clicks again.
  for (let tries = 0; !verdict && tries < 10; tries += 1) {
    if (await session.run(() => Boolean(document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.ponder [type=submit]:enabled')))) {
      await session.click(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.ponder [type=submit]:enabled'));
    }
    verdict = await session.run(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.ponder .result')?.textContent ?? '');
    if (!verdict) await new Promise((onward) => { setTimeout(onward, 200); });
  }
  assert.ok(verdict.length > 4, `no verdict on an answer to a question of kind ${kind}`);
}

/** @type {Record<string, (session: Session) => Promise<void>>} */
const hands = {
  choose: (session) => session.click(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.ponder label')),
  async type(session) {
    await focus(session, '.ponder input');
    await session.press('0', '.', '5');
  },
  async order(session) {
    await focus(session, '.ponder ol.order > li:last-child button:enabled');
    await session.press('Enter');
  },
  draw: (session) => session.drag(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.contour .canvas'), [40, 30]),
  click: (session) => session.click(() => document.querySelector('ponder-figure')?.shadowRoot?.querySelector('.contour .canvas')),
};
