// The player: play, single steps, a slider over time with marks where questions wait, speed.
import { icon, make, on } from './dom.js';
import { pacing } from './parts.js';
import { SPEEDS } from './player.js';
import { scrub } from './scrub.js';
import { say } from './words.js';

const ICONS = {
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M4.5 3v10M11.5 3v10',
  back: 'M10.5 3 5.5 8l5 5',
  step: 'M5.5 3l5 5-5 5',
  restart: 'M3.2 8a4.8 4.8 0 1 0 1.7-3.7M4.9 1.4v3h3',
};

/**
 * @param {import('./view.js').Context} context
 * @param {{ play(): void, help(): void }} actions what the play and help buttons do
 */
export function controls(context, actions) {
  const { stage, signal } = context;
  const { player } = stage;
  const button = (/** @type {import('./words.js').Key} */ key, /** @type {string} */ path, /** @type {() => void} */ act) => {
    const made = make('button', { type: 'button', class: 'plain' }, icon(path));
    call(made, key);
    on(made, 'click', act, signal);
    return made;
  };
  const restart = button('restart', ICONS.restart, () => player.seek(0));
  const back = button('step-back', ICONS.back, () => player.nudge(-1));
  const forward = button('step-on', ICONS.step, () => player.nudge(1));
  const help = button('help', '', actions.help);
  help.replaceChildren('?');
  help.classList.add('keys');
  const play = playButton(context, actions.play);
  const root = make('div', { class: 'player', part: 'player', role: 'group', 'aria-label': say('player') },
    play, back, forward, scrub(context), speed(player, signal), restart, help, pacing(context));
  const show = () => {
    call(back, stage.pace.on ? 'part-back' : 'step-back');
    call(forward, stage.pace.on ? 'part-on' : 'step-on');
    back.disabled = restart.disabled = player.position === 0 && player.part === 0;
    forward.disabled = player.position >= player.end;
  };
  for (const type of ['frame', 'land', 'question']) on(stage, type, show, signal);
  show();
  return root;
}

/** Names a button. @param {HTMLButtonElement} button @param {import('./words.js').Key} key */
function call(button, key) {
  const name = say(key);
  if (button.title === name) return;
  button.title = name;
  button.setAttribute('aria-label', name);
}

/** @param {import('./view.js').Context} context @param {() => void} act */
function playButton({ stage, signal }, act) {
  const label = make('span');
  const sign = make('span', { class: 'sign' });
  const play = make('button', { type: 'button', class: 'main' }, sign, label);
  let shown = '';
  const show = () => {
    const state = playState(stage);
    if (state === shown) return;
    shown = state;
    sign.replaceChildren(icon(state === 'pause' ? ICONS.pause : ICONS.play));
    sign.hidden = state === 'predict';
    label.replaceChildren(say(state));
  };
  on(play, 'click', act, signal);
  for (const type of ['frame', 'play', 'pause', 'land', 'question']) on(stage, type, show, signal);
  show();
  return play;
}

/** What the button would do now. @param {import('./stage.js').Stage} stage */
function playState({ player, waiting, steps }) {
  if (player.playing) return 'pause';
  if (waiting) return 'predict';
  return player.position >= steps ? 'replay' : 'play';
}

/** @param {import('./player.js').Player} player @param {AbortSignal} signal */
function speed(player, signal) {
  const options = SPEEDS.map((factor) => {
    return make('option', { value: factor, selected: factor === player.speed }, say('times', { factor }));
  });
  const select = make('select', { class: 'speed', 'aria-label': say('speed'), title: say('speed') }, ...options);
  on(select, 'change', () => { player.speed = Number(select.value); }, signal);
  on(player, 'speed', () => { select.value = String(player.speed); }, signal);
  return select;
}
