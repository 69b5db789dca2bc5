// The update rules, with the numbers of the step that the reader sees. Of many one is open at a time.
import { make, on } from './dom.js';
import { Law } from './law.js';

/** More than these are folded. */
const OPEN = 2;

/** @param {import('./view.js').Context} context */
export function rule(context) {
  const { stage, signal } = context;
  const folded = stage.facts.runs.length > OPEN;
  const laws = stage.facts.runs.map((_, run) => new Law(context, run, folded));
  const root = make('div', { class: folded ? 'rule folded' : 'rule', part: 'rule' }, ...laws.map((law) => law.root));
  /** What every law shows; a law that is closed shows nothing yet. @type {(number | null | undefined)[]} */
  let shown = [];
  let dirty = true;
  const spoil = () => {
    dirty = true;
    context.beat.ask();
  };
  on(stage, 'frame', spoil, signal);
  for (const type of ['land', 'question']) {
    on(stage, type, () => {
      shown = [];
      spoil();
    }, signal);
  }
  return {
    root,
    paint() {
      if (!dirty) return;
      const t = update(stage);
      laws.forEach((law, run) => {
        if (shown[run] !== t && law.write(t)) shown[run] = t;
        law.light(stage.part, stage.pace.present);
      });
      dirty = false;
    },
  };
}

/**
 * The number of the update to show: the one that leaves this step, or, where that is not to be seen yet (a question
 * waits), does not exist or has just arrived here, the one that led here; null at the very start.
 * @param {import('./stage.js').Stage} stage
 */
function update({ player, pace: { present } }) {
  const arrived = present === 'arrived' && player.step > 0;
  const t = player.step < player.end && !arrived ? player.step : player.step - 1;
  return t < 0 ? null : t;
}
