// What a stage tells, as the element's events tell it.
import { changed } from './changed.js';
import { plain } from './plain.js';

/**
 * @param {import('./stage.js').Stage} stage
 * @param {(type: string, detail: object) => void} tell
 */
export function announced(stage, tell) {
  const { player } = stage;
  stage.addEventListener('step', () => tell('step', { step: player.step }));
  stage.addEventListener('play', () => tell('play', {}));
  stage.addEventListener('pause', () => tell('pause', { step: player.step }));
  // Not for hosts: the page around it keeps what it says of the figure true.
  stage.addEventListener('change', () => tell('change', { recipe: plain(stage.figure), said: changed(stage) }));
  stage.addEventListener('ponder', (event) => {
    const { id, step, ponder: { kind } } = about(event);
    tell('ponder', { id, step, kind });
  });
  stage.addEventListener('answer', (event) => {
    const { id, verdict } = about(event);
    if (verdict) tell('answer', { id, answer: verdict.answer, correct: verdict.correct, gap: verdict.gap });
  });
  return stage;
}

/** The question that an event is about. @param {Event} event */
const about = (event) => /** @type {CustomEvent<import('./questions.js').Question>} */ (event).detail;
