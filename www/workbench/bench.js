// What a tool sees of the figure that it works on, and the one way in which it changes it. Tells:
//   change  the figure is another one, whoever made it so: a tool, a slider, a drag, undo
//   step    another step is shown
//   question  a question came up, was answered or skipped

export class Bench extends EventTarget {
  /** Ends with the figure. */
  signal;
  #desk;
  /** Says it to those who hear the figure. */
  voice;

  /** @param {import('../desk.js').Desk} desk @param {import('../voice.js').Voice} voice @param {AbortSignal} signal */
  constructor(desk, voice, signal) {
    super();
    this.#desk = desk;
    this.voice = voice;
    this.signal = signal;
    for (const type of ['change', 'step', 'question']) desk.addEventListener(type, () => this.dispatchEvent(new Event(type)), { signal });
  }

  /** The figure as it is now, plain data. */
  get figure() {
    return this.stage.figure;
  }

  /** What the wasm says of it. */
  get facts() {
    return this.stage.facts;
  }

  /** The live stage; another one after a change of kind. */
  get stage() {
    return this.#desk.stage;
  }

  /** The <ponder-figure>. */
  get host() {
    return this.#desk.host;
  }

  /** Whether a question waits: until then the recipe is not the reader's to change. */
  get locked() {
    return this.stage.asking;
  }

  get canUndo() {
    return this.#desk.canUndo;
  }

  get canRedo() {
    return this.#desk.canRedo;
  }

  /**
   * Makes another figure of it. A bad one throws and changes nothing.
   * @param {FigureRecipe} figure @param {string} said the undo step's name; edits of one name within a second are one step
   */
  edit(figure, said) {
    this.#desk.edit(own(figure, this.figure), said);
  }

  undo() {
    const said = this.#desk.undo();
    if (said) this.say(said);
  }

  redo() {
    const said = this.#desk.redo();
    if (said) this.say(said);
  }

  /** Tells those who hear the figure. @param {string} text */
  say(text) {
    this.voice.say(text);
  }

  /** Calls exports of the wasm that need no figure. @template T @param {(glue: Glue) => T} work @returns {T} */
  call(work) {
    return this.#desk.call(work);
  }
}

/** What its author called and told of a figure is not true of other runs or other ground. @param {FigureRecipe} figure @param {FigureRecipe} before */
function own(figure, before) {
  const { title, alt, ...rest } = figure;
  const same = title === before.title && alt === before.alt;
  const kept = JSON.stringify([figure.surface, figure.runs, figure.steps]) === JSON.stringify([before.surface, before.runs, before.steps]);
  return same && !kept ? rest : figure;
}
