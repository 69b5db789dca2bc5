//! Brute force: the loss at every node of a grid, and the node where it is lowest.

use ponder_plot::heights::Heights;

/// The lowest of `side × side` nodes over a window, and its loss; the first of equals.
pub fn lowest(window: [[f64; 2]; 2], side: usize, loss: impl FnMut(f64, f64) -> f64) -> Option<([f64; 2], f64)> {
    let grid = Heights::sample(window, side, side, loss);
    let nodes = grid.values.iter().copied().enumerate().filter(|(_, loss)| loss.is_finite());
    let (node, loss) = nodes.min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some((grid.place((node % side) as f64, (node / side) as f64), loss))
}

#[cfg(test)]
mod tests {
    use ponder::{Landscape, Vector};

    use super::*;

    /// S1-14: what two grids over (−6, 6)² find.
    #[test]
    fn s1_14_the_lowest_nodes_of_two_grids() {
        let tree = serde_json::from_str(
            r#"{"surface":{"model":"sigmoid-neuron","data":"two-points"},"steps":1,
                "runs":[{"method":"gradient-descent","learning_rate":1}]}"#,
        );
        let plan = ponder::check(&tree.expect("JSON")).expect("a recipe");
        let found = |side| {
            let ([w, b], loss) =
                lowest([[-6.0, 6.0]; 2], side, |w, b| plan.surface().value(Vector([w, b]))).expect("land");
            format!("{w:.2} {b:.2} {loss:.2e}")
        };
        assert_eq!([49, 121].map(found), ["1.75 -2.25 2.40e-5", "1.80 -2.30 2.42e-6"]);
    }
}
