//! Heights of a landscape on a regular grid over a window of the plane.

/// Where the lowest fiftieth of the land reaches so many times as far down as all but the extremes are apart, it is cut off.
const PIT: f64 = 1.5;

/// Values at the nodes of a grid that covers a window, borders included. A node without land holds NaN or an infinity.
#[derive(Clone, Debug, PartialEq)]
pub struct Heights {
    /// `[[w0, w1], [b0, b1]]`, both rising.
    pub window: [[f64; 2]; 2],
    /// Nodes along `w`, at least 2.
    pub columns: usize,
    /// Nodes along `b`, at least 2.
    pub rows: usize,
    /// Row by row, `b` rising; `columns × rows` numbers.
    pub values: Vec<f64>,
}

impl Heights {
    /// Asks `f(w, b)` at every node.
    pub fn sample(window: [[f64; 2]; 2], columns: usize, rows: usize, mut f: impl FnMut(f64, f64) -> f64) -> Self {
        let (columns, rows) = (columns.max(2), rows.max(2));
        let mut values = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            let b = between(window[1], row as f64 / (rows - 1) as f64);
            for column in 0..columns {
                values.push(f(between(window[0], column as f64 / (columns - 1) as f64), b));
            }
        }
        Self { window, columns, rows, values }
    }

    /// The same grid with `f` of every value.
    pub fn map(&self, f: impl FnMut(f64) -> f64) -> Self {
        let values = self.values.iter().copied().map(f).collect();
        Self { values, ..*self }
    }

    /// Each node half itself, a quarter its neighbours, along both axes; exact on planes. A valley narrower than the
    /// grid loses the teeth that it would have where it passes between nodes: smooth before taking logarithms.
    pub fn smoothed(&self) -> Self {
        let along_w = self.blended(1, self.columns, |node| node % self.columns);
        along_w.blended(self.columns, self.rows, |node| node / self.columns)
    }

    /// Blends nodes with their neighbours a stride apart; nodes at a border or a hole stay as they are.
    fn blended(&self, stride: usize, count: usize, index: impl Fn(usize) -> usize) -> Self {
        let mut values = self.values.clone();
        for node in (0..values.len()).filter(|&node| index(node) > 0 && index(node) + 1 < count) {
            let [before, here, after] = [node - stride, node, node + stride].map(|node| self.values[node]);
            let blend = 0.25 * before + 0.5 * here + 0.25 * after;
            if blend.is_finite() {
                values[node] = blend;
            }
        }
        Self { values, ..*self }
    }

    /// The height between the nodes (bilinear); NaN outside the window.
    pub fn at(&self, w: f64, b: f64) -> f64 {
        let (Some((column, s)), Some((row, t))) =
            (cell(self.window[0], self.columns, w), cell(self.window[1], self.rows, b))
        else {
            return f64::NAN;
        };
        let node = row * self.columns + column;
        let low = mix(self.values[node], self.values[node + 1], s);
        let high = mix(self.values[node + self.columns], self.values[node + self.columns + 1], s);
        mix(low, high, t)
    }

    /// Where a node, or a place between nodes, lies in the window.
    pub fn place(&self, column: f64, row: f64) -> [f64; 2] {
        [
            between(self.window[0], column / (self.columns - 1) as f64),
            between(self.window[1], row / (self.rows - 1) as f64),
        ]
    }

    /// The lowest finite value, if there is any land.
    pub fn lowest(&self) -> Option<f64> {
        self.finite().reduce(|a, b| if b < a { b } else { a })
    }

    /// The highest finite value, if there is any land.
    pub fn highest(&self) -> Option<f64> {
        self.finite().reduce(|a, b| if b > a { b } else { a })
    }

    /// The value that a `share` (0 to 1) of the land does not exceed.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let mut land: Vec<f64> = self.finite().collect();
        let rank = (share.clamp(0.0, 1.0) * (land.len().checked_sub(1)?) as f64) as usize;
        Some(*land.select_nth_unstable_by(rank, f64::total_cmp).1)
    }

    /// The lowest ground that a picture need show: the lowest value, or, where a few nodes lie far below all others, as
    /// beside a pole, the value that all but these reach.
    pub fn floor(&self) -> Option<f64> {
        let (low, most, high) = (self.lowest()?, self.quantile(0.02)?, self.quantile(0.98)?);
        Some(if most - low > PIT * (high - most) { most } else { low })
    }

    fn finite(&self) -> impl Iterator<Item = f64> {
        self.values.iter().copied().filter(|v| v.is_finite())
    }
}

/// A share of the way along a range; exact at both ends.
pub(crate) fn between([from, to]: [f64; 2], share: f64) -> f64 {
    from * (1.0 - share) + to * share
}

/// A share of the way from one value to another. At a node its own value, though the next one be no land.
fn mix(from: f64, to: f64, share: f64) -> f64 {
    if share == 0.0 {
        from
    } else if share == 1.0 {
        to
    } else {
        from * (1.0 - share) + to * share
    }
}

/// The cell of an axis with `nodes` nodes that holds `value`, and how far into it.
fn cell([from, to]: [f64; 2], nodes: usize, value: f64) -> Option<(usize, f64)> {
    let along = (value - from) / (to - from) * (nodes - 1) as f64;
    if !(along >= 0.0 && along <= (nodes - 1) as f64) {
        return None;
    }
    let index = (along as usize).min(nodes - 2);
    Some((index, along - index as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: [[f64; 2]; 2] = [[-6.0, 6.0], [0.1, 0.7]];

    #[test]
    fn nodes_reach_the_borders_exactly() {
        let mut seen = Vec::new();
        Heights::sample(WINDOW, 7, 4, |w, b| {
            seen.push([w, b]);
            0.0
        });
        assert_eq!(seen.len(), 28);
        assert_eq!(seen[0], [-6.0, 0.1]);
        assert_eq!(seen[6], [6.0, 0.1], "the first row runs along w");
        assert_eq!(seen[27], [6.0, 0.7]);
    }

    #[test]
    fn a_bilinear_function_is_met_everywhere() {
        let f = |w: f64, b: f64| 1.0 + 2.0 * w - 3.0 * b + 0.5 * w * b;
        let grid = Heights::sample(WINDOW, 9, 5, f);
        for (w, b) in [(-6.0, 0.1), (6.0, 0.7), (0.3, 0.4), (5.99, 0.11), (-2.0, 0.7)] {
            assert!((grid.at(w, b) - f(w, b)).abs() < 1e-12, "at {w}, {b}");
        }
        assert!(grid.at(6.01, 0.4).is_nan());
        assert!(grid.at(f64::NAN, 0.4).is_nan());
        assert!(grid.at(0.0, f64::INFINITY).is_nan());
    }

    #[test]
    fn extremes_and_quantiles_are_of_the_land_alone() {
        let mut grid = Heights::sample([[0.0, 9.0], [0.0, 9.0]], 10, 10, |w, b| w + 10.0 * b);
        grid.values[0] = f64::NAN;
        grid.values[99] = f64::INFINITY;
        grid.values[98] = f64::NEG_INFINITY;
        assert_eq!((grid.lowest(), grid.highest()), (Some(1.0), Some(97.0)));
        assert_eq!(grid.quantile(0.5), Some(49.0));
        assert_eq!(grid.quantile(1.0), Some(97.0));
        let bare = grid.map(|_| f64::NAN);
        assert_eq!((bare.lowest(), bare.highest(), bare.quantile(0.5)), (None, None, None));
    }

    #[test]
    fn smoothing_keeps_planes_and_borders_and_fills_teeth() {
        let plane = Heights::sample(WINDOW, 9, 7, |w, b| 2.0 * w - b);
        assert!(plane.smoothed().values.iter().zip(&plane.values).all(|(a, b)| (a - b).abs() < 1e-12));
        let teeth = Heights::sample(WINDOW, 9, 7, |w, b| if (w + 6.0) % 3.0 == 0.0 { 0.0 } else { b });
        assert_eq!(teeth.smoothed().at(-4.5, 0.1), 0.5 * 0.1);
        let mut hole = plane.clone();
        hole.values[31] = f64::NAN;
        let smooth = hole.smoothed();
        assert_eq!(smooth.values.iter().filter(|v| v.is_nan()).count(), 1);
        assert_eq!(smooth.values[0], plane.values[0]);
    }

    #[test]
    fn a_hole_stays_a_hole() {
        let grid = Heights::sample([[0.0, 2.0], [0.0, 2.0]], 3, 3, |w, b| if w + b == 0.0 { f64::NAN } else { w });
        assert!(grid.at(0.5, 0.5).is_nan());
        assert_eq!(grid.at(1.0, 0.0), 1.0, "a node beside the hole has its own height");
        assert_eq!(grid.at(1.5, 0.5), 1.5);
    }
}
