// Sections behind tabs: one tab stop, arrows between them, and a section is made when it is first opened.
import { make } from '../dom.js';

/** @typedef {{ id: string, title: string, open(): HTMLElement, able(): boolean }} Section able: whether it has anything to do now */

let made = 0;

/** @param {Section[]} sections */
export function tabs(sections) {
  made += 1;
  const name = (/** @type {string} */ part, /** @type {string} */ id) => `${part}-${made}-${id}`;
  const panels = sections.map(({ id }) => make('div', { role: 'tabpanel', id: name('panel', id), 'aria-labelledby': name('tab', id), class: 'panel', hidden: true }));
  const buttons = sections.map(({ id, title }) => (
    make('button', { type: 'button', role: 'tab', id: name('tab', id), 'aria-controls': name('panel', id), 'aria-selected': 'false', tabindex: -1, class: 'tab' }, title)
  ));
  const choose = (/** @type {number} */ chosen) => buttons.forEach((button, i) => {
    button.setAttribute('aria-selected', String(i === chosen));
    button.tabIndex = i === chosen ? 0 : -1;
    panels[i].hidden = i !== chosen;
    if (i === chosen && !panels[i].firstChild) panels[i].append(sections[i].open());
  });
  const settle = () => {
    sections.forEach(({ able }, i) => { buttons[i].hidden = !able(); });
    const chosen = buttons.findIndex((button) => button.tabIndex === 0 && !button.hidden);
    if (chosen < 0) choose(buttons.findIndex((button) => !button.hidden));
  };
  const list = make('div', { role: 'tablist', class: 'tabs' }, ...buttons);
  buttons.forEach((button, i) => button.addEventListener('click', () => choose(i)));
  list.addEventListener('keydown', (event) => {
    const shown = buttons.filter((button) => !button.hidden);
    const at = shown.findIndex((button) => button.tabIndex === 0);
    const ahead = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const to = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = shown[(to + shown.length) % shown.length];
    choose(buttons.indexOf(next));
    next.focus();
  });
  settle();
  return { list, panels, settle };
}
