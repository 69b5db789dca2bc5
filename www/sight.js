// Which figures are near the screen, and which are on it: one observer each for all figures of the page.

/** @typedef {{ near(): void, seen(visible: boolean): void }} Watcher */

/** How far before the screen a figure starts. */
const MARGIN = '60% 0px';

/** @type {WeakMap<Element, Watcher>} */
const watchers = new WeakMap();

/** @type {IntersectionObserver[]} */
let observers = [];

function observe() {
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) watchers.get(entry.target)?.near();
  }, { rootMargin: MARGIN });
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) watchers.get(entry.target)?.seen(entry.isIntersecting);
  });
  return [near, seen];
}

/** @param {Element} figure @param {Watcher} watcher */
export function watch(figure, watcher) {
  if (observers.length === 0) observers = observe();
  watchers.set(figure, watcher);
  for (const observer of observers) observer.observe(figure);
}

/** @param {Element} figure */
export function unwatch(figure) {
  watchers.delete(figure);
  for (const observer of observers) observer.unobserve(figure);
}
