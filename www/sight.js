// Which figures are near the screen, and which are on it: one observer each for all figures of the page.

/** @typedef {{ near(): void, seen(visible: boolean, well: boolean): void }} Watcher well: half of it, or half of the screen */

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
    for (const entry of entries) watchers.get(entry.target)?.seen(entry.isIntersecting, well(entry));
  }, { threshold: [0, 0.25, 0.5] });
  return [near, seen];
}

/** Whether it can be followed: half of it is seen, or it fills half of the screen. @param {IntersectionObserverEntry} entry */
function well({ intersectionRatio, intersectionRect, rootBounds }) {
  return intersectionRatio >= 0.5 || intersectionRect.height >= 0.5 * (rootBounds?.height ?? innerHeight);
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
