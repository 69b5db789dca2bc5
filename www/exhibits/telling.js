// What an exhibit tells: seen at once, and said to those who hear the page at a pace that can be heard, as sliders move fast.
import { make } from '../dom.js';
import { Voice } from '../voice.js';

/** One for all exhibits of a page. */
const voice = new Voice();
voice.root.className = 'unseen';
(document.querySelector('main') ?? document.body).append(voice.root);

/** @param {...(Node | string)} words what stands there already, and is not said */
export const telling = (...words) => voice.follow(make('p', { class: 'told' }, ...words));
