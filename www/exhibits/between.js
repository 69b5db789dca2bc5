// A dot on the straight way between the ends of two runs, and the loss there.
import { make } from '../dom.js';
import { steady } from '../numbers.js';
import { picture, readings, scale, set, shape, slider } from './parts.js';
import { say } from './words.js';

/** @param {HTMLElement} hands @param {any} given */
export function between(hands, given) {
  const svg = picture(hands, 'between');
  const { x, y } = scale(given.chart);
  const dot = shape('circle', { class: 'f-accent', r: 5.5 });
  svg.append(dot);
  const list = readings([say('between-share'), say('loss-there')]);
  const place = slider(say('between-along'), { min: given.from, max: given.from + given.rows.length - 1, value: 50 }, (i) => {
    const [share, loss] = given.rows[i - given.from];
    set(dot, { cx: x(share).toFixed(1), cy: y(loss).toFixed(1) });
    list.tell(steady(share), steady(loss));
    return say('between-says', { share: steady(share), loss: steady(loss) });
  });
  hands.append(make('div', { class: 'controls' }, place.root, list.root));
  place.start();
}
