// A promise that begins when somebody waits for it.

/** @extends {Promise<void>} */
export class Later extends Promise {
  #begin;

  /** What is chained to it is an ordinary promise. @override */
  static get [Symbol.species]() {
    return Promise;
  }

  /** @param {() => Promise<void>} begin */
  constructor(begin) {
    super(() => {});
    this.#begin = begin;
  }

  /**
   * @override
   * @template A, B
   * @param {((value: void) => A | PromiseLike<A>) | null} [done] @param {((error: any) => B | PromiseLike<B>) | null} [failed]
   * @returns {Promise<A | B>}
   */
  then(done, failed) {
    return this.#begin().then(done, failed);
  }
}
