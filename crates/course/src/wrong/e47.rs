//! AdaGrad with the whole matrix Σ g gᵀ, which the next sentence takes for a vector.

use ponder::method::Pace;
use ponder::{Vector, math};

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E47",
    printed: &[
        r"G_t = \sum_{i=1}^{t} g_i \, g_i^{\top}",
        r"\theta_{t+1} = \theta_t - \eta \, (G_t + \varepsilon)^{-1/2} \, g_t",
    ],
    line: 0,
    meant: &[
        r"G_t = \sum_{i=1}^{t} g_i \odot g_i = \operatorname{diag}(\sum_{i=1}^{t} g_i \, g_i^{\top})",
        r"\theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{G_t + \varepsilon}} \odot g_t",
    ],
    recipe: r#"{"surface":{"function":"ravine","rotation":30},"steps":100,
        "runs":[{"method":"adagrad","start":[1,-4],"learning_rate":0.5}]}"#,
    wrong: under::<Matrix>,
    right: first,
    look: Column::Loss,
    measure: nothing,
};

/// G = [[a, c], [c, d]].
struct Matrix {
    a: f64,
    c: f64,
    d: f64,
}

impl Fall for Matrix {
    fn begin() -> Self {
        Self { a: 0.0, c: 0.0, d: 0.0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        let [x, y] = gradient.0;
        (self.a, self.c, self.d) = (self.a + x * x, self.c + x * y, self.d + y * y);
        let (a, c, d) = (self.a + 1e-8, self.c, self.d + 1e-8);
        // The root of a symmetric matrix of two rows is (G + s I) / t, with s = √det G and t = √(trace G + 2 s); so
        // its inverse is t (G + s I)⁻¹, of which the determinant is s t².
        let s = math::sqrt(math::larger(a * d - c * c, 0.0));
        let t = math::sqrt(a + d + 2.0 * s);
        let (a, d) = (a + s, d + s);
        let scale = pace.rate * t / (a * d - c * c);
        at - scale * Vector([d * x - c * y, a * y - c * x])
    }
}
