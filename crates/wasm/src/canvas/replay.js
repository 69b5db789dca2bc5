// Makes the calls that record.rs has written down: numbers in a row, each call's own after the number of the call. Points
// are whole numbers wherever there are many, so that none of them has to be boxed.

/** @typedef {CanvasRenderingContext2D} Context @typedef {(context: Context, numbers: Float64Array, at: number, texts: string) => number} Call it gives where the next one begins */

/** What the calls are, in the order of record.rs. @type {Call[]} */
const CALLS = [zoom, stroke, fill, stamp, letters, outline, write, turn, back];

/** So many places of one stamp at least are kept from one picture to the next. */
const MANY = 8;

/** @typedef {{ block: Float64Array, path: Path2D }} Trail the places of a stamp, and their path */
/** What the pictures on a canvas had many of: what stands along a way only grows while time goes on. @type {WeakMap<Context, Trail[]>} */
const shelf = new WeakMap();
/** How many stamps of this picture were kept so far. */
let kept = 0;

/** @param {Context} context @param {Float64Array} numbers @param {string} texts */
export function replay(context, numbers, texts) {
  kept = 0;
  for (let at = 0; at < numbers.length;) at = CALLS[numbers[at]](context, numbers, at + 1, texts);
}

/** A canvas that is to be drawn on anew, or for the first time where it is to be printed; null if it has no 2-D context. @param {HTMLCanvasElement} canvas @param {boolean} printed */
export function open(canvas, printed) {
  const context = brush(canvas);
  if (!context) return null;
  context.resetTransform();
  // On paper this would wipe away what lies below it.
  if (!printed) context.clearRect(0, 0, canvas.width, canvas.height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  return context;
}

/** What is no canvas has none; an error here would leave the figure in the middle of a call. @param {HTMLCanvasElement} canvas */
function brush(canvas) {
  try {
    return canvas.getContext('2d');
  } catch {
    return null;
  }
}

/** Colours as canvases know them: few, and slow to spell. @type {Map<number, string>} */
const inks = new Map();

/** @param {number} color */
function ink(color) {
  let hex = inks.get(color);
  if (!hex) inks.set(color, hex = `#${color.toString(16).padStart(6, '0')}`);
  return hex;
}

/** @type {Call} */
function zoom(context, numbers, at) {
  context.setTransform(numbers[at], 0, 0, numbers[at], 0, 0);
  return at + 1;
}

/** @type {Call} */
function stroke(context, numbers, at) {
  const [opacity, end] = [numbers[at + 1], at + 4 + 2 * numbers[at + 3]];
  context.strokeStyle = ink(numbers[at]);
  context.lineWidth = numbers[at + 2];
  context.beginPath();
  context.moveTo(numbers[at + 4], numbers[at + 5]);
  for (let i = at + 6; i < end; i += 2) context.lineTo(numbers[i] | 0, numbers[i + 1] | 0);
  if (opacity < 1) context.globalAlpha = opacity;
  context.stroke();
  if (opacity < 1) context.globalAlpha = 1;
  return end;
}

/** @type {Call} */
function fill(context, numbers, at) {
  const opacity = numbers[at + 1];
  let end = at + 4;
  context.fillStyle = ink(numbers[at]);
  context.beginPath();
  for (let ring = 0; ring < numbers[at + 3]; ring += 1) {
    const first = end + 1;
    end = first + 2 * numbers[end];
    for (let i = first; i < end; i += 2) {
      if (i === first) context.moveTo(numbers[i], numbers[i + 1]); else context.lineTo(numbers[i], numbers[i + 1]);
    }
  }
  if (opacity < 1) context.globalAlpha = opacity;
  context.fill(numbers[at + 2] ? 'evenodd' : 'nonzero');
  if (opacity < 1) context.globalAlpha = 1;
  return end;
}

/** @type {Call} */
function stamp(context, numbers, at) {
  const count = numbers[at + 1];
  const end = at + 4 + 2 * (numbers[at + 3] + count);
  context.fillStyle = ink(numbers[at]);
  if (count < MANY) {
    context.beginPath();
    shapes(context, numbers.subarray(at + 2, end), 0);
    context.fill();
  } else {
    context.fill(trail(context, numbers.subarray(at + 2, end)));
  }
  return end;
}

/** The path of a stamp in many places: the last picture's goes on, if these places begin with those. @param {Context} context @param {Float64Array} block */
function trail(context, block) {
  let trails = shelf.get(context);
  if (!trails) shelf.set(context, trails = []);
  let known = trails[kept];
  if (!known || !begins(block, known.block)) known = trails[kept] = { block: block.slice(0, 2 + 2 * block[1]), path: new Path2D() };
  kept += 1;
  if (known.block.length < block.length) {
    shapes(known.path, block, known.block.length);
    known.block = block.slice();
  }
  return known.path;
}

/** @param {Float64Array} all @param {Float64Array} first */
function begins(all, first) {
  if (first.length > all.length) return false;
  for (let i = 0; i < first.length; i += 1) if (all[i] !== first[i]) return false;
  return true;
}

/**
 * Adds the places of a stamp from one on to a path.
 * @param {CanvasPath} path @param {Float64Array} block radius, number of corners (none: a disc), corners, places @param {number} from
 */
function shapes(path, block, from) {
  const [radius, first] = [block[0], 2 + 2 * block[1]];
  for (let at = Math.max(from, first); at < block.length; at += 2) {
    const [x, y] = [block[at], block[at + 1]];
    if (first === 2) {
      path.moveTo(Math.round(x) + radius, Math.round(y));
      path.arc(Math.round(x), Math.round(y), radius, 0, 2 * Math.PI);
    }
    for (let corner = 2; corner < first; corner += 2) {
      const [u, v] = [Math.round(x + block[corner]), Math.round(y + block[corner + 1])];
      if (corner === 2) path.moveTo(u, v); else path.lineTo(u, v);
    }
  }
}

/** @type {Call} */
function letters(context, numbers, at, texts) {
  context.font = texts.slice(numbers[at], numbers[at + 1]);
  context.textAlign = /** @type {CanvasTextAlign} */ (texts.slice(numbers[at + 2], numbers[at + 3]));
  context.textBaseline = /** @type {CanvasTextBaseline} */ (texts.slice(numbers[at + 4], numbers[at + 5]));
  return at + 6;
}

/** @type {Call} */
function outline(context, numbers, at, texts) {
  context.strokeStyle = ink(numbers[at]);
  context.lineWidth = numbers[at + 1];
  context.strokeText(texts.slice(numbers[at + 2], numbers[at + 3]), numbers[at + 4], numbers[at + 5]);
  return at + 6;
}

/** @type {Call} */
function write(context, numbers, at, texts) {
  const opacity = numbers[at + 1];
  context.fillStyle = ink(numbers[at]);
  if (opacity < 1) context.globalAlpha = opacity;
  context.fillText(texts.slice(numbers[at + 2], numbers[at + 3]), numbers[at + 4], numbers[at + 5]);
  if (opacity < 1) context.globalAlpha = 1;
  return at + 6;
}

/** @type {Call} */
function turn(context, numbers, at) {
  const [x, y] = [numbers[at + 1], numbers[at + 2]];
  context.save();
  context.translate(x, y);
  context.rotate(numbers[at]);
  context.translate(-x, -y);
  return at + 3;
}

/** @type {Call} */
function back(context, _, at) {
  context.restore();
  return at;
}
