// Life after a trap. A panic in wasm kills the one instance that all figures of a page share; so every export is
// called through `call`, which then makes a new instance and tries once more, and everything that lives in wasm is
// held by a `Handle`, which can make it again from state that lives outside.

/** What a call says that comes before the wasm. */
export const EARLY = 'Ponder is not loaded yet: await `ready` first';

/** @param {unknown} error whether the instance is dead: a panic, or the stack ran out in the middle of something */
function fatal(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || (error instanceof Error && error.name === 'InternalError');
}

export class Engine {
  /** Counts instances; a handle of an older generation is stale. */
  generation = 0;
  #glue;
  #loaded = false;

  /** @param {Glue} glue */
  constructor(glue) {
    this.#glue = glue;
  }

  /** @param {unknown} source URL or bytes of the wasm */
  async load(source) {
    await this.#glue.default({ module_or_path: source });
    this.#loaded = true;
  }

  /**
   * Takes another program that can do more in its place: what lives in wasm is made again in it, as after a trap.
   * @param {Glue} glue @param {unknown} source URL or bytes of the wasm
   */
  async grow(glue, source) {
    await glue.default({ module_or_path: source });
    // Nobody asks the old one any more: a fresh instance of it holds next to no memory.
    if (this.#loaded) this.#glue.__wbg_reset_state();
    this.#glue = glue;
    this.#loaded = true;
    this.generation += 1;
  }

  /**
   * Calls exports: the only way to them.
   * @template T
   * @param {(glue: Glue) => T} work may run twice, so it must change nothing outside wasm
   * @returns {T}
   */
  call(work) {
    if (!this.#loaded) throw new Error(EARLY);
    try {
      return work(this.#glue);
    } catch (error) {
      if (!fatal(error)) throw error;
      this.#renew();
    }
    try {
      return work(this.#glue);
    } catch (error) {
      if (!fatal(error)) throw error;
      this.#renew();
      throw new Error('Ponder failed twice at this and gave up; other figures go on', { cause: error });
    }
  }

  #renew() {
    this.#glue.__wbg_reset_state();
    this.generation += 1;
  }
}

/**
 * Something that lives in wasm, and how to make it.
 * @template {{ free(): void }} T
 */
export class Handle {
  #engine;
  #make;
  /** @type {T | null} */
  #thing = null;
  #generation = -1;
  #gone = false;

  /** @param {Engine} engine @param {(glue: Glue) => T} make from state outside wasm: it is called again after a trap */
  constructor(engine, make) {
    this.#engine = engine;
    this.#make = make;
  }

  /**
   * @template R
   * @param {(thing: T) => R} work
   * @returns {R}
   */
  use(work) {
    if (this.#gone) throw new Error('this was freed');
    return this.#engine.call((glue) => work(this.#live(glue)));
  }

  /** Lets go of it for good. */
  free() {
    this.rest();
    this.#gone = true;
  }

  /**
   * Gives its memory back; the next use makes it again. After a reset an old pointer belongs to somebody else's
   * memory, so a stale thing is just dropped.
   */
  rest() {
    const thing = this.#thing;
    this.#thing = null;
    if (thing) this.#engine.call(() => this.#generation === this.#engine.generation && thing.free());
  }

  /** @param {Glue} glue */
  #live(glue) {
    if (this.#thing === null || this.#generation !== this.#engine.generation) {
      this.#thing = this.#make(glue);
      this.#generation = this.#engine.generation;
    }
    return this.#thing;
  }
}
