// The key of a question, computed on commit and not before, and how far an answer is from it.
//
// A figure may give the key (`answer`); without one it is the run's own: a `click` is where the run will stand at the
// step the question asks about (where the next question waits, or the end), a `type` its loss there, a `draw` the tip
// of the next step. Choose and order carry their keys in their options. The run is the first one.
//
// The gap is a distance in (w, b), or a difference; a key's tolerance is meant likewise. Without one, a point may be
// off by a share of the window's diagonal, a number by a share of itself, and an arrow is right if it points the
// right way: a step may be too short to be drawn.

const TOLERANCE = { click: 0.05, type: 0.1, degrees: 15 };

/**
 * @typedef {object} Ground what a key is computed from
 * @property {(t: number) => Point} at where the first run stands
 * @property {(t: number) => number} loss
 * @property {number} steps
 * @property {[Point, Point]} window
 */

/** @typedef {import('./questions.js').Question} Question */

/**
 * @param {Question} question
 * @param {Ground} ground
 * @returns {{ value: any, tolerance: number | null }} null: no distance counts, but the direction
 */
export function key(question, ground) {
  const { ponder } = question;
  if (ponder.kind === 'choose') return { value: rights(ponder), tolerance: 0 };
  if (ponder.kind === 'order') return { value: (ponder.options ?? []).map((_, i) => i), tolerance: 0 };
  const given = ponder.answer;
  const whole = typeof given === 'object' && given !== null && !Array.isArray(given);
  const { value, tolerance } = /** @type {any} */ (whole ? given : { value: given });
  const truth = value ?? own(question, ground);
  return { value: truth, tolerance: tolerance ?? usual(question, truth, ground) };
}

/**
 * @param {Question} question
 * @param {any} answer in the form of the key
 * @param {Ground} ground
 * @returns {import('./questions.js').Verdict}
 */
export function judge(question, answer, ground) {
  const { value: truth, tolerance } = key(question, ground);
  if (question.ponder.kind === 'choose' || question.ponder.kind === 'order') {
    return { answer, truth, correct: String(answer) === String(truth), gap: null };
  }
  const gap = typeof truth === 'number' ? Math.abs(answer - truth) : distance(answer, truth);
  const turned = tolerance === null ? angle(ground.at(question.step), answer, truth) : null;
  const correct = tolerance === null ? turned !== null && turned <= TOLERANCE.degrees : gap <= tolerance;
  // A run that left the finite numbers has no place to compare with.
  return { answer, truth, correct, gap: Number.isFinite(gap) ? gap : null };
}

/** What a skipped question shows. @param {Question} question @param {Ground} ground @returns {import('./questions.js').Verdict} */
export function told(question, ground) {
  return { answer: undefined, truth: key(question, ground).value, correct: false, gap: null };
}

/**
 * The angle between two arrows from the same point, in degrees; null where one has no length.
 * @param {Point} from @param {Point} a @param {Point} b
 */
export function angle(from, a, b) {
  if (distance(from, a) === 0 || distance(from, b) === 0) return null;
  const direction = (/** @type {Point} */ to) => Math.atan2(to[1] - from[1], to[0] - from[0]);
  const turned = Math.abs(direction(a) - direction(b)) * (180 / Math.PI);
  return Math.min(turned, 360 - turned);
}

/** @param {Ponder} ponder */
function rights(ponder) {
  const options = /** @type {Option[]} */ (ponder.options ?? []);
  return options.flatMap((option, i) => (option.right ? [i] : []));
}

/** @param {Question} question @param {Ground} ground */
function own({ ponder, step, target }, ground) {
  if (ponder.kind === 'type') return ground.loss(target);
  return ground.at(ponder.kind === 'draw' ? Math.min(step + 1, ground.steps) : target);
}

/** @param {Question} question @param {any} truth @param {Ground} ground */
function usual({ ponder }, truth, { window: [[w0, w1], [b0, b1]] }) {
  if (ponder.kind === 'type') return TOLERANCE.type * Math.abs(truth);
  if (ponder.kind === 'draw') return null;
  return TOLERANCE.click * distance([w0, b0], [w1, b1]);
}

/** @param {Point} a @param {Point} b */
function distance(a, b) {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}
