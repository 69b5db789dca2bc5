// A box for a line that may be longer than there is room: then it scrolls, by keys too.

/** @param {HTMLElement} box @param {string} name @param {AbortSignal} signal */
export function long(box, name, signal) {
  const look = () => {
    const over = box.scrollWidth > box.clientWidth;
    if (over === box.hasAttribute('tabindex')) return;
    if (over) Object.entries({ tabindex: '0', role: 'group', 'aria-label': name }).forEach(([key, value]) => box.setAttribute(key, value));
    else ['tabindex', 'role', 'aria-label'].forEach((key) => box.removeAttribute(key));
  };
  const sizes = new ResizeObserver(look);
  const lines = new MutationObserver(look);
  sizes.observe(box);
  lines.observe(box, { childList: true });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    lines.disconnect();
  });
  return box;
}
