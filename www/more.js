// What a player can do besides playing, behind one button: few controls are in sight until the others are asked for.
import { make, on } from './dom.js';
import { SPEEDS } from './player.js';
import { say } from './words.js';

/** @typedef {import('./view.js').Context} Context */

/**
 * @param {Context} context
 * @param {{ help(): void, whole(): void }} actions
 * @param {boolean} rises whether heights are drawn anywhere
 * @returns {[button: HTMLElement, rest: HTMLElement]}
 */
export function more(context, actions, rises) {
  const { stage, signal } = context;
  const rest = make('div', { class: 'rest', id: 'rest', hidden: true },
    parts(context), rises && heights(context), speed(stage.player, signal), restart(context), whole(actions, signal), keys(actions, signal));
  const button = make('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': 'rest' }, say('more'));
  on(button, 'click', () => {
    rest.hidden = !rest.hidden;
    button.setAttribute('aria-expanded', String(!rest.hidden));
  }, signal);
  return [button, rest];
}

/** @param {Context} context */
function parts({ stage, signal }) {
  const toggle = make('button', { type: 'button', class: 'quiet' }, say('parts'));
  const show = () => toggle.setAttribute('aria-pressed', String(stage.pace.on));
  on(toggle, 'click', () => stage.pace.turn(), signal);
  on(stage, 'pace', show, signal);
  show();
  return toggle;
}

/** @param {Context} context */
function heights({ stage, signal }) {
  const toggle = make('button', { type: 'button', class: 'quiet' }, say('log-heights'));
  const show = () => toggle.setAttribute('aria-pressed', String(stage.facts.height === 'log'));
  on(toggle, 'click', () => stage.rise(stage.facts.height === 'log' ? 'linear' : 'log'), signal);
  on(stage, 'land', show, signal);
  show();
  return toggle;
}

/** @param {Context} context */
function restart({ stage, signal }) {
  const { player } = stage;
  const button = make('button', { type: 'button', class: 'quiet' }, say('restart'));
  const show = () => { button.disabled = player.position === 0 && player.part === 0; };
  on(button, 'click', () => player.seek(0), signal);
  for (const type of ['frame', 'land', 'question']) on(stage, type, show, signal);
  show();
  return button;
}

/** @param {import('./player.js').Player} player @param {AbortSignal} signal */
function speed(player, signal) {
  const options = SPEEDS.map((factor) => {
    return make('option', { value: factor, selected: factor === player.speed }, say('times', { factor }));
  });
  const select = make('select', {}, ...options);
  on(select, 'change', () => { player.speed = Number(select.value); }, signal);
  on(player, 'speed', () => { select.value = String(player.speed); }, signal);
  return make('label', { class: 'quiet' }, say('speed'), ' ', select);
}

/** The figure on the whole screen, where there is one to be had. @param {{ whole(): void }} actions @param {AbortSignal} signal */
function whole({ whole }, signal) {
  if (!document.fullscreenEnabled) return null;
  const button = make('button', { type: 'button', class: 'quiet', 'aria-keyshortcuts': 'f' }, say('whole-screen'));
  const show = () => {
    const home = button.getRootNode();
    button.setAttribute('aria-pressed', String(home instanceof ShadowRoot && home.host.matches(':fullscreen')));
  };
  on(button, 'click', whole, signal);
  on(document, 'fullscreenchange', show, signal);
  show();
  return button;
}

/** @param {{ help(): void }} actions @param {AbortSignal} signal */
function keys({ help }, signal) {
  const button = make('button', { type: 'button', class: 'quiet keys' }, say('help'));
  on(button, 'click', help, signal);
  return button;
}
