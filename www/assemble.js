// A live figure's parts, put together in a shadow root. Everything made here ends with the signal.
import { Beat } from './beat.js';
import { Card } from './card.js';
import { ContourView } from './contour.js';
import { controls } from './controls.js';
import { CurvesView } from './curves.js';
import { make, on } from './dom.js';
import { FitView } from './fit.js';
import { help } from './help.js';
import { keep } from './keep.js';
import { keys } from './keys.js';
import { knobs } from './knobs.js';
import { midway } from './midway.js';
import { paper } from './paper.js';
import { race } from './race.js';
import { rule } from './rule.js';
import { Screen } from './screen.js';
import { MAPPED, drawn, settings } from './settings.js';
import { spoken } from './spoken.js';
import { status } from './status.js';
import { SurfaceView } from './surface.js';
import { table } from './table.js';
import { View } from './view.js';
import { say, speech } from './words.js';

/** @typedef {import('./stage.js').Stage} Stage */
/** @typedef {import('./view.js').Context} Context */
/** @typedef {import('./settings.js').Settings} Settings */
/** first: draws it at once; begin: in the time that there is, before it is seen. @typedef {{ root: HTMLElement, screen: Screen, first(): void, begin(): Promise<void> }} Assembled */

/**
 * @param {Stage} stage
 * @param {{ host: HTMLElement, signal: AbortSignal, broken(error: unknown): void, beyond(): void }} place beyond: the focus goes behind the figure
 * @returns {Assembled}
 */
export function assemble(stage, { host, signal, broken, beyond }) {
  const screen = new Screen(signal, () => host.getAttribute('theme') ?? stage.figure.view?.theme);
  const beat = new Beat(stage.player, broken);
  const context = { stage, screen, beat, signal };
  const asked = settings(host, stage);
  const root = frame(context, asked);
  const { dialog, open } = help();
  const views = pictures(context, asked);
  const card = new Card(context, { label: () => label(stage), home, after });
  const actions = { play, help: open, whole: () => whole(host), leave, presenter: () => host.matches('[presenter], :fullscreen'), skip: () => card.skip(), commit: () => card.commit() };
  root.append(...parts(context, views, card, actions, asked), dialog);
  if (asked.keys) on(root, 'keydown', keys(stage, actions), signal);
  else on(root, 'mousedown', unfocused, signal);
  keep(root, signal);
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
    else beyond();
  }
  return {
    root,
    screen,
    first() {
      for (const view of views) view.measure();
      beat.flush();
    },
    begin() {
      for (const view of views) view.measure();
      return beat.begin();
    },
  };
}

/** The whole screen, or back from it. Without one, or in a frame that may not have it, nothing happens. @param {HTMLElement} host */
function whole(host) {
  const changed = host.matches(':fullscreen') ? document.exitFullscreen() : host.requestFullscreen?.();
  changed?.catch(() => {});
}

/** What the card calls its question. @param {Stage} stage */
function label({ question, questions, changed }) {
  if (!question) return '';
  const number = questions.indexOf(question) + 1;
  const name = questions.length > 1 ? say('question-of', { number, count: questions.length }) : say('question');
  return question.verdict && changed ? say('of-first', { question: name }) : name;
}

/** @param {Context} context @param {Settings} asked */
function frame({ stage, signal }, { alt, keys, touch, controls }) {
  const root = make('div', { class: 'figure', part: 'figure', role: 'group', ...speech(), 'data-touch': touch, 'data-controls': controls, ...(keys && { tabindex: 0 }) });
  // What its author says of a figure goes with another one.
  const name = () => {
    const { figure, facts } = stage;
    const told = alt ?? figure.alt;
    root.setAttribute('aria-label', figure.title ?? facts.surface.title);
    if (told) root.setAttribute('aria-description', told);
    else root.removeAttribute('aria-description');
  };
  on(stage, 'change', name, signal);
  name();
  return root;
}

/** Where the host keeps its keys it keeps its focus too: only what is a control takes it. @param {MouseEvent} event */
function unfocused(event) {
  const target = event.composedPath()[0];
  if (target instanceof Element && !target.closest('button, input, select, textarea, summary, label, a, dialog')) event.preventDefault();
}

/** @param {Context} context @param {Settings} asked */
function pictures(context, { views }) {
  const { title, parameters: [w, b] } = context.stage.facts.surface;
  return views.filter(drawn).map((name) => {
    if (name === 'surface') return new SurfaceView(say('view-surface', { title }), context);
    if (name === 'contour') return new ContourView(say('view-contour', { title, w, b }), context);
    if (name === 'fit') return context.stage.facts.fit ? new FitView(say('view-fit'), context) : new View('fit', say('view-fit'), context);
    return new CurvesView(context);
  });
}

/**
 * @param {Context} context @param {View[]} views @param {Card} card
 * @param {Parameters<typeof keys>[1]} actions @param {Settings} asked
 */
function parts(context, views, card, actions, { views: names, hides, controls: which }) {
  const [runs, law] = [hides('runs') ? null : status(context), names.includes('rule') ? rule(context) : null];
  for (const part of [...views, runs, law]) if (part) context.beat.add(part);
  const aside = make('div', { class: 'aside' }, make('div', { class: 'settings' }, runs?.root, hides('knobs') ? null : turned(context)), law?.root);
  const wide = views.length > 1 ? 'views many' : 'views';
  const rises = ['surface', 'contour'].some((name) => names.includes(/** @type {ViewName} */ (name)));
  // Whether there is a card is settled once: columns stay where they are while cards come and go.
  const asks = context.stage.questions.length > 0;
  return [
    make('div', { class: asks && views.length === 1 ? 'body beside' : 'body' },
      make('div', { class: wide }, ...views.map((view) => view.root)),
      which === 'none' || hides('player') ? null : controls(context, actions, { rises, few: which === 'few' }),
      make('div', { class: asks ? 'below asks' : 'below' }, asks ? card.root : null, aside)),
    hides('race') ? '' : (race(context) ?? ''),
    names.includes('table') ? table(context) : '',
    paper(context),
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
