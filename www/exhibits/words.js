// Every word that exhibits say.
import english from '../words/exhibits.en.json' with { type: 'json' };
import { speaker } from '../words.js';

/** @typedef {keyof typeof english} Key */

export const { say } = speaker('exhibits', english);
