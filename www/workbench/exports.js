// What a reader takes away: numbers, a script, a picture, a film. Nothing of it is later than an open question.
import { make, on } from '../dom.js';
import { Easel, paper } from './exports/easel.js';
import { press } from './exports/errand.js';
import { film } from './exports/film.js';
import { Job } from './exports/job.js';
import { csv, json } from './exports/numbers.js';
import { Order } from './exports/order.js';
import { page } from './exports/page.js';
import { named } from './files.js';
import { seen } from './seen.js';
import { has } from '../workers.js';
import { phrases, wrong } from '../words.js';
import { say } from './words.js';

/** @typedef {import('./bench.js').Bench} Bench */

/** @type {import('./index.js').Tool} */
export const exports = { id: 'exports', open: (bench) => new Exports(bench).root };

class Exports {
  root = make('div', { class: 'exports' });
  #bench;
  #job;
  #order = new Order();
  #until = make('p', { class: 'note', hidden: true });
  #script = make('textarea', { readonly: true, rows: 8, spellcheck: 'false', 'aria-label': say('script-text'), hidden: true });
  /** What needs a step at least. @type {HTMLButtonElement[]} */
  #later = [];

  /** @param {Bench} bench */
  constructor(bench) {
    this.#bench = bench;
    this.#job = new Job(bench.signal);
    const svg = has('press') && this.#button('save-svg', () => this.#svg(), true);
    this.root.append(
      this.#until,
      part('save-numbers', row(this.#button('save-csv', () => this.#numbers('csv')), this.#button('save-json', () => this.#numbers('json'))), note('save-numbers-about')),
      ...(has('press') ? [this.#scripts()] : []),
      part(
        'save-picture',
        row(...this.#order.picture),
        row(svg, this.#button('save-png', () => this.#png(), true)),
        row(...this.#order.pace, this.#button('save-gif', () => this.#film())),
      ),
      part('save-page', row(this.#button('save-html', () => this.#page(), true)), note('save-page-about')),
      this.#job.root,
    );
    for (const type of ['change', 'question']) on(bench, type, () => this.#follow(), bench.signal);
    this.#order.light(this.#dark ? 'dark' : 'light');
    this.#follow();
  }

  #scripts() {
    const buttons = row(this.#button('copy-numpy', () => this.#copy('numpy')), this.#button('copy-torch', () => this.#copy('torch')));
    return part('save-script', buttons, note('save-script-about'), this.#script);
  }

  /** @param {import('./words.js').Key} word @param {() => unknown} act @param {boolean} [always] also where nothing was played yet */
  #button(word, act, always = false) {
    const button = make('button', { type: 'button', class: 'quiet' }, say(word));
    on(button, 'click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      try {
        act();
      } catch (error) {
        this.#job.tell(wrong(error));
      }
    }, this.#bench.signal);
    if (!always) this.#later.push(button);
    return button;
  }

  get #dark() {
    const theme = this.#bench.host.getAttribute('theme') ?? this.#bench.figure.view?.theme;
    return theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  #follow() {
    const { stage, locked } = this.#bench;
    const { end } = stage.player;
    this.#order.follow(this.#bench);
    this.#until.hidden = !locked;
    this.#until.replaceChildren(end > 0 ? say('save-until', { step: end }) : say('save-nothing'));
    for (const button of this.#later) button.setAttribute('aria-disabled', String(end === 0));
  }

  /** The recipe as far as it may be known, without what belongs to the figure only. */
  get #recipe() {
    const { view, ponders, title, alt, ...recipe } = this.#bench.figure;
    return { ...recipe, steps: this.#bench.stage.player.end };
  }

  /** @param {'csv' | 'json'} kind */
  #numbers(kind) {
    const { stage } = this.#bench;
    const recipe = this.#recipe;
    this.#job.save(`ponder.${kind}`, (signal, progress) => (kind === 'csv' ? csv(stage, { signal, progress }) : json(stage, recipe, { signal, progress })));
  }

  /** @param {'numpy' | 'torch'} kind */
  async #copy(kind) {
    const recipe = JSON.stringify(this.#recipe);
    this.#script.hidden = true;
    const made = await this.#job.make('ponder.py', (signal) => press({ kind, recipe }, signal));
    if (!made) return;
    const text = await made.text();
    try {
      await navigator.clipboard.writeText(text);
      this.#job.tell(say('copied'));
    } catch {
      // No clipboard in this frame: the text itself, ready to be copied by hand.
      this.#script.value = text;
      this.#script.hidden = false;
      this.#script.focus();
      this.#script.select();
      this.#job.tell(say('copy-by-hand'));
    }
  }

  #svg() {
    const { stage } = this.#bench;
    const { view, width, height, theme } = this.#order.sheet();
    const sight = { camera: stage.camera && [stage.camera.yaw, stage.camera.pitch], window: stage.lens.window?.flat() ?? null, height: stage.height, curves: stage.curves, phrases: phrases() };
    const [first, figure, seen, now] = [stage.first, stage.figure, sight, this.#now].map((part) => JSON.stringify(part));
    this.#job.save(`${view}.svg`, (signal) => press({ kind: 'svg', picture: { first, figure, view, sight: seen, now, width, height, theme } }, signal));
  }

  #png() {
    const { stage } = this.#bench;
    const sheet = this.#order.sheet();
    const now = this.#now;
    this.#job.save(`${sheet.view}.png`, async () => {
      const easel = new Easel(stage, sheet, paper(this.root, sheet.theme));
      try {
        await easel.prepare();
        return await new Promise((resolve, reject) => {
          easel.draw(now).toBlob((blob) => (blob ? resolve(blob) : reject(new Error(say('save-large')))), 'image/png');
        });
      } finally {
        easel.free();
      }
    });
  }

  #film() {
    const { stage } = this.#bench;
    const sheet = { ...this.#order.sheet(), scale: 1 };
    const order = { sheet, paper: paper(this.root, sheet.theme), ...this.#order.beat() };
    this.#job.save(`${sheet.view}.gif`, (signal, progress) => film(order, { stage, signal, progress }));
  }

  #page() {
    const figure = seen(this.#bench);
    this.#job.save(`${named(figure)}.html`, (signal) => page(figure, signal));
  }

  /** The moment that is seen, without what is pointed at. @returns {Now} */
  get #now() {
    const { pointed, ...now } = this.#bench.stage.now;
    return now;
  }
}

/** @param {import('./words.js').Key} title @param {HTMLElement[]} rows */
const part = (title, ...rows) => make('fieldset', {}, make('legend', {}, say(title)), ...rows);

/** @param {(HTMLElement | false)[]} all */
const row = (...all) => make('div', { class: 'row' }, ...all);

/** @param {import('./words.js').Key} text */
const note = (text) => make('p', { class: 'note' }, say(text));
