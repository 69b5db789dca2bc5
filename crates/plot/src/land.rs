//! The land of a figure: its heights sampled once, as they are or as logarithms, and its level lines.

mod scale;

use ponder::math::smaller;
use ponder::{Facts, Landscape, Surface, Vector};

use crate::heights::Heights;
use crate::levels::Levels;
use crate::view::{LevelChoice, Spec};
use scale::{Scale, span};

/// Nodes a side for level lines: finer than the eye follows on a picture of this kind. The relief has half as many cells.
const NODES: usize = 201;

/// Data points up to which the grid is that fine; with more of them it takes about as long as with these.
const POINTS: f64 = 200.0;

/// About how many level lines a map has when its figure does not say.
const LINES: usize = 20;

/// The window of a surface without a plane; it has no land.
const NOWHERE: [[f64; 2]; 2] = [[0.0, 1.0]; 2];

/// A window of the loss surface, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Land {
    /// Heights as drawn.
    pub heights: Heights,
    /// Every other node of them, smoothed where they are logarithms: enough for the relief.
    pub coarse: Heights,
    /// Level lines at heights as drawn.
    pub levels: Levels,
    /// Lowest and highest loss of the window; none where nothing is finite.
    pub losses: Option<[f64; 2]>,
    /// Lowest and highest ground as drawn, steep corners and bottomless pits cut off.
    pub range: [f64; 2],
    scale: Scale,
    /// How wide the window was for which heights and lines were chosen.
    chosen: f64,
}

impl Land {
    /// Samples the surface over the figure's window.
    pub(crate) fn new(surface: &Surface, facts: &Facts, spec: &Spec) -> Self {
        let window = spec.window.or(facts.domain).unwrap_or(NOWHERE);
        let plain = sample(surface, window, nodes(surface.examples()));
        let scale = Scale::new(spec.height.unwrap_or(facts.height), &plain);
        Self::of(&plain, scale, spec)
    }

    /// The same surface through another window, with lines and tints of its own. `moving`: fewer nodes, and as long as
    /// it is about as wide, the lines and tints of this one, so that nothing jumps.
    pub(crate) fn through(&self, surface: &Surface, spec: &Spec, window: [[f64; 2]; 2], moving: bool) -> Self {
        let nodes = nodes(surface.examples());
        let plain = sample(surface, window, if moving { (nodes / 2).max(33) | 1 } else { nodes });
        let wider = (window[0][1] - window[0][0]) / self.chosen;
        if moving && (0.5..=2.0).contains(&wider) {
            let heights = plain.map(|loss| self.scale.height(loss));
            return Self { losses: span(&plain), coarse: every_other(&heights), heights, ..self.clone() };
        }
        // The lines that an author chose for the whole are hardly those of a corner.
        let levels = spec.levels.clone().filter(|levels| matches!(levels, LevelChoice::Count(_)));
        Self::of(&plain, self.scale.within(span(&plain)), &Spec { levels, ..spec.clone() })
    }

    fn of(plain: &Heights, scale: Scale, spec: &Spec) -> Self {
        let heights = plain.map(|loss| scale.height(loss));
        let levels = levels(&heights, spec, scale);
        let range = [heights.floor(), ceiling(&heights)].map(Option::unwrap_or_default);
        let coarse = match scale {
            Scale::Linear => every_other(&heights),
            // A narrow valley taken as logarithms grows teeth where it passes between the nodes.
            Scale::Log { .. } => every_other(plain).smoothed().smoothed().smoothed().map(|loss| scale.height(loss)),
        };
        let chosen = plain.window[0][1] - plain.window[0][0];
        Self { heights, coarse, levels, losses: span(plain), range, scale, chosen }
    }

    /// The height at which a loss is drawn.
    pub(crate) fn height(&self, loss: f64) -> f64 {
        self.scale.height(loss)
    }

    /// The loss that is drawn at a height.
    pub(crate) fn loss(&self, height: f64) -> f64 {
        match self.scale {
            Scale::Linear => height,
            Scale::Log { base, .. } => base + libm::pow(10.0, height),
        }
    }

    /// The loss above which logarithms are taken; nothing where heights are losses.
    pub(crate) fn base(&self) -> f64 {
        match self.scale {
            Scale::Linear => 0.0,
            Scale::Log { base, .. } => base,
        }
    }

    /// Whether heights are logarithms.
    pub(crate) fn is_log(&self) -> bool {
        self.scale != Scale::Linear
    }

    /// Where a height stands between the lowest ground (0) and the ceiling (1), or how far beyond.
    pub(crate) fn rise(&self, height: f64) -> f64 {
        let [low, high] = self.range;
        if high > low { (height - low) / (high - low) } else { 0.0 }
    }

    /// The same, kept between the two.
    pub(crate) fn share(&self, height: f64) -> f64 {
        self.rise(height).clamp(0.0, 1.0)
    }
}

fn sample(surface: &Surface, window: [[f64; 2]; 2], nodes: usize) -> Heights {
    Heights::sample(window, nodes, nodes, |w, b| surface.value(Vector([w, b])))
}

/// Where the land is cut: a steep corner goes on above the ceiling. A summit within the window does not, unless it is a
/// spike: cut off, it would be a hole in the land.
fn ceiling(heights: &Heights) -> Option<f64> {
    let (low, most, cut) = (heights.floor()?, heights.highest()?, heights.quantile(0.98)?);
    let inside = |node: usize| {
        let (column, row) = (node % heights.columns, node / heights.columns);
        column > 0 && column + 1 < heights.columns && row > 0 && row + 1 < heights.rows
    };
    let summit = heights.values.iter().position(|&height| height == most).is_some_and(inside);
    Some(if summit && most - low < 1.5 * (cut - low) { most } else { cut })
}

/// An odd number of nodes a side, so that every other one reaches the borders too.
fn nodes(examples: usize) -> usize {
    let share = smaller(POINTS / examples.max(1) as f64, 1.0).sqrt();
    ((NODES as f64 * share) as usize).max(33) | 1
}

fn every_other(fine: &Heights) -> Heights {
    let rows = fine.values.chunks_exact(fine.columns).step_by(2);
    let values = rows.flat_map(|row| row.iter().copied().step_by(2)).collect();
    Heights { window: fine.window, columns: fine.columns.div_ceil(2), rows: fine.rows.div_ceil(2), values }
}

/// The levels that the figure asks for; of given ones every fifth is heavy, or all of a few.
fn levels(heights: &Heights, spec: &Spec, scale: Scale) -> Levels {
    let count = match &spec.levels {
        Some(LevelChoice::Given(losses)) => {
            let values: Vec<f64> = losses.iter().map(|loss| scale.height(*loss)).collect();
            let every = if values.len() <= 6 { 1 } else { 5 };
            return Levels { major: (0..values.len()).map(|i| i % every == 0).collect(), values };
        }
        Some(LevelChoice::Count(count)) => *count,
        None => LINES,
    };
    match scale {
        Scale::Linear => Levels::linear(heights, count),
        Scale::Log { .. } => Levels::decades(heights, count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn land(surface: &str, view: &str) -> Land {
        let figure = crate::testing::figure(&format!(
            r#"{{"surface": {surface}, "runs": [{{"method": "gradient-descent", "learning_rate": 0.01}}], "steps": 3,
                 "view": {view}}}"#
        ));
        let plan = ponder::check(&figure).unwrap();
        Land::new(plan.surface(), &plan.surface().facts(), &Spec::read(&figure).unwrap())
    }

    #[test]
    fn a_summit_inside_is_whole_and_a_steep_corner_is_cut() {
        let top = |expression: &str| {
            let land = land(&format!(r#"{{"expression": "{expression}"}}"#), "{}");
            let most = land.heights.highest().unwrap();
            land.rise(most)
        };
        assert_eq!(top("-(w^2 + 4*b^2)"), 1.0);
        assert!(top("w^2 + 4*b^2") > 1.0);
        assert!(top("1/(w^2 + b^2 + 0.001)") > 1.0, "a spike would leave the rest flat");
    }

    #[test]
    fn what_anybody_types_has_lines_and_more_than_one_height() {
        for text in [
            "1/(w*b)",
            "ln(w)",
            "tan(w)",
            "exp(w^2)",
            "exp(w^4)",
            "sqrt(w)-b",
            "1e300*w",
            "1e-200*w",
            "1/w",
            "-1/(w^2+b^2)",
            "exp(exp(w))",
            "ln(w*b)",
            "tan(w)*tan(b)",
            "w^64",
            "sign(w)+b",
            "abs(w)^0.1",
            "asin(w)+b",
            "1/(w-b)^2",
        ] {
            let land = land(&format!(r#"{{"expression": "{text}"}}"#), "{}");
            let lines = &land.levels.values;
            assert!((4..=80).contains(&lines.len()), "{text}: {} lines", lines.len());
            assert!(lines.is_sorted_by(|a, b| a < b) && lines.iter().all(|line| line.is_finite()), "{text}: {lines:?}");
            let shares = land.heights.map(|height| land.share(height));
            let [low, high] = [0.1, 0.9].map(|share| shares.quantile(share).unwrap());
            assert!(high - low > 0.02, "{text}: from {low} to {high}");
        }
        for text in ["0", "0/0", "1/0", "3 + 0*w", "sqrt(-1)*w", "-1/0", "1e16+w"] {
            let land = land(&format!(r#"{{"expression": "{text}"}}"#), "{}");
            assert!(land.levels.values.is_empty(), "{text}: {:?}", land.levels.values);
        }
    }

    #[test]
    fn heights_and_losses_are_inverse() {
        for height in ["linear", "log"] {
            let land = land(r#"{"function": "rosenbrock"}"#, &format!(r#"{{"height": "{height}"}}"#));
            assert_eq!(land.is_log(), height == "log");
            for loss in [1.0, 10.0, 250.0] {
                assert!((land.loss(land.height(loss)) / loss - 1.0).abs() < 1e-9, "{height} {loss}");
            }
            assert!(land.height(0.0).is_finite(), "the minimum has a height: {height}");
        }
    }

    #[test]
    fn given_levels_are_losses() {
        let land = land(r#"{"function": "rosenbrock"}"#, r#"{"height": "log", "levels": [1, 10, 100]}"#);
        assert_eq!(land.levels.values, [0.0, 1.0, 2.0]);
        assert_eq!(land.levels.major, [true; 3]);
    }

    #[test]
    fn every_other_node_is_the_same_land() {
        let land = land(r#"{"function": "saddle"}"#, "{}");
        for at in [[0.0, 0.0], [1.5, -1.5]] {
            assert_eq!(land.coarse.at(at[0], at[1]), land.heights.at(at[0], at[1]));
        }
        assert_eq!(land.coarse.window, land.heights.window);
        assert_eq!((nodes(2), nodes(10_000)), (201, 33));
    }

    #[test]
    fn another_window_has_round_lines_of_its_own_and_a_moving_one_those_of_before() {
        let home = land(r#"{"function": "rosenbrock"}"#, r#"{"levels": [1, 10]}"#);
        let figure = crate::testing::figure(
            r#"{"surface": {"function": "rosenbrock"}, "steps": 3,
                "runs": [{"method": "gradient-descent", "learning_rate": 0.01}]}"#,
        );
        let plan = ponder::check(&figure).unwrap();
        let spec = Spec::default();
        let near = home.through(plan.surface(), &spec, [[0.9, 1.1], [0.9, 1.1]], false);
        assert!(near.is_log() && near.base() == home.base() && near.levels.values.len() > 9);
        let away = home.through(plan.surface(), &spec, [[-0.5, -0.4], [0.9, 1.0]], false);
        assert!(!away.is_log(), "far from the minimum losses are much alike");
        let window = [[0.95, 1.2], [0.9, 1.15]];
        let moving = near.through(plan.surface(), &spec, window, true);
        assert_eq!((&moving.levels, moving.range), (&near.levels, near.range));
        assert_eq!(moving.heights.window, window);
        assert!(moving.heights.columns < near.heights.columns);
        let far = near.through(plan.surface(), &spec, [[0.0, 2.0], [0.0, 2.0]], true);
        assert_ne!(far.levels, near.levels, "too wide for the old lines");
    }

    #[test]
    fn shares_stay_between_nothing_and_all() {
        let land = land(r#"{"model": "sigmoid-neuron", "data": "two-points"}"#, "{}");
        assert_eq!(land.share(-1.0), 0.0);
        assert_eq!(land.share(1e9), 1.0);
        assert!((0.2..0.8).contains(&land.share(0.2)));
    }
}
