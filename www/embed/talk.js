// How a frame talks to the page around it: how high it would like to be, in the words of those who listen, and, where
// its author asks for it, what the figure tells.

const EVENTS = ['ready', 'step', 'play', 'pause', 'ponder', 'answer', 'error'];

/** @typedef {Pick<import('./settings.js').Wish, 'fit' | 'listener' | 'secret'>} Wish */

/** One height, to everybody who might ask for it. @param {number} height CSS pixels @param {string | null} secret @returns {unknown[]} */
export function told(height, secret) {
  return [
    { type: 'ponder:height', height },
    { subject: 'lti.frameResize', height },
    ...(secret === null ? [] : [{ message: 'height', value: height, secret }]),
    // Embedly's, and those who follow it, is a text.
    JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
  ];
}

/** Tells the height whenever it is another one, and when the page around it asks. @param {Element} main @param {Wish} wish */
export function tellHeight(main, { fit, secret }) {
  if (fit === 'frame') return;
  let last = 0;
  const tell = () => {
    last = Math.ceil(main.getBoundingClientRect().height);
    // A height is no secret, and who is around is not known.
    for (const message of told(last, secret)) parent.postMessage(message, '*');
  };
  new ResizeObserver(([{ contentRect: { height } }]) => Math.ceil(height) !== last && tell()).observe(main);
  addEventListener('message', ({ source, data }) => source === parent && data?.type === 'ponder:ask' && tell());
}

/** @param {Element} figure @param {Wish} wish */
export function tellEvents(figure, { listener }) {
  if (listener === null) return;
  for (const event of EVENTS) {
    figure.addEventListener(event, (heard) => {
      const detail = /** @type {CustomEvent} */ (heard).detail;
      parent.postMessage({ type: 'ponder:event', event, detail }, listener);
    });
  }
}
