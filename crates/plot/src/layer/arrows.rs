//! The arrows of one update, in data units, so that they add up on the picture as they do in the rule.

use ponder::math::larger;
use ponder::note::Part;
use ponder::{Entry, Update};

use super::Stage;
use crate::scene::{Anchor, Mark, Pixel};
use crate::shape;
use crate::theme::Role;

/// The pieces of an update: from the point, what is remembered, then the slope, together the move.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pieces {
    /// Where the update starts.
    pub at: [f64; 2],
    /// The remembered part of the move, for rules whose move is a sum of two terms.
    pub kept: Option<[f64; 2]>,
    /// Downhill at the present rate: minus rate times gradient.
    pub slope: Option<[f64; 2]>,
    /// Where the gradient was taken, if not at the point.
    pub ahead: Option<[f64; 2]>,
    /// The whole move.
    pub whole: [f64; 2],
}

impl Pieces {
    /// Sorts out what a rule noted. A term is what is remembered if, with rate times gradient, it adds up to the move
    /// in one sign or the other.
    pub(super) fn of(at: &[f64], update: &Update) -> Option<Self> {
        let pair = |v: &[f64]| <[f64; 2]>::try_from(v).ok().filter(|v| v.iter().all(|c| c.is_finite()));
        let (at, whole) = (pair(at)?, pair(update.part(Part::Move)?)?);
        let slope = update.part(Part::Gradient).and_then(pair).map(|g| g.map(|c| -update.rate.unwrap_or(1.0) * c));
        let ahead = update.part(Part::LookedAt).and_then(pair).filter(|looked| *looked != at);
        let rest = slope.map(|slope| [0, 1].map(|i| whole[i] - slope[i]));
        let close =
            |a: f64, i: usize| rest.is_some_and(|rest| (a - rest[i]).abs() <= 1e-9 * (whole[i].abs() + a.abs()));
        let signed = |v: [f64; 2]| [v, v.map(|c| -c)].into_iter().find(|v| close(v[0], 0) && close(v[1], 1));
        let terms = update.parts.iter().filter(|(part, ..)| *part == Part::Term);
        let kept = terms.filter_map(|(.., v)| pair(v)).filter(|v| *v != [0.0; 2]).find_map(signed);
        Some(Self { at, kept, slope, ahead, whole })
    }
}

/// The pieces of every run's present update, where it may be shown.
pub(super) fn pieces(stage: &Stage) -> Vec<Option<Pieces>> {
    let of = |entry: &Option<Entry>| entry.as_ref().and_then(|entry| Pieces::of(&entry.at, entry.update.as_ref()?));
    stage.entries.iter().map(of).collect()
}

/// Arrows shorter than this, in pixels, show no direction.
const SHORT: f64 = 40.0;

/// By which round factor all arrows are drawn longer than they are, so that the longest of them can be seen. The
/// picture says so.
pub(super) fn magnified(stage: &Stage, pieces: &[Option<Pieces>]) -> f64 {
    let length = |p: &Pieces| {
        let longest = [Some(p.whole), p.slope, p.kept].into_iter().flatten();
        longest
            .map(|v| shape::distance(stage.plane.place(p.at), stage.plane.place(add(p.at, v, 1.0))))
            .fold(0.0, larger)
    };
    let longest = pieces.iter().flatten().map(length).fold(0.0, larger);
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

/// The note that says how much longer arrows are drawn, in the plot's upper right corner.
pub(super) fn note(stage: &Stage, factor: f64) -> Option<Mark> {
    let rect = stage.plane.rect;
    let at: Pixel = [rect.right() - 8.0, rect.y + 12.0];
    let text = format!("arrows × {}", ponder::text::human(factor));
    (factor > 1.0).then(|| Mark::text(at, text, Role::Ink, Anchor::Right))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces_at(method: &str, t: usize) -> Pieces {
        let figure = crate::testing::figure(&format!(
            r#"{{"surface": {{"model": "sigmoid-neuron", "data": "two-points"}}, "steps": 30,
                 "runs": [{{"method": "{method}", "learning_rate": 1}}]}}"#
        ));
        let plan = ponder::check(&figure).unwrap();
        let entry = ponder::Run::new(&plan, 0).unwrap().nth(t).unwrap();
        Pieces::of(&entry.at, entry.update.as_ref().unwrap()).unwrap()
    }

    #[test]
    fn memory_and_slope_add_up_to_the_move() {
        for method in ["momentum", "nesterov"] {
            let Pieces { kept, slope, whole, .. } = pieces_at(method, 20);
            let (kept, slope) = (kept.unwrap(), slope.unwrap());
            for i in 0..2 {
                assert!((kept[i] + slope[i] - whole[i]).abs() < 1e-12, "{method}");
            }
        }
    }

    #[test]
    fn plain_descent_moves_along_the_slope_and_remembers_nothing() {
        let Pieces { kept, slope, ahead, whole, .. } = pieces_at("gradient-descent", 20);
        assert_eq!((kept, ahead), (None, None));
        assert_eq!(slope, Some(whole));
    }

    #[test]
    fn only_nesterov_looks_ahead() {
        let Pieces { at, kept, ahead, .. } = pieces_at("nesterov", 20);
        let reached = add(at, kept.unwrap(), 1.0);
        assert!(shape::distance(reached, ahead.unwrap()) < 1e-12, "the look is where memory alone would lead");
        assert_eq!(pieces_at("momentum", 20).ahead, None);
        assert_eq!(pieces_at("momentum", 0).kept, None, "nothing is remembered at the start");
    }
}
