// The three engines, as far as they can be had: a test in each of them.
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NotStarted } from './programs.js';

const { env } = process;

/** @typedef {{ name: string, driver?: string, missing?: string, capabilities: object, xvfb?: string }} Engine missing: why there is no driver */

/** @param {string} name @returns {string} */
export function need(name) {
  return env[name] ?? assert.fail(`${name} is not set: run these tests with \`cargo xtask test engines\``);
}

/** @type {Engine[]} */
const ENGINES = [
  {
    name: 'Chromium',
    driver: need('PONDER_CHROMEDRIVER'),
    capabilities: {
      'goog:chromeOptions': { binary: need('PONDER_CHROMIUM'), args: ['--headless', '--no-sandbox', '--disable-gpu'] },
      'goog:loggingPrefs': { browser: 'ALL' },
    },
  },
  {
    name: 'Firefox',
    driver: env.PONDER_GECKODRIVER,
    missing: env.PONDER_NO_FIREFOX,
    capabilities: { 'moz:firefoxOptions': { binary: env.PONDER_FIREFOX, args: ['-headless'] } },
  },
  {
    name: 'WebKitGTK',
    driver: env.PONDER_WEBKITDRIVER,
    missing: env.PONDER_NO_WEBKITGTK,
    capabilities: {},
    xvfb: env.PONDER_XVFB,
  },
];

/** One line of the report that the step ends with. @param {string} line */
export const note = (line) => appendFileSync(join(need('PONDER_REPORT'), 'report.txt'), `${line}\n`);

/**
 * A test in every engine. One that cannot be had is named with the reason; Chromium is promised, and all are where all are asked for.
 * @param {string} title @param {(engine: Engine) => Promise<void>} work
 */
export function inEngines(title, work) {
  for (const engine of ENGINES) {
    const { name, driver, missing } = engine;
    test(`${title} in ${name}`, { timeout: 300_000 }, async (t) => {
      try {
        if (driver === undefined) throw new NotStarted(missing ?? 'it has no driver');
        await work(engine);
      } catch (error) {
        if (!(error instanceof NotStarted) || name === 'Chromium' || env.PONDER_ALL_ENGINES) throw error;
        note(`not run: ${name}, ${title}: ${error.message}`);
        t.skip(error.message);
      }
    });
  }
}
