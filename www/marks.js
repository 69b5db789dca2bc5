// What a question draws into the views: the reader's guess, and after the commit the truth and the gap between them.

/** @param {import('./stage.js').Stage} stage @returns {PonderMark[]} */
export function marks(stage) {
  const { question } = stage;
  const kind = question?.ponder.kind;
  if (!question || (kind !== 'click' && kind !== 'draw')) return [];
  const from = kind === 'draw' ? { from: /** @type {Point} */ (stage.row(0, question.step).at) } : {};
  if (!question.verdict) return stage.aim ? [{ kind: 'guess', at: stage.aim, ...from }] : [];
  const guess = /** @type {Point} */ (question.verdict.answer);
  const truth = /** @type {Point} */ (question.verdict.truth);
  if (!truth.every(Number.isFinite)) return [{ kind: 'guess', at: guess, ...from }];
  return [
    { kind: 'gap', from: guess, at: truth },
    { kind: 'truth', at: truth, ...from },
    { kind: 'guess', at: guess, ...from },
  ];
}
