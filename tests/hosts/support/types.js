// What a host's project says of itself, and what it is given.

/**
 * @typedef {object} Bench
 * @property {string} here the project's folder
 * @property {string} work an empty folder of its own
 * @property {string} npm the package, as it is handed out
 * @property {string} modules the hosts that come from npm
 * @property {(program: string, words: string[], folder: string) => Promise<void>} run
 * @property {(name: string) => string} tool a program by the variable that names it
 */

/**
 * @typedef {object} Built
 * @property {string} folder to be served
 * @property {string} page the one with the figure
 * @property {boolean} [frame] whether the figure is in a frame
 * @property {boolean} [scaled] whether the host scales what it shows, instead of making it narrower
 * @property {{ press: string, leads: RegExp }} [key] a key of the host's own, and the address to which it leads
 * @property {RegExp} [state] what the host has been told by the end
 */

/**
 * @typedef {object} Host
 * @property {string[]} [needs] variables that name programs
 * @property {(bench: Bench) => Promise<Built>} build
 */

export {};
