// A figure in a notebook, by anywidget: one module with the wasm inside, as a notebook has nowhere to fetch it from.
//   recipe   both ways: the figure; what the reader changes comes back
//   step     both ways
//   options  attributes of the element, by name
//   answers  from the reader: what `answer` tells, by question
import '../ponder.js';

/** @typedef {import('./anywidget.d.ts').Model} Model */
/** @typedef {HTMLElement & { recipe: unknown, step: number }} Figure */

/** @param {{ model: Model, el: HTMLElement }} given */
function render({ model, el }) {
  const figure = /** @type {Figure} */ (document.createElement('ponder-figure'));
  const life = new AbortController();
  const [shown, moved] = [() => show(figure, model), () => move(figure, model)];
  model.on('change:recipe', shown);
  model.on('change:step', moved);
  tell(figure, model, life.signal);
  for (const [name, value] of Object.entries(/** @type {Record<string, string>} */ (model.get('options') ?? {}))) figure.setAttribute(name, value);
  shown();
  moved();
  el.append(figure);
  return () => {
    life.abort();
    model.off('change:recipe', shown);
    model.off('change:step', moved);
    figure.remove();
  };
}

/** What the notebook says. @param {Figure} figure @param {Model} model */
function show(figure, model) {
  const recipe = model.get('recipe');
  if (JSON.stringify(recipe) !== JSON.stringify(figure.recipe)) figure.recipe = recipe;
}

/** @param {Figure} figure @param {Model} model */
function move(figure, model) {
  const step = Number(model.get('step') ?? 0);
  if (step !== figure.step) figure.step = step;
}

/** What the reader does. @param {Figure} figure @param {Model} model @param {AbortSignal} signal */
function tell(figure, model, signal) {
  const say = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    model.set(name, value);
    model.save_changes();
  };
  figure.addEventListener('pause', () => say('step', figure.step), { signal });
  figure.addEventListener('change', () => say('recipe', figure.recipe), { signal });
  figure.addEventListener('answer', (event) => {
    const { id, ...answer } = /** @type {CustomEvent} */ (event).detail;
    say('answers', { .../** @type {object} */ (model.get('answers') ?? {}), [id]: answer });
  }, { signal });
}

export default { render };
