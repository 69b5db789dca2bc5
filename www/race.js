// How fair the race of several runs is: each run's record, the rules of a fair race and which of them are kept, and a
// way to make them so. Who stands lowest is said above. Nothing here knows of a step after the present one.
import { Best } from './best.js';
import { make, on } from './dom.js';
import { headline, lowest, origin, point, record, ruleName, set, verdict } from './fair.js';
import { long } from './long.js';
import { withRates } from './recipe.js';
import { say } from './words.js';

/** @typedef {import('./view.js').Context} Context */
/** @typedef {import('./stage.js').Stage} Stage */

/** How long words stand at least while it plays. */
const PATIENCE = 250;

/** Rules in the order in which they are told; those with a button can be met by other rates. @type {[RaceRule, boolean][]} */
const RULES = [
  ['same-start', false], ['same-draws', false], ['same-rate', true], ['same-first-step', true], ['same-gradients', false], ['same-price', false],
];

/** @param {Context} context @returns {HTMLElement | null} */
export function race(context) {
  return context.stage.facts.runs.length > 1 ? new Panel(context).root : null;
}

class Panel {
  #stage;
  #standing = make('p', { class: 'standing' });
  #headline = make('span', { class: 'headline' });
  #record = make('table', { class: 'record' });
  #said = make('p', { class: 'note', role: 'status' });
  #lines;
  #best;
  #back = make('button', { type: 'button', class: 'quiet' }, say('fix-none'));
  #details;
  root;

  /** @param {Context} context */
  constructor({ stage, screen, signal }) {
    this.#stage = stage;
    this.#lines = RULES.map(([rule, settable]) => line(rule, settable ? () => this.#fix(rule) : null, signal));
    this.#best = new Best(stage, signal, (rates) => this.#change(ruleName('best-of-sweep'), rates));
    const rules = make('table', { class: 'rules' }, make('caption', { class: 'spoken' }, say('race-rules')), heads(),
      make('tbody', {}, ...this.#lines.map(({ root }) => root), this.#best.root));
    const scroll = long(make('div', { class: 'scroll' }, this.#record), say('scrolls'), signal);
    this.#details = make('details', {}, make('summary', {}, say('race'), ' ', this.#headline), scroll, rules, make('p', { class: 'tools' }, this.#back, this.#said));
    this.root = make('div', { class: 'race', part: 'race' }, this.#standing, this.#details);
    on(this.#back, 'click', () => this.#undo(), signal);
    this.#follow(screen, signal);
    this.#show();
  }

  /** @param {import('./screen.js').Screen} screen @param {AbortSignal} signal */
  #follow(screen, signal) {
    const show = () => this.#show();
    for (const type of ['land', 'question', 'pause']) on(this.#stage, type, show, signal);
    on(this.#stage, 'step', patient(() => this.#stage.player.playing, show, signal), signal);
    on(this.#details, 'toggle', () => this.#best.show(this.#details.open), signal);
    on(this.#stage, 'change', () => {
      this.#said.replaceChildren();
      this.#best.show(this.#details.open);
    }, signal);
    on(this.#stage, 'question', () => this.#best.show(this.#details.open), signal);
    let open = false;
    // On paper all is told.
    on(screen, 'now', () => {
      if (screen.theme === 'print') open = this.#details.open;
      this.#details.open = screen.theme === 'print' || open;
      this.#show();
    }, signal);
  }

  #show() {
    const stage = this.#stage;
    const { step, end } = stage.player;
    const { runs, surface } = stage.facts;
    const names = runs.map(({ name }) => name);
    const loss = (/** @type {number} */ run, /** @type {number} */ t) => stage.row(run, t).loss;
    this.#standing.replaceChildren(lowest(names, runs.map((_, run) => loss(run, step))));
    const told = stage.use((figure) => figure.race(step, end));
    this.#headline.replaceChildren(headline(told));
    const apart = told.rules.some(({ rule, gaps }) => rule === 'same-start' && gaps.length > 0);
    this.#record.replaceChildren(...table(record(told), runs.map((facts) => ({ name: facts.name, origin: origin(facts, apart ? surface.parameters : null) }))));
    const start = point(runs[0].start, surface.parameters);
    for (const { rule, tell } of this.#lines) {
      const found = told.rules.find((one) => one.rule === rule);
      const words = found ? verdict(found, { race: told, names, loss }, start) : null;
      // Who hides the first step now will tell it after the question.
      tell(words ?? (rule === 'same-first-step' && end === 0 ? say('race-later') : null), found !== undefined && found.gaps.length > 0, stage.asking);
    }
    this.#back.hidden = this.#came().every((rate, run) => rate === null || rate === rates(stage)[run]);
    this.#back.disabled = stage.asking;
  }

  /** @param {RaceRule} rule */
  #fix(rule) {
    this.#change(ruleName(rule), this.#stage.use((figure) => figure.rates(rule)));
  }

  #undo() {
    this.#change(null, this.#came());
  }

  /** The rates of the figure as it came, where it says them and the rule still has one. */
  #came() {
    const now = rates(this.#stage);
    return this.#stage.first.runs.map(({ learning_rate: rate }, run) => (typeof rate === 'number' && now[run] !== null ? rate : null));
  }

  /** @param {string | null} rule @param {(number | null)[]} wanted */
  #change(rule, wanted) {
    const stage = this.#stage;
    const before = rates(stage);
    stage.change(withRates(stage.figure, wanted));
    this.#said.replaceChildren(set(rule, stage.facts.runs.map(({ name }) => name), before, rates(stage)));
  }
}

/** The learning rates as they are. @param {Stage} stage @returns {(number | null)[]} */
const rates = ({ facts }) => facts.runs.map(({ knobs }) => {
  const found = knobs.find(({ knob }) => knob.id === 'learning_rate');
  return found ? Number(found.value) : null;
});

/** @param {RaceRule} rule @param {(() => void) | null} fix @param {AbortSignal} signal */
function line(rule, fix, signal) {
  const words = make('td', { class: 'verdict' });
  const button = make('button', { type: 'button', class: 'quiet' }, fix ? say(/** @type {import('./words.js').Key} */ (`fix-${rule}`)) : '');
  const root = make('tr', {}, make('th', { scope: 'row' }, ruleName(rule)), words, make('td', { class: 'act' }, fix ? button : null));
  if (fix) on(button, 'click', fix, signal);
  /** @param {string | null} said @param {boolean} broken @param {boolean} asking */
  const tell = (said, broken, asking) => {
    root.hidden = said === null;
    if (words.textContent !== said) words.replaceChildren(said ?? '');
    button.disabled = !broken || asking;
    button.title = asking ? say('locked') : '';
  };
  return { root, rule, tell };
}

const heads = () => make('thead', {}, make('tr', {},
  make('th', { scope: 'col' }, say('race-rule')), make('th', { scope: 'col' }, say('race-verdict')),
  make('th', { scope: 'col' }, make('span', { class: 'spoken' }, say('race-act')))));

/** @param {ReturnType<typeof record>} told @param {{ name: string, origin: string }[]} runs */
function table({ heads: names, rows }, runs) {
  const head = make('tr', {}, ...[say('race-run'), ...names].map((name) => make('th', { scope: 'col' }, name)));
  const body = rows.map((cells, run) => make('tr', {},
    make('th', { scope: 'row' }, runs[run].name, ' ', make('span', { class: 'origin' }, runs[run].origin)), ...cells.map((cell, i) => make('td', { 'data-head': names[i] }, cell))));
  return [make('caption', { class: 'spoken' }, say('race-record')), make('thead', {}, head), make('tbody', {}, ...body)];
}

/** Calls at once where nothing moves; while it plays after a while. @param {() => boolean} moving @param {() => void} work @param {AbortSignal} signal */
function patient(moving, work, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  signal.addEventListener('abort', () => clearTimeout(later));
  return () => {
    if (!moving()) return work();
    later ??= setTimeout(() => {
      later = undefined;
      work();
    }, PATIENCE);
  };
}
