// Keeps the focus where its reader left it: a control that goes, hides or is disabled under it hands it on to the nearest one
// that can be used, or to what all of them stand in.
import { on } from './dom.js';

const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex]';

/** @param {HTMLElement} root @param {AbortSignal} [signal] ends it */
export function keep(root, signal = new AbortController().signal) {
  /** The control and all that it stands in, from the inside out. @type {Element[]} */
  let path = [];
  /** What lost the focus to nothing just now: perhaps it is being taken away. @type {Element[]} */
  let left = [];
  on(root, 'focusin', (event) => {
    const all = event.composedPath();
    path = all.slice(0, all.indexOf(root) + 1);
  }, signal);
  on(root, 'focusout', () => {
    [left, path] = [path, []];
    setTimeout(() => { left = []; });
  }, signal);
  const seen = new MutationObserver(() => {
    const [control] = path.length ? path : left;
    if (!control || usable(control) || held(root)) return;
    next(path.length ? path : left)?.focus({ preventScroll: true });
    left = [];
  });
  seen.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
  signal.addEventListener('abort', () => seen.disconnect());
}

/** Whether something else in there has been given the focus. @param {HTMLElement} root */
function held(root) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  return activeElement !== null && root.contains(activeElement) && usable(activeElement);
}

/** @param {Element} control */
const usable = (control) => control.isConnected && !control.matches(':disabled') && !control.closest('[hidden]');

/** The nearest one that stands in the same place: before it, else after it. @param {Element[]} path @returns {HTMLElement | undefined} */
function next([control, ...places]) {
  for (const place of places.filter((each) => each.isConnected)) {
    const all = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(CONTROLS)])
      .filter((each) => usable(each) && each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }));
    const before = all.filter((each) => control.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING);
    const found = (control.isConnected ? before.at(-1) : undefined) ?? all[0];
    if (found) return found;
  }
  return /** @type {HTMLElement | undefined} */ (places.at(-1));
}
