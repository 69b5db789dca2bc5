// Links of the page around a figure that open another recipe in it: `<a href="#figure" data-try="name">`, and the recipe
// as JSON in `<template id="try-name">`.
import { on } from '../dom.js';
import { withGround } from './recipes.js';

/** @param {import('./bench.js').Bench} bench */
export function tries(bench) {
  on(document, 'click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[data-try]');
    if (!link || !document.querySelector(link.getAttribute('href') ?? '')?.contains(bench.host)) return;
    const kept = document.getElementById(`try-${link.getAttribute('data-try')}`);
    const json = kept instanceof HTMLTemplateElement && kept.content.querySelector('script')?.textContent;
    if (!json) return;
    event.preventDefault();
    const recipe = JSON.parse(json);
    const { view } = withGround(bench.figure, recipe.surface, { flat: false, model: recipe.surface.model !== undefined });
    bench.edit({ ...recipe, view }, link.textContent ?? '');
    bench.stage.player.seek(0);
    bench.host.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    bench.host.focus({ preventScroll: true });
  }, bench.signal);
}
