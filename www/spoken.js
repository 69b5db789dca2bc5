// The figure in a sentence, for those who hear it: anew when it stops, and at most every two seconds while it plays.
import { on } from './dom.js';
import { sentence } from './status.js';
import { Voice } from './voice.js';

/** @param {import('./view.js').Context} context */
export function spoken({ stage, signal }) {
  const voice = new Voice(signal);
  const now = () => sentence(stage);
  on(stage, 'step', () => voice.say(now), signal);
  on(stage, 'pause', () => voice.urge(now), signal);
  // The reader goes on when it has been heard.
  on(stage, 'part', () => voice.say(now), signal);
  on(stage, 'say', ({ detail }) => voice.say(detail), signal);
  return voice.root;
}
