// What a lesson's page does beside its figures: the formulas' font, text that waits for an answer, captions, answers on paper.

/** @typedef {HTMLTemplateElement} Template */

/** @returns {Template[]} */
const templates = (/** @type {string} */ kind) => [...document.querySelectorAll(`template.${kind}`)].filter(isTemplate);

/** @param {Element} element @returns {element is Template} */
function isTemplate(element) {
  return element instanceof HTMLTemplateElement;
}

/** Puts what is in a template behind it. @param {Template} template */
function open(template) {
  const nodes = [...template.content.cloneNode(true).childNodes];
  template.after(...nodes);
  return nodes;
}

/** Puts it there for good. @param {Template} template */
function tell(template) {
  template.previousElementSibling?.remove();
  open(template);
  template.remove();
}

/** @param {Event} event @param {(data: DOMStringMap) => boolean} due */
function heard(event, due) {
  const figure = event.target instanceof Element ? event.target.closest('figure')?.id : undefined;
  templates('after').filter(({ dataset }) => dataset.figure === figure && due(dataset)).forEach(tell);
}

// Text that tells an outcome waits until its question is answered, or skipped and played past.
for (const template of templates('after')) template.previousElementSibling?.removeAttribute('hidden');
document.addEventListener('answer', (event) => {
  if (event instanceof CustomEvent) heard(event, ({ question }) => question === event.detail.id);
});
document.addEventListener('commit', (event) => heard(event, () => true));
document.addEventListener('step', (event) => {
  if (event instanceof CustomEvent) heard(event, ({ step }) => event.detail.step > Number(step));
});

// A caption tells what was run; once the reader has changed that, it tells that too.
document.addEventListener('change', (event) => {
  if (!(event instanceof CustomEvent) || !(event.target instanceof Element)) return;
  const caption = event.target.closest('figure')?.querySelector('figcaption');
  caption?.querySelector('.changed')?.remove();
  if (!caption || !event.detail.said) return;
  const note = document.createElement('strong');
  note.className = 'changed';
  note.textContent = ` ${event.detail.said}`;
  caption.append(note);
});

// In the playground the page's own address can say the figure.
const free = document.querySelector('.playground ponder-figure');
const said = free && import('./ponder.js').then(({ follow }) => follow(/** @type {import('./follow.js').Figure} */ (free)));

// A figure that asks nothing opens where its poster stood; playing starts from its beginning.
customElements.whenDefined('ponder-figure').then(() => {
  for (const figure of document.querySelectorAll('ponder-figure[data-step]')) {
    const open = /** @type {HTMLElement & { seek(step: number): void }} */ (figure);
    const seek = () => open.seek(Number(open.dataset.step));
    if (figure === free) said?.then((opened) => opened || seek());
    else seek();
  }
});

// The cover tells how its story begins, up to the first question; where less motion is wanted, at once.
/** @typedef {HTMLElement & { ready: Promise<unknown>, play(): void, step: number, steps: number, playing: boolean }} Live */
customElements.whenDefined('ponder-figure').then(() => {
  const figure = /** @type {Live | null} */ (document.querySelector('.cover ponder-figure'));
  figure?.ready.then(() => begin(figure), () => {});
});

/** @param {Live} figure */
function begin(figure) {
  if (figure.step > 0 || figure.playing || document.hidden || figure.getBoundingClientRect().top > innerHeight) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) figure.step = figure.steps;
  else figure.play();
}

// On paper nothing can be answered, so everything is told; afterwards it waits again.
/** @type {ChildNode[]} */
let printed = [];
addEventListener('beforeprint', () => {
  printed = [...templates('after'), ...templates('paper')].flatMap(open);
});
addEventListener('afterprint', () => {
  printed.forEach((node) => node.remove());
  printed = [];
});

// From bytes, not by @font-face: the page also works where the content policy names no source of fonts.
fetch(new URL('fonts/stix-two-math.woff2', import.meta.url))
  .then((response) => response.arrayBuffer())
  .then((bytes) => new FontFace('Ponder Math', bytes).load())
  .then((face) => document.fonts.add(face))
  .catch(() => {}); // Formulas are then set in the reader's own mathematical font.

// What is far below waits to be laid out (style.css) until the page is there: then piece by piece, so that nobody waits for it.
// Who comes back to a place in the page finds it where it was.
const PIECE = 6;
const text = document.querySelector('.lesson');
const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
if (visit?.type !== 'navigate') text?.classList.add('laid');
else if (text) addEventListener('load', () => { lay(text); });

/** Idle, and after a frame. */
const idle = () => new Promise((done) => {
  const soon = /** @type {{ requestIdleCallback?: typeof requestIdleCallback }} */ (globalThis).requestIdleCallback ?? setTimeout;
  requestAnimationFrame(() => soon(done));
});

/** @param {Element} text */
async function lay(text) {
  const parts = [...text.children];
  for (let at = 0; at < parts.length; at += PIECE) {
    await idle();
    parts.slice(at, at + PIECE).forEach((part) => part.classList.add('laid'));
  }
  text.classList.add('laid');
}
