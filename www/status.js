// Where every run stands now: its name, its loss, and at the very end how it went.
import { make, on } from './dom.js';
import { human, place, steady } from './numbers.js';
import { told } from './parts.js';
import { phrase, say } from './words.js';

/** @param {import('./view.js').Context} context */
export function status(context) {
  const { stage, screen, signal } = context;
  const lines = stage.facts.runs.map((_, i) => line(i));
  const root = make('div', { class: 'runs', part: 'runs' }, ...lines.map(({ root }) => root));
  let dirty = true;
  const spoil = () => {
    dirty = true;
    context.beat.ask();
  };
  for (const type of ['frame', 'land', 'question']) on(stage, type, spoil, signal);
  on(screen, 'change', spoil, signal);
  return {
    root,
    paint() {
      if (dirty) lines.forEach(({ show }) => show(context));
      dirty = false;
    },
  };
}

/** @param {number} run */
function line(run) {
  const name = make('span', { class: 'name' });
  const loss = make('span', { class: 'loss' });
  const end = make('span', { class: 'end' });
  const root = make('p', { class: 'run' }, make('span', { class: 'swatch', 'aria-hidden': 'true' }), name, loss, end);
  /** @param {import('./view.js').Context} context */
  const show = ({ stage, screen }) => {
    const facts = stage.facts.runs[run];
    const row = stage.row(run, stage.player.step);
    root.style.setProperty('--run', facts.color[screen.theme === 'dark' ? 'dark' : 'light']);
    name.replaceChildren(facts.name);
    // Beside the sentence about the whole run the number reads as it does there.
    loss.replaceChildren(say('loss-is', { loss: (stage.over ? human : steady)(row.loss) }));
    end.replaceChildren(stage.over ? ending(stage, run) : told(stage, run));
  };
  return { root, show };
}

/** The sentence about a whole run. @param {import('./stage.js').Stage} stage @param {number} run */
export function ending(stage, run) {
  const { sentence } = stage.use((figure) => figure.outcome(run));
  return phrase(sentence);
}

/** What there is to hear at this step. @param {import('./stage.js').Stage} stage */
export function sentence(stage) {
  const { step } = stage.player;
  if (stage.pace.present && stage.pace.present !== 'arrived') {
    const parts = stage.facts.runs.map(({ name }, run) => say('part-of', { name, part: told(stage, run) }));
    return [say('step-of', { step, steps: stage.steps }), ...parts].map(ended).join(' ');
  }
  const names = stage.facts.surface.parameters;
  const runs = stage.facts.runs.map((facts, run) => {
    const { at, loss } = stage.row(run, step);
    if (!Number.isFinite(loss)) return say('part-of', { name: facts.name, part: stage.over ? ending(stage, run) : say('diverged') });
    return say('run-at', { name: facts.name, loss: (stage.over ? human : steady)(loss), place: place(at, names), end: stage.over ? ending(stage, run) : '' }).trim();
  });
  const here = [say('step-of', { step, steps: stage.steps }), ...runs].map(ended);
  return [...here, stage.waiting && !stage.reading ? say('waits-here') : ''].join(' ').trim();
}

/** A sentence with its full stop. @param {string} text */
const ended = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
