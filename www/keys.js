// Keys, while the focus is in the figure; the host keeps every other key, and every key at other times.
import { SPEEDS } from './player.js';

/** Elements that need a key themselves. @type {Record<string, RegExp>} */
const THEIRS = {
  BUTTON: /^( |Enter)$/,
  SUMMARY: /^( |Enter)$/,
  SELECT: /^( |Enter|Arrow.*|Home|End|Page.*|[0-9]|[a-z])$/i,
  TEXTAREA: /./,
  text: /^(?!Escape$)/,
  radio: /^( |Arrow.*)$/,
  checkbox: /^ $/,
};

/**
 * @param {import('./stage.js').Stage} stage
 * @param {{ play(): void, help(): void, whole(): void, leave(inside: boolean): void, presenter(): boolean, skip(): void, commit(): boolean }} actions commit: false without an answer
 * @returns {(event: KeyboardEvent) => void}
 */
export function keys(stage, actions) {
  const { player } = stage;
  const table = commands(stage, actions);
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (target.closest('dialog') || theirs(target, event.key)) return;
    const command = /^[0-9]$/.test(event.key)
      ? () => player.seek((Number(event.key) / 10) * stage.steps)
      : table[event.key];
    if (!command) return;
    // A host, say a deck of slides, must not turn its page too.
    if (command(event) === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/**
 * @param {import('./stage.js').Stage} stage
 * @param {Parameters<typeof keys>[1]} actions
 * @returns {Record<string, (event: KeyboardEvent) => unknown>} false: not handled
 */
function commands(stage, { play, help, whole, leave, presenter, skip: pass, commit }) {
  const { player } = stage;
  const step = (/** @type {number} */ by) => (/** @type {KeyboardEvent} */ event) => player.nudge(by * (event.shiftKey ? 10 : 1));
  const page = (/** @type {number} */ by) => () => (presenter() ? player.nudge(by) : false);
  const skip = () => (stage.waiting ? pass() : false);
  const restart = () => player.seek(0);
  const pace = () => stage.pace.turn();
  return {
    ' ': play, k: play, K: play,
    ArrowRight: step(1), ArrowLeft: step(-1),
    PageDown: page(1), PageUp: page(-1),
    Home: restart, End: () => player.seek(stage.steps),
    '<': () => faster(player, -1), '>': () => faster(player, 1),
    p: pace, P: pace, r: restart, R: restart, s: skip, S: skip,
    f: whole, F: whole, '?': help,
    Enter: (event) => (/** @type {Element} */ (event.composedPath()[0]).closest('.contour') ? commit() : false),
    Escape: (event) => leave(event.composedPath()[0] !== event.currentTarget),
  };
}

/** @param {import('./player.js').Player} player @param {number} by */
function faster(player, by) {
  const place = SPEEDS.indexOf(player.speed) + by;
  player.speed = SPEEDS[Math.min(Math.max(place, 0), SPEEDS.length - 1)];
  player.dispatchEvent(new Event('speed'));
}

/** @param {Element} target @param {string} key */
function theirs(target, key) {
  if (!(target instanceof HTMLInputElement)) return THEIRS[target.tagName]?.test(key) ?? false;
  // Arrows move a slider; on the slider over time they are the figure's own.
  if (target.type === 'range') return !target.closest('.scrub') && /^(Arrow.*|Home|End|Page.*)$/.test(key);
  return THEIRS[target.type]?.test(key) ?? false;
}
