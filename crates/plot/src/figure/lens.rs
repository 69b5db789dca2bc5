//! The window of the map: the figure's own, or another one that a reader looks through. Only the map follows it.

use ponder::math::{larger, smaller};

use super::Figure;
use crate::land::Land;

/// How far out and how far in a reader gets, as shares of the map's own window.
const REACH: [f64; 2] = [1e-6, 8.0];

impl Figure {
    /// Looks at the map through another window, in the proportions of its own, or through its own again; the window
    /// that it is. While it is `moving` the land is drawn coarsely, and its lines stay the same.
    pub fn look(&mut self, window: Option<[[f64; 2]; 2]>, moving: bool) -> [[f64; 2]; 2] {
        let home = self.land.heights.window;
        let wanted = window.and_then(|window| clamped(window, home)).filter(|window| self.draws_map(*window));
        let land = |window| self.map().through(self.plan.surface(), &self.spec, window, moving);
        self.lens = wanted.filter(|window| *window != home).map(land);
        self.map().heights.window
    }

    fn draws_map(&self, window: [[f64; 2]; 2]) -> bool {
        self.plan.surface().plane().is_some() && window.iter().all(|[from, to]| from < to)
    }

    /// The land as the map shows it.
    pub(crate) fn map(&self) -> &Land {
        self.lens.as_ref().unwrap_or(&self.land)
    }
}

/// A window as wide as was asked for, and as high as that makes it, within reach.
fn clamped(window: [[f64; 2]; 2], home: [[f64; 2]; 2]) -> Option<[[f64; 2]; 2]> {
    let side = |axis: usize| home[axis][1] - home[axis][0];
    let wide = (window[0][1] - window[0][0]) / side(0);
    if !(wide > 0.0 && window.iter().flatten().all(|end| end.is_finite())) {
        return None;
    }
    let share = wide.clamp(REACH[0], REACH[1]);
    Some([0, 1].map(|axis| {
        let middle = 0.5 * window[axis][0] + 0.5 * window[axis][1];
        let [low, high] = [home[axis][0] - REACH[1] * side(axis), home[axis][1] + REACH[1] * side(axis)];
        let middle = smaller(larger(middle, low), high);
        [middle - 0.5 * share * side(axis), middle + 0.5 * share * side(axis)]
    }))
}

#[cfg(test)]
mod tests {
    use crate::scene::Size;
    use crate::theme::Theme;
    use crate::{Figure, Now, View};

    const SIZE: Size = Size { width: 400.0, height: 400.0 };
    const HOME: [[f64; 2]; 2] = [[-6.0, 6.0], [-6.0, 6.0]];

    fn figure() -> Figure {
        Figure::new(&crate::testing::figure(
            r#"{"surface": {"model": "sigmoid-neuron", "data": "two-points"}, "steps": 20,
                "runs": [{"method": "gradient-descent", "learning_rate": 1, "start": [-2, -2]}],
                "view": {"window": [[-6, 6], [-6, 6]]}}"#,
        ))
        .unwrap()
    }

    #[test]
    fn only_the_map_follows_the_lens_and_it_comes_back_as_it_was() {
        let mut figure = figure();
        let still = |figure: &mut Figure, view| figure.still(view, SIZE, Theme::Light, 1.0);
        let (map, surface) = (still(&mut figure, View::Contour), still(&mut figure, View::Surface));
        let near = [[-3.0, -1.0], [-3.0, -1.0]];
        assert_eq!(figure.look(Some(near), false), near);
        assert_ne!(still(&mut figure, View::Contour), map);
        assert_eq!(still(&mut figure, View::Surface), surface);
        let middle = figure.place(View::Contour, SIZE, [-2.0, -2.0]).unwrap();
        let back = figure.locate(View::Contour, SIZE, middle[0], middle[1]).unwrap();
        assert!((back[0] + 2.0).abs() < 1e-9 && (back[1] + 2.0).abs() < 1e-9);
        assert_eq!(figure.place(View::Contour, SIZE, [2.0, 2.0]), None);
        assert_eq!(figure.look(None, false), HOME);
        assert_eq!(still(&mut figure, View::Contour), map);
    }

    #[test]
    fn windows_keep_their_proportions_and_their_reach() {
        let mut figure = figure();
        assert_eq!(figure.look(Some([[0.0, 2.0], [0.0, 0.5]]), false), [[0.0, 2.0], [-0.75, 1.25]]);
        let wide = figure.look(Some([[-1e6, 1e6], [-1e6, 1e6]]), false);
        assert_eq!(wide[0][1] - wide[0][0], 96.0);
        let deep = figure.look(Some([[1.0, 1.0 + 1e-12], [0.0, 1e-12]]), true);
        assert!((deep[0][1] - deep[0][0]) / 12e-6 < 1.001 && deep[0][0] < deep[0][1]);
        for bad in [[[0.0, f64::NAN], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]], [[0.0, f64::INFINITY], [0.0, 1.0]]] {
            assert_eq!(figure.look(Some(bad), false), HOME);
        }
    }

    #[test]
    fn a_changed_recipe_is_seen_through_the_same_lens() {
        let mut figure = figure();
        let near = figure.look(Some([[0.0, 2.0], [0.0, 2.0]]), false);
        let other = crate::testing::figure(
            r#"{"surface": {"model": "sigmoid-neuron", "data": [[0, 0.5], [1, 0.7]]}, "steps": 20,
                "runs": [{"method": "momentum", "learning_rate": 1, "start": [-2, -2]}],
                "view": {"window": [[-6, 6], [-6, 6]]}}"#,
        );
        figure.change(&other).unwrap();
        assert_eq!(figure.map().heights.window, near);
        let fresh = Figure::new(&other).unwrap().land.heights;
        let seen = figure.map().heights.at(1.0, 1.0);
        assert!((seen - fresh.at(1.0, 1.0)).abs() < 1e-3, "of the new land");
        assert!(figure.moving(View::Contour, SIZE, Theme::Light, &Now::start(20)).marks.len() < 40);
    }

    #[test]
    fn heights_change_under_the_lens_too() {
        let mut figure = figure();
        let near = figure.look(Some([[-5.0, 5.0], [-5.0, 5.0]]), false);
        for (height, log) in [(ponder::Height::Log, true), (ponder::Height::Linear, false)] {
            figure.rise(height);
            assert_eq!((figure.map().is_log(), figure.map().heights.window), (log, near));
        }
    }
}
