// Life after a trap. A panic in wasm kills the one instance that all figures of a page share; so every export is
// called through `call`, which then makes a new instance and tries once more, and everything that lives in wasm is
// held by a `Handle`, which can make it again from state that lives outside.

/** What a call says that comes before the wasm. */
export const EARLY = 'Ponder is not loaded yet: await `ready` first';

/** What an object says that something thrown through it has left in the middle of a call: nobody can use it any more. */
const STUCK = /recursive use of an object|while it was borrowed/;

/** @param {unknown} error whether the instance is dead: a panic, or something was left in the middle, as when the stack ran out */
export function fatal(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
    || (error instanceof Error && (error.name === 'InternalError' || STUCK.test(error.message)));
}

/** What failed on a fresh instance, too: the fault is in what was asked, not in the instance. */
export class Broken extends Error {}

/** The wasm could not be fetched, though it could run. */
export class Unreachable extends Error {}

export class Engine {
  /** Counts instances; a handle of an older generation is stale. */
  generation = 0;
  #glue;
  #loaded = false;
  /** Whether the instance is dead and there is no other one yet. */
  #dead = false;

  /** @param {Glue} glue */
  constructor(glue) {
    this.#glue = glue;
  }

  /** Whether anything can be called. */
  get loaded() {
    return this.#loaded;
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
    const [old, used] = [this.#glue, this.#loaded];
    this.#glue = glue;
    this.#loaded = true;
    this.#dead = false;
    this.generation += 1;
    // Nobody asks the old one any more: a fresh instance of it holds next to no memory.
    try {
      if (used) old.__wbg_reset_state();
    } catch {
      // There is no room for that; what is lost is the room that it has.
    }
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
      if (this.#dead) this.#renew();
      return work(this.#glue);
    } catch (error) {
      if (!fatal(error)) throw error;
      this.#dead = true;
    }
    try {
      this.#renew();
      return work(this.#glue);
    } catch (error) {
      if (!fatal(error)) throw error;
      this.#dead = true;
      throw new Broken('Ponder failed twice at this and gave up; other figures go on', { cause: error });
    }
  }

  // Without room for another instance this fails, and is tried again at the next call.
  #renew() {
    this.#glue.__wbg_reset_state();
    this.generation += 1;
    this.#dead = false;
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
