//! The data sets a recipe can name, so that every figure and test speaks of the same points.

use crate::catalogue::Named;

/// Points (x, y) to fit, with the picture that suits them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DataSet {
    /// Its name in a recipe.
    pub id: &'static str,
    /// Its name for people; says so where the points are our reconstruction.
    pub title: &'static str,
    /// Where the points come from.
    pub source: &'static str,
    /// The points, one `[x, y]` a row.
    pub rows: &'static [[f64; 2]],
    /// The window `[[w0, w1], [b0, b1]]` that shows its loss surface well.
    pub domain: [[f64; 2]; 2],
    /// Where runs start when a recipe does not say.
    pub start: [f64; 2],
}

impl Named for DataSet {
    fn id(&self) -> &'static str {
        self.id
    }
}

const TWO_POINTS: DataSet = DataSet {
    id: "two-points",
    title: "Two points",
    source: "CS7015 Deep Learning, lecture 5: f(0.5) should be 0.2 and f(2.5) should be 0.9",
    rows: &[[0.5, 0.2], [2.5, 0.9]],
    domain: [[-6.0, 6.0], [-6.0, 6.0]],
    start: [-2.0, -2.0],
};

const VALLEY: DataSet = DataSet {
    id: "valley",
    title: "A valley with two high sides (our reconstruction)",
    source: "CS7015 Deep Learning, lecture 5, gives the losses after 100 steps but not the points; these reproduce them",
    rows: &[[0.8, 0.2], [1.4, 0.7]],
    domain: [[-6.0, 6.0], [-6.0, 6.0]],
    start: [5.0, 2.0],
};

/// Every named data set, in the order the lessons meet them.
pub static DATA_SETS: &[&DataSet] = &[&TWO_POINTS, &VALLEY];
