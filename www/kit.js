// What the bundles beside ponder.js take of it, so that a page loads it once. No part of what ponder.js promises; a
// module is listed here as soon as crates/xtask/bundle.mjs should not put it into a bundle twice.
export { Card } from './card.js';
export { begun } from './engine.js';
export { call, icon, make, on } from './dom.js';
export { default as looks } from './figure.css';
export { keep } from './keep.js';
export { long } from './long.js';
export { notFetched, said } from './notice.js';
export { exact, human, short, steady } from './numbers.js';
export { Question } from './questions.js';
export { Screen } from './screen.js';
export { shuffle } from './shuffle.js';
export { judge, told } from './truth.js';
export { Voice } from './voice.js';
export { around, called, phrase, phrases, say, sayOr, speak, speaker, speech, translated, wrong } from './words.js';
