// A race's record in words: what each run was given, which rules are kept and by how much not. Only what the numbers'
// side tells; nothing is typed in.
import { human, short, steady } from './numbers.js';
import { called, list, say, sayOr } from './words.js';

/** @typedef {import('./words.js').Key} Key */
/** @typedef {{ race: Race, names: string[], loss(run: number, step: number): number }} Told a record, and whose it is */

/** @param {string} id */
export const ruleName = (id) => sayOr(`rule-${id}`, id);

/** @param {Verdict} verdict */
const kept = ({ gaps }) => gaps.length === 0;

/** Which rules are kept and which not, in short. @param {Race} race */
export function headline({ rules }) {
  const named = (/** @type {Verdict[]} */ some) => list(some.map(({ rule }) => ruleName(rule)));
  const [yes, no] = [rules.filter(kept), rules.filter((verdict) => !kept(verdict))];
  return [yes.length ? say('race-kept', { rules: named(yes) }) : '', no.length ? say('race-broken', { rules: named(no) }) : ''].join(' ').trim();
}

/** Who stands lowest, in a sentence. @param {readonly string[]} names @param {readonly number[]} losses */
export function lowest(names, losses) {
  const finite = losses.filter(Number.isFinite);
  if (finite.length === 0) return say('race-lost');
  const [low, next] = [...new Set(finite)].sort((a, b) => a - b);
  const of = (/** @type {number} */ loss) => list(names.filter((_, run) => losses[run] === loss));
  if (next !== undefined) return say('race-next', { names: of(low), loss: steady(low), next: of(next), other: steady(next) });
  return finite.length === names.length ? say('race-level', { loss: steady(low) }) : say('race-lowest', { names: of(low), loss: steady(low) });
}

/** Whether a rule is kept; if not, who breaks it by how much. @param {Verdict} verdict @param {Told} told @param {string} start */
export function verdict({ rule, than, gaps }, { race, names, loss }, start) {
  if (gaps.length === 0) return held(rule, than, race, start);
  const no = say('race-no', { than: names[than], gaps: list(gaps.map(({ run, size }) => gap(rule, names[run], size))) });
  if (rule !== 'same-price') return no;
  const standings = race.runs.map(({ level }, run) => say('race-standing', { name: names[run], step: level, loss: steady(loss(run, level)) }));
  return `${no} ${say('race-at-price', { price: short(race.price), unit: say(`unit-${race.unit}`), standings: list(standings) })}`;
}

/** @param {RaceRule} rule @param {number} than @param {Race} race @param {string} start */
function held(rule, than, { runs, tolerance }, start) {
  const { rate, first_step: step, evaluations } = runs[than];
  if (rule === 'same-start') return say('race-yes-is', { value: start });
  if (rule === 'same-rate') return say('race-yes-is', { value: short(rate) });
  if (rule === 'same-first-step') return say('race-yes-within', { share: short(100 * tolerance), value: short(step) });
  if (rule === 'same-gradients') return say('race-yes-is', { value: say('race-each', { count: evaluations.gradients }) });
  return say('race-yes');
}

/** @param {RaceRule} rule @param {string} name @param {number | null} size */
function gap(rule, name, size) {
  if (size === null) return say('gap-still', { name });
  if (rule === 'same-start' || rule === 'same-draws') return say(`gap-${rule}`, { name, size: short(size) });
  if (size === 1) return say('gap-scheduled', { name });
  const more = size > 1;
  return say(`gap-${more ? 'more' : 'less'}-${rule}`, { name, size: short(more ? size : 1 / size, 2) });
}

/** What a sweep found, in a sentence. @param {(Swept | null)[]} found @param {readonly number[]} grid @param {string[]} names @param {number} steps */
export function swept(found, grid, names, steps) {
  const gaps = found.flatMap((one, run) => {
    if (!one?.best || one.holds) return [];
    const { best, own } = one;
    return [say('sweep-gap', { name: names[run], rate: short(best.rate), loss: human(best.loss), steps, own: human(own.loss) })];
  });
  if (gaps.length) return say('sweep-no', { gaps: gaps.join('; ') });
  return say('sweep-yes', { count: grid.length, low: short(grid[0]), high: short(grid.at(-1)), steps });
}

/** One run's rate as its record has it. @param {Racer} racer */
function rate({ rate: own, schedule, changes }) {
  if (own === null) return say('race-none');
  const moves = [schedule ? called(schedule.kind) : '', changes.length ? say('race-changes') : ''].filter(Boolean);
  return moves.length ? say('race-scheduled', { rate: short(own), schedule: list(moves) }) : short(own);
}

/** @param {Racer} racer */
function batch({ batch: own }) {
  if (!own) return say('race-batch-all');
  return own.shuffled ? say('race-batch-shuffled', { size: own.size, seed: Number(own.seed) }) : say('race-batch-of', { size: own.size });
}

/** @param {Racer} racer */
const noise = ({ noise: own }) => (own ? say('race-noise-of', { deviation: short(own.deviation), seed: own.seed }) : say('race-none'));

/** @type {{ head: Key, tell: (racer: Racer) => string, there: (racer: Racer, race: Race) => boolean }[]} */
const COLUMNS = [
  { head: 'race-rate', tell: rate, there: () => true },
  { head: 'race-first-step', tell: ({ first_step: step }) => short(step), there: ({ first_step: step }) => step !== null },
  { head: 'race-gradients', tell: ({ evaluations }) => String(evaluations.gradients), there: () => true },
  { head: 'race-values', tell: ({ evaluations }) => String(evaluations.values), there: ({ evaluations }) => evaluations.values > 0 },
  { head: 'race-curvatures', tell: ({ evaluations }) => String(evaluations.curvatures), there: ({ evaluations }) => evaluations.curvatures > 0 },
  { head: 'race-points', tell: ({ evaluations }) => String(evaluations.points), there: (_, { unit }) => unit === 'points' },
  { head: 'race-batch', tell: batch, there: ({ batch: own }) => own !== null },
  { head: 'race-noise', tell: noise, there: ({ noise: own }) => own !== null },
];

/** The record as a table: heads, and a row of cells a run. What no run has is left out. @param {Race} race */
export function record(race) {
  const { runs } = race;
  const columns = COLUMNS.filter(({ there }) => runs.some((racer) => there(racer, race)));
  return { heads: columns.map(({ head }) => say(head)), rows: runs.map((racer) => columns.map(({ tell }) => tell(racer))) };
}

/** @param {readonly number[]} point @param {string[]} parameters `w −2, b 0.5` */
export const point = (point, parameters) => parameters.map((name, i) => `${name} ${short(point[i])}`).join(', ');

/** Under a run's name: as whom it is written, and from where, if not all start there. @param {RunFacts} facts @param {string[] | null} parameters */
export function origin({ convention, start }, parameters) {
  const as = say('race-as', { convention: sayOr(`convention-${convention}`, convention) });
  return parameters ? `${as}, ${say('race-from', { place: point(start, parameters) })}` : as;
}

/** Which rates were changed, in a sentence. @param {string | null} rule for which; null for a way back @param {string[]} names @param {readonly (number | null)[]} before @param {readonly (number | null)[]} after */
export function set(rule, names, before, after) {
  const changes = names.flatMap((name, run) => (before[run] === after[run] ? [] : [say('race-set-rate', { name, rate: short(after[run]), before: short(before[run]) })]));
  if (changes.length === 0) return say('race-unset');
  return rule === null ? say('race-back', { changes: list(changes) }) : say('race-set', { rule, changes: list(changes) });
}
