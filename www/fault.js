// What is wrong with an attribute, with the path that the element's `error` event carries.

export class Fault extends Error {
  /** @param {string} path @param {string} problem */
  constructor(path, problem) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
