// The learning rate changed on the way: from the step that is shown on, for the runs that the reader chooses. A change is
// written into the recipe, so it plays again as it was; each has a line here and a mark on the slider over time.
import { call, make, on } from './dom.js';
import { scaleOf } from './knobs.js';
import { short } from './numbers.js';
import { bases, marked, withRate, withTurn, withTurnAt, withoutTurn } from './turns.js';
import { list, say } from './words.js';

/** @typedef {import('./turns.js').Mark} Mark */
/** @typedef {import('./stage.js').Stage} Stage */

const NOTCHES = 240;
const LOG = { min: 0, max: 1, scale: /** @type {const} */ ('log') };

/** What a change says: `rate 0.1 → 0.03 from step 40`, and whose it is where not all runs make it. @param {Mark} mark @param {Stage} stage */
export function told({ t, before, rate, runs }, { facts }) {
  const words = say('rate-change', { before: short(before), rate: short(rate), step: t });
  return runs.length === facts.runs.length ? words : say('rate-change-of', { names: list(runs.map((run) => facts.runs[run].name)), turn: words });
}

/** @param {import('./view.js').Context} context @returns {HTMLElement | null} */
export function midway(context) {
  const wished = context.stage.figure.view?.knobs ?? ['learning_rate'];
  return wished.includes('learning_rate') ? new Midway(context).root : null;
}

class Midway {
  root;
  #stage;
  #signal;
  #lines = make('ul', { class: 'turns' });
  #button = make('button', { type: 'button', class: 'quiet' }, say('rate-here'));
  #whose;
  #why = make('p', { class: 'note' });
  /** Lines by what they change, so that a slider stays under the hand that moves it. @type {Map<string, Line>} */
  #made = new Map();

  /** @param {import('./view.js').Context} context */
  constructor({ stage, signal }) {
    this.#stage = stage;
    this.#signal = signal;
    const rates = bases(stage.facts);
    const able = rates.flatMap((rate, run) => (rate === null ? [] : [run]));
    const names = (/** @type {number[]} */ runs) => list(runs.map((run) => stage.facts.runs[run].name));
    const option = (/** @type {number[]} */ runs, /** @type {string} */ name) => make('option', { value: runs.join() }, name);
    this.#whose = make('select', { class: 'choice', 'aria-label': say('rate-whose'), hidden: able.length < 2 }, ...(able.length > 1 ? [option(able, say('rate-all'))] : []), ...able.map((run) => option([run], names([run]))));
    const without = rates.flatMap((rate, run) => (rate === null ? [run] : []));
    this.#why.replaceChildren(without.length > 0 ? say('rate-none', { names: names(without) }) : '');
    this.root = make('div', { class: 'midway', role: 'group', 'aria-label': say('rate-group') }, this.#lines,
      make('p', { class: 'begin' }, able.length > 0 ? this.#button : null, able.length > 0 ? this.#whose : null), this.#why);
    on(this.#button, 'click', () => this.#begin(), signal);
    for (const type of ['land', 'question', 'step', 'play', 'pause']) on(stage, type, () => this.#show(), signal);
    this.#show();
  }

  /** The first step that a change made now can touch: the update under way goes on as it began. */
  get #here() {
    const { player } = this.#stage;
    return Math.ceil(player.position);
  }

  #show() {
    const stage = this.#stage;
    const open = !stage.asking && this.#here > 0 && this.#here < stage.steps;
    this.#button.setAttribute('aria-disabled', String(!open));
    this.#button.title = stage.asking ? say('locked') : open ? '' : say('rate-where');
    const marks = marked(stage.figure, bases(stage.facts));
    const keys = marks.map(({ t, runs }) => `${t} ${runs}`);
    for (const [key, line] of this.#made) if (!keys.includes(key)) this.#forget(key, line);
    this.#lines.hidden = marks.length === 0;
    marks.forEach((mark, i) => {
      const line = this.#made.get(keys[i]) ?? new Line(stage, this.#signal, () => this.#button.focus());
      this.#made.set(keys[i], line);
      if (this.#lines.children[i] !== line.root) this.#lines.insertBefore(line.root, this.#lines.children[i] ?? null);
      line.show(mark);
    });
  }

  /** @param {string} key @param {Line} line */
  #forget(key, line) {
    this.#made.delete(key);
    line.root.remove();
  }

  /** Begins a change with half of each run's rate: what is to be seen is then where. */
  #begin() {
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    const stage = this.#stage;
    const given = bases(stage.facts);
    const t = this.#here;
    // Written as another convention, a rule may have lost its rate since.
    const runs = this.#whose.value.split(',').map(Number).filter((run) => given[run] !== null);
    if (runs.length === 0) return;
    stage.change(withTurn(stage.figure, runs, t, (rate) => Number((rate / 2).toPrecision(3)), given));
    const [line] = [...this.#made.values()].filter((one) => one.is(t, runs[0]));
    line?.focus();
    const made = marked(stage.figure, given).filter((mark) => mark.t === t);
    stage.say(list(made.map((mark) => told(mark, stage))));
  }
}

/** One change: what it says, a slider for its rate, and a way to take it back. */
class Line {
  root;
  #stage;
  #words = make('span', { class: 'label' });
  #range = make('input', { type: 'range', min: 0, max: NOTCHES, step: 1, class: 'range' });
  #gone = make('button', { type: 'button', class: 'plain' }, '×');
  #scale = scaleOf(LOG, 1);
  /** @type {Mark | null} */
  #mark = null;

  /** @param {Stage} stage @param {AbortSignal} signal @param {() => void} home takes the focus from a line that is gone */
  constructor(stage, signal, home) {
    this.#stage = stage;
    this.root = make('li', { class: 'turn' }, this.#words, this.#range, this.#gone);
    on(this.#range, 'input', () => this.#mark && stage.change(withRate(stage.figure, this.#mark, this.#scale.value(Number(this.#range.value)))), signal);
    on(this.#gone, 'click', () => {
      if (!this.#mark) return;
      stage.change(withoutTurn(stage.figure, this.#mark));
      home();
    }, signal);
  }

  /** @param {number} t @param {number} run */
  is(t, run) {
    return this.#mark?.t === t && this.#mark.runs.includes(run);
  }

  focus() {
    this.#range.focus();
  }

  /** @param {Mark} mark */
  show(mark) {
    const { asking } = this.#stage;
    const words = told(mark, this.#stage);
    // The slider's middle is the rate before, as long as it is that.
    if (this.#mark?.before !== mark.before) this.#scale = scaleOf(LOG, mark.before);
    this.#mark = mark;
    if (this.#words.textContent !== words) this.#words.replaceChildren(words);
    this.#range.value = String(this.#scale.notch(mark.rate));
    this.#range.style.setProperty('--share', String(Number(this.#range.value) / NOTCHES));
    this.#range.setAttribute('aria-label', say('rate-rate', { names: list(mark.runs.map((run) => this.#stage.facts.runs[run].name)), step: mark.t }));
    this.#range.setAttribute('aria-valuetext', short(mark.rate));
    call(this.#gone, say('rate-back', { turn: words }));
    this.#range.disabled = this.#gone.disabled = asking;
  }
}

/** The changes' marks on the slider over time: arrows move one, Delete takes it back. @param {import('./view.js').Context} context */
export function turnMarks({ stage, signal }) {
  const root = make('div', { class: 'marks turning' });
  const show = () => {
    const marks = marked(stage.figure, bases(stage.facts));
    const old = /** @type {HTMLButtonElement[]} */ ([...root.children]);
    marks.forEach((mark, i) => {
      const dot = old[i] ?? root.appendChild(make('button', { type: 'button', class: 'mark turned' }));
      const words = told(mark, stage);
      dot.setAttribute('aria-label', say('rate-mark', { turn: words }));
      dot.title = words;
      dot.disabled = stage.asking;
      dot.style.setProperty('--share', String(mark.t / stage.steps));
    });
    for (const dot of old.slice(marks.length)) dot.remove();
  };
  const found = (/** @type {EventTarget | null} */ target) => {
    const i = [...root.children].indexOf(/** @type {Element} */ (target));
    return i < 0 ? undefined : marked(stage.figure, bases(stage.facts))[i];
  };
  on(root, 'click', ({ target }) => {
    const mark = found(target);
    if (!mark) return;
    stage.player.pause();
    stage.player.seek(mark.t);
  }, signal);
  on(root, 'keydown', (event) => {
    const mark = found(event.target);
    if (mark) key(event, mark, stage, root);
  }, signal);
  for (const type of ['land', 'question']) on(stage, type, show, signal);
  show();
  return root;
}

/** @param {KeyboardEvent} event @param {Mark} mark @param {Stage} stage @param {HTMLElement} root */
function key(event, mark, stage, root) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const gone = event.key === 'Delete' || event.key === 'Backspace';
  if ((by === undefined && !gone) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (gone) {
    stage.change(withoutTurn(stage.figure, mark));
    stage.say(say('rate-gone'));
    if (!root.firstElementChild) /** @type {HTMLElement | null} */ (root.parentElement?.querySelector('.range'))?.focus();
    return;
  }
  const [figure, t] = withTurnAt(stage.figure, mark, mark.t + Number(by) * (event.shiftKey ? 10 : 1));
  if (t === mark.t) return;
  stage.change(figure);
  const moved = marked(stage.figure, bases(stage.facts));
  const at = moved.findIndex((other) => other.t === t && String(other.runs) === String(mark.runs));
  /** @type {HTMLElement | undefined} */ (root.children[at])?.focus();
  if (moved[at]) stage.say(told(moved[at], stage));
}
