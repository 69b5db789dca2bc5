// Which views of the figure are shown.
import { make, on } from '../dom.js';
import { flag } from './field.js';
import { say } from './words.js';

/** @type {ViewName[]} */
const VIEWS = ['surface', 'contour', 'fit', 'curves', 'rule', 'table'];

/** @param {import('./bench.js').Bench} bench */
export function shown(bench) {
  const views = () => bench.figure.view?.views ?? [];
  // Those that the figure has without being asked are asked for from now on.
  const now = () => (views().length ? views() : VIEWS.filter((name) => bench.host.shadowRoot?.querySelector(`.figure:not(.workbench) [part='${name}']`)));
  const able = (/** @type {ViewName} */ name) => {
    const { domain, model } = bench.facts.surface;
    if (name === 'fit') return model && domain !== null;
    return domain !== null || !['surface', 'contour'].includes(name);
  };
  const flags = VIEWS.map((name) => {
    const field = flag(say(`show-${name}`), (wanted) => {
      const next = VIEWS.filter((other) => (other === name ? wanted : now().includes(other)));
      if (next.length === 0) return field.place(true);
      return bench.edit({ ...bench.figure, view: { ...bench.figure.view, views: next } }, say('said-views'));
    });
    return { name, field };
  });
  const show = () => flags.forEach(({ name, field }) => {
    field.root.hidden = !able(name);
    field.place(now().includes(name));
  });
  on(bench, 'change', show, bench.signal);
  show();
  return make('fieldset', {}, make('legend', {}, say('shown')), make('div', { class: 'row flags' }, ...flags.map(({ field }) => field.root)));
}
