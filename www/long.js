// A box for what may be larger than there is room: then it scrolls, by keys too.

/** @param {HTMLElement} box @param {string} name @param {AbortSignal} signal */
export function long(box, name, signal) {
  const look = () => {
    const over = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (over === box.hasAttribute('tabindex')) return;
    if (over) Object.entries({ tabindex: '0', role: 'group', 'aria-label': name }).forEach(([key, value]) => box.setAttribute(key, value));
    else ['tabindex', 'role', 'aria-label'].forEach((key) => box.removeAttribute(key));
  };
  const sizes = new ResizeObserver(look);
  const lines = new MutationObserver(look);
  for (const each of [box, ...box.children]) sizes.observe(each);
  lines.observe(box, { childList: true });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    lines.disconnect();
  });
  return box;
}
