// Monkey-proof: whatever a hand, a finger, a keyboard, a window does, nothing complains and every figure stays a figure.
import { site } from '../e2e/support/page.js';
import { Monkey } from './support/monkey.js';
import { must, quiet } from './support/soak.js';

export const [about, long, short] = ['random events leave figures whole', 20_000, 150];

const SEEDS = 5;
/** Events between two looks. */
const SPELL = 250;

const PLACES = ['playground.html', '', 'embedding.html', 'lessons/04-momentum.html'];

/** @param {import('./support/soak.js').Soak} soak @param {number} size of each seed */
export async function keep({ open, random, seed }, size) {
  const places = size === short ? PLACES.slice(0, 1) : PLACES;
  const seeds = size === short ? 1 : SEEDS;
  let count = 0;
  for (let run = 0; run < seeds; run += 1) {
    for (const place of places) {
      count += await visit(open, random.fork(), place, Math.ceil(size / places.length)).catch((error) => {
        throw new Error(`seed ${seed}, run ${run}, /${place}: ${error.message}`, { cause: error });
      });
    }
  }
  return `${seeds} seeds on ${places.length} pages: ${count} events, 0 complaints, every figure whole`;
}

/** @param {import('./support/soak.js').Soak['open']} open @param {import('./support/random.js').Random} random @param {string} place @param {number} size */
async function visit(open, random, place, size) {
  const { page, complaints } = await open({ hasTouch: true });
  const monkey = new Monkey(page, random);
  await monkey.stay();
  await page.goto(site + place);
  await page.locator('ponder-figure').first().evaluate((figure) => /** @type {any} */ (figure).ready.then(() => {}));
  let done = 0;
  while (done < size) {
    const spell = Math.min(SPELL, size - done);
    await monkey.play(spell);
    done += spell;
    const broken = await page.evaluate(broke);
    must(broken.length === 0, `after event ${done}: ${broken.join('; ')}; the last: ${monkey.last}`);
    if (complaints.length) throw new Error(`after event ${done}: ${complaints[0]}; the last: ${monkey.last}`);
  }
  quiet(complaints);
  await page.context().close();
  return done;
}

/** What is wrong with the figures of a page; runs there. */
async function broke() {
  const beside = /** @type {HTMLScriptElement} */ (document.querySelector('script[src$=".js"]'));
  const { check, encode, decode } = await import(new URL('ponder.js', beside.src).href);
  const wrong = [];
  for (const figure of /** @type {any[]} */ ([...document.querySelectorAll('ponder-figure')])) {
    const { recipe, step, steps, shadowRoot } = figure;
    if (!recipe || !shadowRoot.querySelector('.figure')) continue;
    if (check(recipe).length) wrong.push(`the recipe is none: ${check(recipe)[0].message}`);
    if (!Number.isInteger(step) || step < 0 || step > steps) wrong.push(`step ${step} of ${steps}`);
    const link = encode(recipe, step);
    if (encode(decode(link)) !== link) wrong.push(`another figure comes back from its link: ${link}`);
    const odd = /\bNaN\b|\bundefined\b|\[object|\bInfinity\b/;
    const told = odd.exec(shadowRoot.querySelector('.figure').innerText);
    if (told) wrong.push(`the figure says ${told[0]}`);
    for (const element of shadowRoot.querySelectorAll('*')) {
      const styled = [...element.attributes].find((/** @type {Attr} */ { name, value }) => name !== 'aria-label' && odd.test(value));
      if (styled) wrong.push(`${element.localName} ${styled.name}="${styled.value.slice(0, 60)}"`);
    }
    if (shadowRoot.querySelector(':scope > .notice')) wrong.push(shadowRoot.querySelector(':scope > .notice').textContent);
  }
  return wrong;
}
