//! Adam whose second average remembers the first one.

use ponder::method::Pace;
use ponder::{Vector, math};

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E41",
    printed: &[
        r"m^{(t)} = \rho_1 m^{(t-1)} + (1 - \rho_1) \, g",
        r"v^{(t)} = \rho_2 m^{(t-1)} + (1 - \rho_2) \, g^2",
        r"w \leftarrow w - \eta \, \frac{\hat{m}}{\sqrt{\hat{v} + \varepsilon}}",
    ],
    line: 1,
    meant: &[
        r"m^{(t)} = \rho_1 m^{(t-1)} + (1 - \rho_1) \, g",
        r"v^{(t)} = \rho_2 v^{(t-1)} + (1 - \rho_2) \, g^2",
        r"w \leftarrow w - \eta \, \frac{\hat{m}}{\sqrt{\hat{v} + \varepsilon}}",
    ],
    recipe: r#"{"surface":{"function":"ravine"},"steps":60,
        "runs":[{"method":"adam","start":[1,-4],"learning_rate":0.3}]}"#,
    wrong: under::<Crossed>,
    right: first,
    look: Column::Loss,
    measure: nothing,
};

struct Crossed {
    m: Vector,
    t: i32,
}

impl Fall for Crossed {
    fn begin() -> Self {
        Self { m: Vector::ZERO, t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.t += 1;
        let square = 0.999 * self.m + (1.0 - 0.999) * (gradient * gradient);
        self.m = 0.9 * self.m + (1.0 - 0.9) * gradient;
        let [first, second] = [0.9, 0.999].map(|beta| 1.0 - math::powi(beta, self.t));
        at - self.m.zip(square, |m, v| pace.rate * (m / first) / math::sqrt(v / second + 1e-8))
    }
}
