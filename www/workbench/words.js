// Every word that the playground's tools say.
import english from '../words/workbench.en.json' with { type: 'json' };
import { speaker } from '../words.js';

/** @typedef {keyof typeof english} Key */

export const { say, sayOr } = speaker('workbench', english);
