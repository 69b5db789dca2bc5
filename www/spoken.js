// The figure in a sentence, for those who hear it: anew when it stops, and at most every two seconds while it plays:
// not shortly before it stops by itself, or one sentence would cut off the other.
import { on } from './dom.js';
import { sentence } from './status.js';
import { PATIENCE, Voice } from './voice.js';

/** @param {import('./view.js').Context} context */
export function spoken({ stage, signal }) {
  const voice = new Voice(signal);
  const now = () => sentence(stage);
  on(stage, 'step', () => voice.say(() => (stage.player.left < PATIENCE / 1000 ? null : now())), signal);
  on(stage, 'pause', () => voice.urge(now), signal);
  // The reader goes on when it has been heard.
  on(stage, 'part', () => voice.say(now), signal);
  on(stage, 'say', ({ detail }) => voice.say(detail), signal);
  return voice.root;
}
