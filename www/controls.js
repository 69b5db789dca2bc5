// The player: play, single steps, a slider over time with marks where questions wait; the rest behind "More".
import { call as named, icon, make, on } from './dom.js';
import { more } from './more.js';
import { pacing } from './parts.js';
import { scrub } from './scrub.js';
import { say } from './words.js';

const ICONS = {
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M4.5 3v10M11.5 3v10',
  back: 'M10.5 3 5.5 8l5 5',
  step: 'M5.5 3l5 5-5 5',
};

/**
 * @param {import('./view.js').Context} context
 * @param {{ play(): void, help(): void, whole(): void }} actions what the play and help buttons do
 * @param {{ rises: boolean, few: boolean }} how whether heights are drawn anywhere; whether there is no "More"
 */
export function controls(context, actions, { rises, few }) {
  const { stage, signal } = context;
  const { player } = stage;
  const button = (/** @type {import('./words.js').Key} */ key, /** @type {string} */ path, /** @type {() => void} */ act) => {
    const made = make('button', { type: 'button', class: 'plain' }, icon(path));
    call(made, key);
    on(made, 'click', act, signal);
    return made;
  };
  const back = button('step-back', ICONS.back, () => player.nudge(-1));
  const forward = button('step-on', ICONS.step, () => player.nudge(1));
  const play = playButton(context, actions.play);
  const root = make('div', { class: 'player', part: 'player', role: 'group', 'aria-label': say('player') },
    play, back, forward, scrub(context), ...(few ? [] : more(context, actions, rises)), pacing(context));
  const show = () => {
    call(back, stage.pace.on ? 'part-back' : 'step-back');
    call(forward, stage.pace.on ? 'part-on' : 'step-on');
    back.disabled = player.position === 0 && player.part === 0;
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
  named(button, name);
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
