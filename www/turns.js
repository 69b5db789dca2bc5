// Where a run's learning rate changes on the way: `changes` of a recipe, as a reader makes them, moves them and takes them back.
// Knows nothing of the page.

/** @typedef {[t: number, rate: number]} Turn from update t on this rate */
/** @typedef {{ t: number, before: number, rate: number, runs: number[] }} Mark one change, of all runs that make it */

/** @param {RunRecipe} run @returns {Turn[]} */
export const turns = ({ changes }) => (Array.isArray(changes) ? /** @type {Turn[]} */ (changes) : []);

/** Each run's rate before any change; null for a rule without one. @param {Facts} facts @returns {(number | null)[]} */
export const bases = ({ runs }) => runs.map(({ knobs }) => {
  const found = knobs.find(({ knob }) => knob.id === 'learning_rate');
  return found ? Number(found.value) : null;
});

/** The rate that update t has, as far as it is not scheduled. @param {Turn[]} made @param {number} base @param {number} t */
export const rateAt = (made, base, t) => made.findLast(([at]) => at <= t)?.[1] ?? base;

/** @param {FigureRecipe} figure @param {readonly number[]} runs @param {(made: Turn[], run: number) => Turn[]} work @returns {FigureRecipe} */
function each(figure, runs, work) {
  return {
    ...figure,
    runs: figure.runs.map((run, i) => {
      if (!runs.includes(i)) return run;
      const { changes, ...rest } = run;
      const made = work(turns(run), i);
      return made.length > 0 ? { ...rest, changes: made } : rest;
    }),
  };
}

/** From update t on another rate, and no other later. @param {FigureRecipe} figure @param {readonly number[]} runs @param {number} t @param {(before: number) => number} rate @param {readonly (number | null)[]} given the rates before any change */
export const withTurn = (figure, runs, t, rate, given) => each(figure, runs, (made, run) => {
  const earlier = made.filter(([at]) => at < t);
  return [...earlier, [t, rate(rateAt(earlier, given[run] ?? 0, t))]];
});

/** Another rate from a change on. @param {FigureRecipe} figure @param {Mark} mark @param {number} rate */
export const withRate = (figure, { t, runs }, rate) => each(figure, runs, (made) => made.map((turn) => (turn[0] === t ? [t, rate] : turn)));

/** @param {FigureRecipe} figure @param {Mark} mark */
export const withoutTurn = (figure, { t, runs }) => each(figure, runs, (made) => made.filter(([at]) => at !== t));

/** The change at another step: not before the one before it, nor after the one after. @param {FigureRecipe} figure @param {Mark} mark @param {number} to @returns {[figure: FigureRecipe, t: number]} */
export function withTurnAt(figure, { t, runs }, to) {
  const others = runs.flatMap((run) => turns(figure.runs[run]).map(([at]) => at)).filter((at) => at !== t);
  const low = Math.max(0, ...others.filter((at) => at < t)) + 1;
  const high = Math.min(figure.steps, ...others.filter((at) => at > t)) - 1;
  const at = Math.min(Math.max(to, low), high);
  return [each(figure, runs, (made) => made.map(([own, rate]) => (own === t ? [at, rate] : [own, rate]))), at];
}

/** All changes in the order of time; those of several runs that are alike are one. @param {FigureRecipe} figure @param {readonly (number | null)[]} given the rates before any @returns {Mark[]} */
export function marked({ runs }, given) {
  /** @type {Mark[]} */
  const all = [];
  runs.forEach((run, i) => {
    let before = given[i] ?? 0;
    for (const [t, rate] of turns(run)) {
      const same = all.find((mark) => mark.t === t && mark.rate === rate && mark.before === before);
      if (same) same.runs.push(i);
      else all.push({ t, before, rate, runs: [i] });
      before = rate;
    }
  });
  return all.sort((a, b) => a.t - b.t);
}

/** What one recipe's run has otherwise than another's. @param {RunRecipe} before @param {RunRecipe} after @returns {Turn[] | null | undefined} the changes, null for none, undefined where they are the same */
export function turned(before, after) {
  const [was, is] = [turns(before), turns(after)];
  if (String(was) === String(is)) return undefined;
  return is.length > 0 ? is : null;
}
