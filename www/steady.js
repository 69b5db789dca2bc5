// What is read stays where it is while a figure above it changes its height: browsers with scroll anchoring
// (https://drafts.csswg.org/css-scroll-anchoring/) see to that themselves, this is for the others.

/** @param {Element} element @param {() => void} change may change its height */
export function steady(element, change) {
  const before = CSS.supports('overflow-anchor', 'auto') ? undefined : element.getBoundingClientRect();
  change();
  if (!before) return;
  const box = scroller(element);
  const above = box === document.scrollingElement ? 0 : box.getBoundingClientRect().top;
  if (before.bottom <= above) box.scrollBy({ top: element.getBoundingClientRect().height - before.height, behavior: 'instant' });
}

/** What it is scrolled in. @param {Element} element @returns {Element} */
function scroller(element) {
  const { scrollingElement: page } = document;
  for (let box = element.parentElement; box && box !== page; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return page ?? element;
}
