// How long the runs go on, and when playing stops before.
import { make } from '../dom.js';
import { choice, number } from './field.js';
import { say } from './words.js';

/** What playing can wait for, and how small it is to be at first. */
const GOALS = { loss_below: 0.01, gradient_below: 0.001 };

/** @param {import('./bench.js').Bench} bench @param {(figure: FigureRecipe, said: string) => boolean} edit */
export function length(bench, edit) {
  const steps = number(say('steps'), (value) => edit({ ...bench.figure, steps: value }, say('said-steps')), { whole: true, min: 1 });
  const put = (/** @type {any} */ until) => {
    const { until: _, ...rest } = bench.figure;
    edit(until ? { ...rest, until } : rest, say('said-until'));
  };
  const kinds = [{ id: '', title: say('until-end') }, ...Object.keys(GOALS).map((id) => ({ id, title: say(/** @type {'loss_below'} */ (id)) }))];
  const kind = choice(say('until'), kinds, (id) => put(id && { [id]: GOALS[/** @type {keyof typeof GOALS} */ (id)] }));
  const value = number(say('below'), (below) => put({ [Object.keys(bench.figure.until ?? {})[0]]: below }));
  return {
    element: make('fieldset', { class: 'group' }, make('legend', {}, say('length')), make('div', { class: 'row' }, steps.root, kind.root, value.root)),
    place() {
      const [goal] = Object.entries(bench.figure.until ?? {});
      steps.place(bench.figure.steps);
      kind.place(goal?.[0] ?? '');
      value.root.hidden = goal === undefined;
      value.place(goal?.[1] ?? '');
    },
  };
}
