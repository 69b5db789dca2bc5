//! What the curvature of a surface says about rates.
//!
//! On a bowl ½ λ x² gradient descent multiplies x by 1 − η λ at every step. So it settles only for η < 2/λ, and on a
//! bowl with curvatures from λₙ to λ₁ the best fixed rate is 2/(λ₁ + λₙ), which leaves (κ − 1)/(κ + 1) of the distance
//! a step, κ = λ₁/λₙ. On any surface a rate below 2/L, L the largest curvature anywhere, lowers the loss at every step.
//!
//! Nesterov 2004, Introductory Lectures on Convex Optimization, 1.2.3 and 2.1.5.
//!
//! ```
//! use ponder::analysis::curvature::{best_rate, condition, largest_rate};
//! // Half of 10 w² + b².
//! assert_eq!(largest_rate(10.0), 0.2);
//! assert_eq!(best_rate(10.0, 1.0), 2.0 / 11.0);
//! assert_eq!(condition(10.0, 1.0), 10.0);
//! ```

use super::eigenvalues;
use crate::{Landscape, Vector};

/// How finely [`sharpest`] looks over the window before it climbs.
const CELLS: usize = 96;
/// How often it halves its stride: to 10⁻¹³ of a cell.
const HALVINGS: usize = 43;

/// The rate 2/λ at and above which gradient descent does not settle on a bowl of curvature λ > 0; infinite for λ = 0,
/// where it never leaves.
#[must_use]
pub fn largest_rate(curvature: f64) -> f64 {
    2.0 / curvature
}

/// The rate 2/(λ₁ + λₙ) at which gradient descent is quickest on a bowl whose curvatures lie between the two.
#[must_use]
pub fn best_rate(largest: f64, smallest: f64) -> f64 {
    2.0 / (largest + smallest)
}

/// The condition number λ₁/λₙ: 1 for a round bowl, large for a narrow valley. Meaningful where both are positive.
#[must_use]
pub fn condition(largest: f64, smallest: f64) -> f64 {
    largest / smallest
}

/// A point and how strongly the surface curves there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sharpest {
    /// The largest eigenvalue of the Hessian.
    pub curvature: f64,
    /// Where that is.
    pub at: Vector,
}

/// The point of largest curvature in a window `[[w0, w1], [b0, b1]]`: the best of 97 × 97 points, climbed from there.
///
/// Exact where curvature has one peak a cell; poles and NaN are passed over. `None` where no point has a curvature.
#[must_use]
pub fn sharpest(land: &dyn Landscape<2>, window: [[f64; 2]; 2]) -> Option<Sharpest> {
    let strides = window.map(|[low, high]| (high - low) / CELLS as f64);
    let grid = (0..=CELLS).flat_map(|i| (0..=CELLS).map(move |j| [i as f64, j as f64]));
    let points = grid.map(|[i, j]| [window[0][0] + i * strides[0], window[1][0] + j * strides[1]]);
    let mut best = points.filter_map(|at| probe(land, at)).reduce(sharper)?;
    let mut stride = strides;
    for _ in 0..HALVINGS {
        // Climbs as far as this stride leads; a stride back is never higher, so this ends.
        while let Some(next) = around(land, best.at.0, stride, window).filter(|next| next.curvature > best.curvature) {
            best = next;
        }
        stride = stride.map(|s| 0.5 * s);
    }
    Some(best)
}

/// The best of the eight neighbours that lie in the window.
fn around(land: &dyn Landscape<2>, at: [f64; 2], stride: [f64; 2], window: [[f64; 2]; 2]) -> Option<Sharpest> {
    const AROUND: [[f64; 2]; 8] =
        [[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0], [1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]];
    let inside = |at: &[f64; 2]| (0..2).all(|i| (window[i][0]..=window[i][1]).contains(&at[i]));
    let neighbours = AROUND.iter().map(|way| [0, 1].map(|i| at[i] + way[i] * stride[i])).filter(inside);
    neighbours.filter_map(|at| probe(land, at)).reduce(sharper)
}

fn probe(land: &dyn Landscape<2>, at: [f64; 2]) -> Option<Sharpest> {
    let [curvature, _] = eigenvalues(&land.curve(Vector(at)));
    curvature.is_finite().then_some(Sharpest { curvature, at: Vector(at) })
}

/// The sharper of two, the first on a tie.
fn sharper(a: Sharpest, b: Sharpest) -> Sharpest {
    if b.curvature > a.curvature { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Jet, check};

    fn sharpest_of(surface: &str, window: [[f64; 2]; 2]) -> Sharpest {
        let run = r#"{"method":"gradient-descent","learning_rate":1}"#;
        let recipe = alloc::format!(r#"{{"surface":{surface},"runs":[{run}],"steps":1}}"#);
        let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
        sharpest(plan.surface(), window).unwrap()
    }

    /// A crest along the diagonal, with an edge and a top at (`top`, `top`): curvature falls off quickly to its sides.
    #[derive(Debug)]
    struct Crest {
        top: f64,
        /// 1 for w = b, −1 for w = −b.
        way: f64,
    }

    impl Landscape for Crest {
        fn value(&self, _: Vector) -> f64 {
            0.0
        }
        fn slope(&self, _: Vector) -> Vector {
            Vector([0.0; 2])
        }
        fn curve(&self, Vector([w, b]): Vector) -> Jet {
            let curvature = 1e6 - 1e3 * (w - self.way * b).abs() - (w - self.top).abs();
            Jet { value: 0.0, grad: Vector([0.0; 2]), hess: [Vector([curvature, 0.0]), Vector([0.0, 0.0])] }
        }
    }

    #[test]
    fn a_crest_is_climbed_whichever_way_it_leads() {
        // Points of the grid are whole numbers; the nearest are below and above the top.
        for (top, way) in [(7.3, 1.0), (7.7, 1.0), (7.3, -1.0), (7.7, -1.0)] {
            let found = sharpest(&Crest { top, way }, [[-48.0, 48.0]; 2]).unwrap();
            assert!((found.at - Vector([top, way * top])).norm() < 1e-9, "{top}, {way}: {found:?}");
        }
    }

    #[test]
    fn rates_and_condition_of_a_bowl() {
        assert_eq!((largest_rate(10.0), largest_rate(0.0)), (0.2, f64::INFINITY));
        assert_eq!(best_rate(3.0, 1.0), 0.5);
        assert_eq!(condition(10.0, 4.0), 2.5);
    }

    #[test]
    fn a_bowl_is_equally_sharp_everywhere() {
        let found = sharpest_of(r#"{"function":"ravine"}"#, [[-1.0, 1.0], [-1.0, 1.0]]);
        assert_eq!(found.curvature, 10.0);
    }

    #[test]
    fn rosenbrock_is_sharpest_in_a_corner_of_its_window() {
        let found = sharpest_of(r#"{"function":"rosenbrock"}"#, [[-2.0, 2.0], [-1.0, 3.0]]);
        assert!(found.at.0[0].abs() == 2.0 && found.at.0[1] == -1.0, "{found:?}");
    }
}
