// Undo and redo by the keys that everybody knows, while the focus is in the figure.

/** A field in which text is written has its own undo. */
const WRITTEN = 'textarea, input:not([type]), input[type="text"], input[type="search"], input[type="number"], input[type="url"]';

/** @param {import('./desk.js').Desk} desk @param {(text: string) => void} tell @returns {(event: KeyboardEvent) => void} */
export function undoKeys(desk, tell) {
  return (event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (target.matches(WRITTEN) || target.closest('dialog')) return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    const again = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
    if (!back && !again) return;
    event.preventDefault();
    event.stopPropagation();
    const said = back ? desk.undo() : desk.redo();
    if (said) tell(said);
  };
}
