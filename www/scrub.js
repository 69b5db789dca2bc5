// The slider over time. It cannot pass the step where a question waits; marks show where, except for questions whose
// moment is itself part of the outcome, and where a rate changes.
import { make, on } from './dom.js';
import { turnMarks } from './midway.js';
import { say } from './words.js';

/** @param {import('./view.js').Context} context */
export function scrub(context) {
  const { stage, signal } = context;
  const { player } = stage;
  const range = make('input', { type: 'range', min: 0, step: 1, value: 0, class: 'range', 'aria-label': say('step') });
  const marks = make('div', { class: 'marks', 'aria-hidden': 'true' });
  const count = make('output', { class: 'count', 'aria-hidden': 'true' });
  const show = () => {
    const { step, position } = player;
    range.value = String(step);
    range.setAttribute('aria-valuetext', say('of-steps', { step, steps: stage.steps }));
    range.style.setProperty('--share', String(stage.steps ? position / stage.steps : 0));
    count.replaceChildren(say('count', { step, steps: stage.steps }));
  };
  const mark = () => {
    range.max = String(stage.steps);
    marks.replaceChildren(...stage.questions.flatMap((question) => dot(question, stage)));
    show();
  };
  on(range, 'input', () => {
    player.pause();
    player.seek(Number(range.value));
    show();
  }, signal);
  on(stage, 'frame', show, signal);
  for (const type of ['land', 'question']) on(stage, type, mark, signal);
  mark();
  return make('div', { class: 'scrub' }, make('div', { class: 'track' }, range, marks, turnMarks(context)), count);
}

/** @param {import('./questions.js').Question} question @param {import('./stage.js').Stage} stage */
function dot(question, { steps, player }) {
  if (question.secret && question.open && question.step > player.step) return [];
  const made = make('span', { class: `mark ${question.state}` });
  made.style.setProperty('--share', String(question.step / steps));
  return [made];
}
