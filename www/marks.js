// What a question draws into the views: the reader's guess, and after the commit the truth and the gap between them, until
// the run has gone past what was asked about.

/** @param {import('./stage.js').Stage} stage @returns {PonderMark[]} */
export function marks(stage) {
  const { question } = stage;
  const kind = question?.ponder.kind;
  if (!question || (kind !== 'click' && kind !== 'draw')) return [];
  if (question.verdict && (stage.changed || stage.player.position > reach(question, kind))) return [];
  const from = kind === 'draw' ? { from: /** @type {Point} */ (stage.row(0, question.step).at) } : {};
  if (!question.verdict) return stage.aim ? [{ kind: 'guess', at: stage.aim, ...from }] : [];
  const guess = /** @type {Point | undefined} */ (question.verdict.answer);
  const truth = /** @type {Point} */ (question.verdict.truth);
  if (!guess) return truth.every(Number.isFinite) ? [{ kind: 'truth', at: truth, ...from }] : [];
  if (!truth.every(Number.isFinite)) return [{ kind: 'guess', at: guess, ...from }];
  return [
    { kind: 'gap', from: guess, at: truth },
    { kind: 'truth', at: truth, ...from },
    { kind: 'guess', at: guess, ...from },
  ];
}

/** The last step that a question is about. @param {import('./questions.js').Question} question @param {string} kind */
const reach = ({ step, target }, kind) => (kind === 'draw' ? step + 1 : target);
