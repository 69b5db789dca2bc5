//! The arrows of one update, in data units, so that they add up on the picture as they do in the rule.

use ponder::math::larger;
use ponder::note::Part;
use ponder::{Entry, Update};

use super::Stage;
use crate::scene::{Anchor, Mark, Pixel};
use crate::shape;
use crate::theme::Role;

/// The pieces of an update. Where the rule's move is a sum of two terms, memory and slope are its legs, one after the
/// other from the point; elsewhere they only start there and say what the rule saw.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pieces {
    /// Where the update starts.
    pub at: [f64; 2],
    /// The remembered leg of the move.
    pub kept: Option<[f64; 2]>,
    /// Downhill along the average of the gradients, at the present rate.
    pub mean: Option<[f64; 2]>,
    /// Downhill at the present rate: minus rate times gradient.
    pub slope: Option<[f64; 2]>,
    /// Where the gradient was taken, if not at the point.
    pub ahead: Option<[f64; 2]>,
    /// The whole move.
    pub whole: [f64; 2],
}

impl Pieces {
    /// Sorts out what a rule noted.
    pub(super) fn of(at: &[f64], update: &Update) -> Option<Self> {
        let (at, whole) = (pair(at)?, pair(update.part(Part::Move)?)?);
        let gradient = update.part(Part::Gradient).and_then(pair);
        let slope = gradient.map(|g| plain(update, g, whole).unwrap_or(g.map(|c| -update.factor() * c)));
        let ahead = update.part(Part::LookedAt).and_then(pair).filter(|looked| *looked != at);
        let kept = slope.and_then(|slope| kept(update, [0, 1].map(|i| whole[i] - slope[i]), whole));
        // All rules that average gradients call the average m.
        let average = update.parts.iter().find(|(part, symbol, _)| *part == Part::Memory && *symbol == "m");
        let mean = average.and_then(|(.., m)| pair(m)).map(|m| m.map(|c| -update.factor() * c));
        Some(Self { at, kept, mean, slope, ahead, whole })
    }

    /// Whether memory and slope together are the move.
    pub(super) fn adds_up(&self) -> bool {
        self.kept.is_some() || self.slope.is_none_or(|slope| close(slope, self.whole, self.whole))
    }
}

fn pair(v: &[f64]) -> Option<[f64; 2]> {
    <[f64; 2]>::try_from(v).ok().filter(|v| v.iter().all(|c| c.is_finite()))
}

/// Whether two vectors are the same but for the rounding of a sum as large as `of`.
fn close(a: [f64; 2], b: [f64; 2], of: [f64; 2]) -> bool {
    (0..2).all(|i| (a[i] - b[i]).abs() <= 1e-9 * (of[i].abs() + a[i].abs()))
}

/// The move of a rule that finds one rate for all parameters and goes straight downhill.
fn plain(update: &Update, gradient: [f64; 2], whole: [f64; 2]) -> Option<[f64; 2]> {
    let rates = update.part(Part::Scale).and_then(pair)?;
    (rates[0] == rates[1] && close(gradient.map(|c| -rates[0] * c), whole, whole)).then_some(whole)
}

/// The share γ of a memory, as it was before the update or is after it, with the rate of its own time in it or with
/// the present one, in one sign or the other: whichever makes up for what the slope leaves of the move.
fn kept(update: &Update, rest: [f64; 2], whole: [f64; 2]) -> Option<[f64; 2]> {
    let momentum = update.momentum?;
    let remembered = |symbol: &str| update.parts.iter().any(|(part, own, _)| *part == Part::Memory && *own == symbol);
    let memories = update
        .parts
        .iter()
        .filter(|(part, symbol, _)| *part == Part::Memory || *part == Part::Term && remembered(symbol));
    let shares = [momentum, -momentum, momentum * update.factor(), -momentum * update.factor()];
    let all = memories.filter_map(|(.., v)| pair(v)).flat_map(|v| shares.map(|share| v.map(|c| share * c)));
    all.filter(|v| *v != [0.0; 2]).find(|v| close(*v, rest, whole))
}

/// The pieces of every run's present update, where it may be shown.
pub(super) fn pieces(stage: &Stage) -> Vec<Option<Pieces>> {
    let of = |entry: &Option<Entry>| entry.as_ref().and_then(|entry| Pieces::of(&entry.at, entry.update.as_ref()?));
    stage.entries.iter().map(of).collect()
}

/// Arrows shorter than this, in pixels, show no direction.
const SHORT: f64 = 40.0;

/// By which round factors arrows are drawn longer than they are, so that they can be seen. The picture says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Magnified {
    /// Moves, and the legs that make them up.
    pub moves: f64,
    /// Gradients, and averages of them, of rules that move by other measures.
    pub gradients: f64,
}

impl Magnified {
    /// Each factor lets the longest of its arrows be seen.
    pub(super) fn of(stage: &Stage, pieces: &[Option<Pieces>]) -> Self {
        let (mut moves, mut seen) = (Vec::new(), Vec::new());
        for p in pieces.iter().flatten() {
            let from = |v| (p.at, v);
            moves.push(from(p.whole));
            moves.extend(p.kept.map(from));
            if p.adds_up() {
                moves.extend(p.slope.map(from));
            } else {
                seen.extend(p.slope.map(from));
                seen.extend(p.mean.map(from));
            }
        }
        Self { moves: magnified(stage, &moves), gradients: magnified(stage, &seen) }
    }

    /// The factor of the slope of these pieces.
    pub(super) fn slope(&self, pieces: &Pieces) -> f64 {
        if pieces.adds_up() { self.moves } else { self.gradients }
    }
}

/// The least round factor with which the longest of some vectors can be seen.
pub(super) fn magnified(stage: &Stage, vectors: &[([f64; 2], [f64; 2])]) -> f64 {
    let length =
        |&(at, v): &([f64; 2], [f64; 2])| shape::distance(stage.plane.place(at), stage.plane.place(add(at, v, 1.0)));
    let longest = vectors.iter().map(length).fold(0.0, larger);
    let round = |power: i32| [1.0, 2.0, 5.0].map(|mantissa| mantissa * libm::pow(10.0, power.into()));
    let enough = |factor: &f64| factor * longest >= SHORT;
    if longest > 0.0 { (0..=9).flat_map(round).find(enough).unwrap_or(1.0) } else { 1.0 }
}

/// An arrow from a point along a vector of the data, cut at the plot's border.
pub(super) fn arrow(stage: &Stage, from: [f64; 2], along: [f64; 2], part: Part, role: Role) -> Option<Mark> {
    let path = stage.plane.path(&[from, add(from, along, 1.0)]);
    let piece = path.first().filter(|piece| piece.len() == 2 && stage.plane.holds(from))?;
    Some(Mark::Arrow { from: piece[0], to: piece[1], role, faint: stage.dims(part) })
}

/// The formula of an arrow, beyond its tip.
pub(super) fn name(arrow: &Mark, formula: &str) -> Option<Mark> {
    let Mark::Arrow { from, to, role, .. } = arrow else { return None };
    let length = shape::distance(*from, *to);
    let ahead = |i: usize| (to[i] - from[i]) / length;
    let anchor = if ahead(0) < -0.4 {
        Anchor::Right
    } else if ahead(0) > 0.4 {
        Anchor::Left
    } else {
        Anchor::Middle
    };
    (length > 12.0).then(|| Mark::text([to[0] + 6.0 * ahead(0), to[1] + 12.0 * ahead(1)], formula, *role, anchor))
}

/// A point and a multiple of a vector.
pub(super) fn add(at: [f64; 2], vector: [f64; 2], times: f64) -> [f64; 2] {
    [at[0] + times * vector[0], at[1] + times * vector[1]]
}

/// The note that says how much longer some arrows are drawn, in a line of the plot's upper right corner.
pub(super) fn note(stage: &Stage, line: u8, what: &str, factor: f64) -> Option<Mark> {
    let rect = stage.plane.rect;
    let at: Pixel = [rect.right() - 8.0, rect.y + 12.0 + 15.0 * f64::from(line)];
    let text = format!("{} × {}", stage.tongue.say(what), ponder::text::human(factor));
    (factor > 1.0).then(|| Mark::text(at, text, Role::Ink, Anchor::Right))
}

#[cfg(test)]
mod tests;
