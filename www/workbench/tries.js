// Links of the page around a figure that open another one in it: `<a href="#v=1&…">`. Elsewhere, in a new tab or sent to
// somebody, they are links as every other.
import { on } from '../dom.js';
import { withGround } from './recipes.js';

/** @param {import('./bench.js').Bench} bench */
export function tries(bench) {
  if (document.querySelector('ponder-figure[controls="playground"]') !== bench.host) return;
  on(document, 'click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#v="]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { figure } = bench.call((glue) => glue.decode(link.getAttribute('href') ?? ''));
    const { view } = withGround(bench.figure, figure.surface, { flat: false, model: figure.surface.model !== undefined });
    bench.edit({ ...figure, view }, link.textContent ?? '');
    bench.stage.player.seek(0);
    bench.host.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    bench.host.focus({ preventScroll: true });
  }, bench.signal);
}
