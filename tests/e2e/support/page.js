// What is done with a page, whoever opened it: a blank one, one with a figure, pictures that can be counted.
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { QUIET } from '../../support/chromium.js';

const FLAGS = [...QUIET, '--disable-gpu', '--disable-component-update', '--disable-sync'];

/** Where the built site is served, with a slash at its end. */
export const site = need('PONDER_URL');

/** What `cargo xtask` says of where things are. @param {string} name */
export function need(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test e2e\``);
  return value;
}

/** A real Chromium. */
export const launch = () => chromium.launch({ executablePath: need('PONDER_CHROMIUM'), args: FLAGS, handleSIGTERM: false });

/** What the console complains of, the page throws, or could not be loaded, from now on. @param {import('playwright-core').Page} page */
export function attend(page) {
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  // What is still on its way when a link is followed is aborted, not missing.
  const failed = (/** @type {import('playwright-core').Request} */ request) => request.failure()?.errorText !== 'net::ERR_ABORTED';
  page.on('requestfailed', (request) => failed(request) && complaints.push(`not loaded: ${request.url()}`));
  return complaints;
}

/**
 * A blank page of the site's origin with one figure, given as an object.
 * @param {import('playwright-core').Page} page @param {object} figure
 */
export async function mount(page, figure) {
  await blank(page);
  await page.evaluate(async (figure) => {
    await import(new URL('ponder.js', location.href).href);
    const element = /** @type {any} */ (document.createElement('ponder-figure'));
    element.recipe = figure;
    document.body.append(element);
    await element.ready;
  }, figure);
  return page.locator('ponder-figure');
}

/**
 * A blank page of the site's origin, under its own strict policy or under none.
 * @param {import('playwright-core').Page} page @param {{ strict?: boolean }} [options]
 */
export async function blank(page, { strict = true } = {}) {
  const address = `${site}blank.html`;
  const { 'content-security-policy': policy = '' } = await (await page.request.get(site)).headers();
  const body = '<!doctype html><html lang="en"><title>blank</title><body></body></html>';
  await page.route(address, (route) => route.fulfill({ body, headers: { 'content-type': 'text/html', ...(strict && { 'content-security-policy': policy }) } }));
  await page.goto(address);
}

/**
 * Listens for one event from now on; call what comes back for its detail.
 * @param {import('playwright-core').Locator} figure @param {string} type
 * @returns {Promise<() => Promise<any>>}
 */
export async function hear(figure, type) {
  const ear = await figure.evaluateHandle((element, type) => {
    // Inside an object, or the promise itself would be waited for.
    return { heard: new Promise((done) => element.addEventListener(type, (event) => done(/** @type {CustomEvent} */ (event).detail), { once: true })) };
  }, type);
  return () => ear.evaluate(({ heard }) => heard);
}

/** Until a figure says so to those who hear it; what is said comes no faster than it can be heard. @param {import('playwright-core').Locator} figure @param {RegExp | string} text */
export const said = (figure, text) => figure.locator('.figure > .spoken[aria-live]').filter({ hasText: text }).waitFor({ state: 'attached', timeout: 6000 });

/** A drawn view of a figure. @param {import('playwright-core').Locator} figure @param {string} name */
export const view = (figure, name) => figure.locator(`.view.${name} .canvas`);

/** What a place looks like now, once frames have been drawn; so it needs a page with JavaScript. @param {import('playwright-core').Locator} place */
export async function picture(place) {
  await place.page().evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return PNG.sync.read(await place.screenshot());
}

/** How many pixels are close to a colour. @param {PNG} image @param {[number, number, number]} color @param {number} [within] */
export function count({ data }, color, within = 40) {
  let found = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (color.every((c, k) => Math.abs(data[i + k] - c) <= within)) found += 1;
  }
  return found;
}

/** How many different colours there are. @param {PNG} image */
export function colors({ data }) {
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  return seen.size;
}

/** @param {PNG} a @param {PNG} b */
export const same = (a, b) => a.width === b.width && a.height === b.height && a.data.equals(b.data);

/**
 * The course's two points.
 * @param {object[]} runs @param {object} [more]
 */
export function twoPoints(runs, more = {}) {
  const each = runs.map((run) => ({ start: [-2, -2], learning_rate: 1, ...run }));
  return { surface: { model: 'sigmoid-neuron', data: 'two-points' }, runs: each, steps: 60, ...more };
}

/** The light theme's colour of momentum. @type {[number, number, number]} */
export const MOMENTUM = [0xc8, 0x32, 0x2b];
