// As whom a rule is written: the course, or a library. Another convention is another rule, not another spelling: it makes
// another recipe, and the numbers and the path are its own.
import { make, on } from './dom.js';
import { call } from './engine.js';
import { withConvention } from './recipe.js';
import { say, sayOr } from './words.js';

/** @param {string} convention */
const title = (convention) => sayOr(`convention-${convention}`, convention);

/**
 * @param {Pick<import('./view.js').Context, 'stage' | 'signal'>} context @param {number} run
 * @returns {HTMLElement}
 */
export function forms({ stage, signal }, run) {
  const facts = () => stage.facts.runs[run];
  const all = facts().conventions;
  if (all.length < 2) return make('p', { class: 'forms' }, make('span', { class: 'label' }, say('written-by', { convention: title(facts().convention) })));
  const choices = all.map((convention) => {
    const button = make('button', { type: 'button' }, title(convention));
    on(button, 'click', () => choose(convention), signal);
    return { button, convention };
  });
  const other = (/** @type {string} */ convention) => withConvention(stage.figure, facts(), run, convention, (figure) => call((glue) => glue.check(figure)));
  const choose = (/** @type {string} */ convention) => {
    const figure = facts().convention === convention ? null : other(convention);
    if (figure) stage.change(figure);
  };
  const show = () => choices.forEach(({ button, convention }) => {
    button.setAttribute('aria-pressed', String(facts().convention === convention));
    // An answer is judged on the run that the question was asked of.
    button.disabled = stage.asking;
    button.title = stage.asking ? say('locked') : '';
  });
  for (const type of ['land', 'question']) on(stage, type, show, signal);
  show();
  const label = say('written-as', { name: facts().name });
  return make('div', { class: 'forms', role: 'group', 'aria-label': label }, ...choices.map(({ button }) => button));
}
