// Frames that a test makes itself, and a count of those that are asked for. For `page.addInitScript`, so it uses nothing from
// outside.

/** Counts the callbacks that wait for a frame: `liveFrames()`. */
export function countFrames() {
  const [ask, cancel, waiting] = [requestAnimationFrame, cancelAnimationFrame, new Set()];
  window.requestAnimationFrame = (work) => {
    const id = ask((now) => {
      waiting.delete(id);
      work(now);
    });
    waiting.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    waiting.delete(id);
    cancel(id);
  };
  Object.assign(window, { liveFrames: () => waiting.size });
}

/** Frames come when a test asks for one, 16 ms after the one before as far as figures know: `frame()` gives how many callbacks it called. */
export function ownFrames() {
  /** @type {Map<number, FrameRequestCallback>} */
  let waiting = new Map();
  let [last, now] = [0, 0];
  window.requestAnimationFrame = (work) => {
    waiting.set(last += 1, work);
    return last;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);
  const frame = () => {
    const due = waiting;
    waiting = new Map();
    now += 16;
    for (const work of due.values()) work(now);
    return due.size;
  };
  Object.assign(window, { frame });
}
