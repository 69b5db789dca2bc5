//! The data sets a recipe can name, so that every figure and test speaks of the same points.
//!
//! ```
//! use ponder::{catalogue, data::DATA_SETS};
//!
//! let set = catalogue::find(DATA_SETS, "sparse").unwrap();
//! assert_eq!(set.rows.iter().filter(|[x, _]| *x == 0.0).count(), 78);
//! ```

mod made;
mod sparse;
mod sparse_2;

use crate::catalogue::Named;

pub use made::{Curve, Made};

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
    /// Where the loss of a sigmoid neuron over these points has its one minimum.
    pub minimum: [f64; 2],
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
    minimum: [1.791759469228055, -2.282174095733918],
};

const VALLEY: DataSet = DataSet {
    id: "valley",
    title: "A valley with two high sides (our reconstruction)",
    source: "CS7015 Deep Learning, lecture 5, gives the losses after 100 steps but not the points; these reproduce them",
    rows: &[[0.8, 0.2], [1.4, 0.7]],
    domain: [[-6.0, 6.0], [-6.0, 6.0]],
    start: [5.0, 2.0],
    minimum: [3.722653702511825, -4.36441732312935],
};

const VALLEY_2: DataSet = DataSet {
    id: "valley-2",
    title: "A second valley with two high sides (our reconstruction)",
    rows: &[[0.5, 0.47], [1.0, 0.72]],
    start: [-3.0, -3.5],
    minimum: [2.129211841365829, -1.184750232524978],
    ..VALLEY
};

const EIGHT_POINTS: DataSet = DataSet {
    id: "eight-points",
    title: "Eight noisy points (our reconstruction)",
    source: "After CS7015 Deep Learning, lecture 5, which shows batches of two on a few points that it does not give",
    rows: &pairs([-3.0, 0.5, -0.5, -1.0, -2.5, 3.0, 2.5, 2.0], [0.05, 0.52, 0.59, 0.21, 0.25, 0.95, 0.68, 0.8]),
    domain: [[-3.0, 2.0], [-3.0, 2.0]],
    start: [-2.0, -2.0],
    minimum: [0.6105064127492059, -0.03991837354598655],
};

/// Every named data set, in the order the lessons meet them.
pub static DATA_SETS: &[&DataSet] =
    &[&TWO_POINTS, &VALLEY, &VALLEY_2, &EIGHT_POINTS, &sparse::SPARSE, &sparse_2::SPARSE_2];

/// The points with these coordinates.
const fn pairs<const K: usize>(x: [f64; K], y: [f64; K]) -> [[f64; 2]; K] {
    let mut pairs = [[0.0; 2]; K];
    let mut i = 0;
    while i < K {
        pairs[i] = [x[i], y[i]];
        i += 1;
    }
    pairs
}
