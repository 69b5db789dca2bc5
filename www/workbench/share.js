// Taking the figure elsewhere: as a link, as something to paste into a page, as a file; and bringing one in.
import here from '#home';
import { make, on } from '../dom.js';
import { load, save } from './files.js';
import { seen } from './seen.js';
import { address, element, frame } from './snippets.js';
import { say } from './words.js';

/** Some programs cut an address that is longer. */
const LONG = 2000;

/** @type {import('./index.js').Tool} */
export const share = { id: 'share', open };

/** @param {import('./bench.js').Bench} bench */
function open(bench) {
  const home = here;
  const told = make('div', { class: 'told', role: 'status' });
  const field = make('textarea', { readonly: true, rows: 4, spellcheck: 'false', class: 'copied', 'aria-label': say('copy-by-hand') });
  field.hidden = true;
  const tell = (/** @type {(Node | string)[]} */ ...news) => told.replaceChildren(...news);
  const copy = async (/** @type {string} */ text, /** @type {string} */ done) => {
    field.hidden = true;
    try {
      await navigator.clipboard.writeText(text);
      tell(done);
    } catch {
      // Without leave, or in a file: then by hand.
      tell(say('copy-by-hand'));
      field.value = text;
      field.hidden = false;
      field.focus();
      field.select();
    }
  };
  const step = () => bench.stage.player.step;
  const link = () => {
    const url = address(bench.host, seen(bench), step());
    if ('follows' in bench.host.dataset) history.replaceState(history.state, '', url);
    return copy(url, say(url.length > LONG ? 'link-long' : 'link-copied', { count: url.length, step: step() }));
  };
  return make('div', { class: 'share' },
    part('share-link', [['copy-link', link]], bench.signal),
    home && part('share-page', [
      ['copy-element', () => copy(element(home, seen(bench)), say('snippet-copied'))],
      ['copy-frame', () => copy(frame(home, seen(bench), step(), say('frame-title')), say('snippet-copied'))],
    ], bench.signal),
    part('share-file', [['save-file', () => save(seen(bench))], ['open-recipe', picker(bench, tell)]], bench.signal),
    told, field);
}

/**
 * @param {'share-link' | 'share-page' | 'share-file'} key @param {[import('./words.js').Key, () => unknown][]} acts
 * @param {AbortSignal} signal
 */
function part(key, acts, signal) {
  const buttons = acts.map(([word, act]) => {
    const button = make('button', { type: 'button', class: 'take' }, say(word));
    on(button, 'click', act, signal);
    return button;
  });
  return make('fieldset', {}, make('legend', {}, say(key)), make('p', { class: 'remark' }, say(`${key}-about`)), make('div', { class: 'row' }, ...buttons));
}

/** @param {import('./bench.js').Bench} bench @param {(...news: (Node | string)[]) => void} tell */
function picker(bench, tell) {
  const file = make('input', { type: 'file', accept: '.json,application/json' });
  on(file, 'change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen) tell(await load(bench, chosen));
    // The same file may be chosen again.
    file.value = '';
  }, bench.signal);
  return () => file.click();
}
