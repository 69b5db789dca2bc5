// Ponder: defines <ponder-figure> and exports the numbers behind it. Safe to import on a server, and twice on a page.
import { PonderFigure } from './element.js';

export { check, decode, encode, Run, step, trajectory, version } from './api.js';
export { follow } from './follow.js';
export { ready } from './engine.js';
export * as kit from './kit.js';
export { sketch } from './sketch.js';
export { words } from './words.js';

const registry = globalThis.customElements;
if (registry && !registry.get('ponder-figure')) registry.define('ponder-figure', PonderFigure);
