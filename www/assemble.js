// A live figure's parts, put together in a shadow root. Everything made here ends with the signal.
import { Beat } from './beat.js';
import { Card } from './card.js';
import { ContourView } from './contour.js';
import { controls } from './controls.js';
import { CurvesView } from './curves.js';
import { make, on } from './dom.js';
import { Fault } from './fault.js';
import { FitView } from './fit.js';
import { help } from './help.js';
import { keys } from './keys.js';
import { knobs } from './knobs.js';
import { midway } from './midway.js';
import { race } from './race.js';
import { rule } from './rule.js';
import { Screen } from './screen.js';
import { spoken } from './spoken.js';
import { status } from './status.js';
import { SurfaceView } from './surface.js';
import { table } from './table.js';
import { View } from './view.js';
import { list, say } from './words.js';

/** @typedef {import('./stage.js').Stage} Stage */
/** @typedef {import('./view.js').Context} Context */

const DRAWN = ['surface', 'contour', 'fit', 'curves'];
/** Kinds of questions that are answered on the map. */
const MAPPED = ['click', 'draw'];
const NAMES = [...DRAWN, 'rule', 'table'];
/** What more than two parameters have. */
const FLAT = ['curves', 'rule', 'table'];

/**
 * @param {Stage} stage
 * @param {{ host: HTMLElement, signal: AbortSignal, broken(error: unknown): void }} place
 * @returns {{ root: HTMLElement, screen: Screen, first(): void }}
 */
export function assemble(stage, { host, signal, broken }) {
  const screen = new Screen(signal, () => host.getAttribute('theme') ?? stage.figure.view?.theme);
  const beat = new Beat(stage.player, broken);
  const context = { stage, screen, beat, signal };
  const root = frame(stage);
  const dialog = help();
  const views = drawn(context, wished(host, stage));
  const card = new Card(context, { label: () => label(stage), home, after });
  const actions = { play, help: () => dialog.showModal(), leave, presenter: () => host.hasAttribute('presenter'), skip: () => card.skip(), commit: () => card.commit() };
  root.append(...parts(context, views, card, actions, wished(host, stage)), dialog);
  on(root, 'keydown', keys(stage, actions), signal);
  follow(context, root);
  signal.addEventListener('abort', () => beat.stop());

  function play() {
    if (stage.player.playing) stage.player.pause();
    else if (!stage.player.play()) card.focus();
  }
  /** What follows a verdict: the question behind it, or the run; and back from what the reader has made of the figure. */
  function after() {
    if (stage.reading) return [{ word: /** @type {const} */ ('next-question'), main: true, act: () => (stage.next(), card.focus()) }];
    const back = { word: /** @type {const} */ ('as-it-came'), main: false, act: () => stage.change(stage.first) };
    return [{ word: /** @type {const} */ ('go-on'), main: true, act: onward }, ...(stage.changed ? [back] : [])];
  }
  function onward() {
    bring();
    play();
  }
  // What is going to move, or is to be pointed at, comes into sight.
  function bring() {
    root.querySelector('.views')?.scrollIntoView({ block: 'nearest', behavior: screen.calm ? 'auto' : 'smooth' });
  }
  on(stage, 'ponder', ({ detail: { ponder: { kind } } }) => {
    // Only under the reader's hands: a page that opens stays where it is.
    if (MAPPED.includes(kind) && root.matches(':focus-within')) bring();
  }, signal);
  function home() {
    root.focus({ preventScroll: true });
  }
  /** @param {boolean} inside */
  function leave(inside) {
    if (inside) home();
    else host.blur();
  }
  return {
    root,
    screen,
    first() {
      for (const view of views) view.measure();
      beat.flush();
    },
  };
}

/** What the card calls its question. @param {Stage} stage */
function label({ question, questions, changed }) {
  if (!question) return '';
  const number = questions.indexOf(question) + 1;
  const name = questions.length > 1 ? say('question-of', { number, count: questions.length }) : say('question');
  return question.verdict && changed ? say('of-first', { question: name }) : name;
}

/** @param {Stage} stage */
function frame({ figure, facts }) {
  const label = figure.title ?? facts.surface.title;
  return make('div', { class: 'figure', part: 'figure', role: 'group', tabindex: 0, 'aria-label': label, ...(figure.alt ? { 'aria-description': figure.alt } : {}) });
}

/** Which parts to show, in the house's order. @param {HTMLElement} host @param {Stage} stage */
function wished(host, { figure, facts, questions }) {
  const attribute = host.getAttribute('views')?.split(/[\s,]+/).filter(Boolean);
  const known = facts.surface.domain ? NAMES : FLAT;
  const unknown = attribute?.find((name) => !known.includes(name));
  if (unknown) throw new Fault('views', `${unknown}; allowed is ${list(known, 'or')}`);
  const usual = facts.surface.model ? ['surface', 'contour', 'fit', 'curves', 'table'] : ['surface', 'contour', 'table'];
  const wish = attribute ?? figure.view?.views ?? (facts.surface.domain ? usual : ['curves', 'table']);
  const map = questions.some(({ ponder: { kind } }) => MAPPED.includes(kind));
  return NAMES.filter((name) => wish.includes(name) || (map && name === 'contour'));
}

/** @param {Context} context @param {string[]} names */
function drawn(context, names) {
  const { title, parameters: [w, b] } = context.stage.facts.surface;
  return names.filter((name) => DRAWN.includes(name)).map((name) => {
    if (name === 'surface') return new SurfaceView(say('view-surface', { title }), context);
    if (name === 'contour') return new ContourView(say('view-contour', { title, w, b }), context);
    if (name === 'fit') return context.stage.facts.fit ? new FitView(say('view-fit'), context) : new View('fit', say('view-fit'), context);
    return new CurvesView(context);
  });
}

/**
 * @param {Context} context @param {View[]} views @param {Card} card
 * @param {Parameters<typeof keys>[1]} actions @param {string[]} names
 */
function parts(context, views, card, actions, names) {
  const [runs, law] = [status(context), names.includes('rule') ? rule(context) : null];
  for (const part of [...views, runs, law]) if (part) context.beat.add(part);
  const aside = make('div', { class: 'aside' }, make('div', { class: 'settings' }, runs.root, turned(context)), law?.root);
  const wide = views.length > 1 ? 'views many' : 'views';
  // Whether there is a card is settled once: columns stay where they are while cards come and go.
  const asks = context.stage.questions.length > 0;
  return [
    make('div', { class: asks && views.length === 1 ? 'body beside' : 'body' },
      make('div', { class: wide }, ...views.map((view) => view.root)),
      controls(context, actions, ['surface', 'contour'].some((name) => names.includes(name))),
      make('div', { class: asks ? 'below asks' : 'below' }, asks ? card.root : null, aside)),
    race(context) ?? '',
    names.includes('table') ? table(context) : '',
    spoken(context),
  ];
}

/** What can be set, and where it is set otherwise on the way. @param {Context} context */
function turned(context) {
  const [all, changes] = [knobs(context), midway(context)];
  return (all || changes) && make('div', {}, all, changes);
}

/** Keeps theme, motion and frames in step with the screen and with time. @param {Context} context @param {HTMLElement} root */
function follow({ stage, screen, beat, signal }, root) {
  const look = () => {
    root.dataset.theme = screen.theme;
    stage.player.glide = !screen.calm;
  };
  on(screen, 'change', () => {
    look();
    beat.ask();
  }, signal);
  // Paper does not wait for a frame.
  on(screen, 'now', () => beat.flush(), signal);
  on(stage, 'play', () => beat.ask(), signal);
  on(document, 'visibilitychange', () => document.hidden && stage.player.pause(), signal);
  look();
}
