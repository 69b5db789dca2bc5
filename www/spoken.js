// The figure in a sentence, for those who hear it: anew when it stops, and at most every two seconds while it plays.
import { make, on } from './dom.js';
import { sentence } from './status.js';

const PATIENCE = 2000;

/** @param {import('./view.js').Context} context */
export function spoken({ stage, signal }) {
  const root = make('p', { class: 'spoken', 'aria-live': 'polite' });
  let last = -Infinity;
  const speak = () => {
    last = performance.now();
    const now = sentence(stage);
    if (root.textContent !== now) root.replaceChildren(now);
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  const soon = () => {
    const wait = PATIENCE - (performance.now() - last);
    later ??= setTimeout(() => {
      later = undefined;
      speak();
    }, Math.max(wait, 0));
  };
  on(stage, 'step', soon, signal);
  on(stage, 'pause', speak, signal);
  // The reader goes on when it has been heard.
  on(stage, 'part', speak, signal);
  on(stage, 'say', ({ detail }) => root.replaceChildren(detail), signal);
  signal.addEventListener('abort', () => clearTimeout(later));
  return root;
}
