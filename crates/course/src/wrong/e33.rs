//! Adam with minus signs in both averages, a gradient too many, and no bias correction.

use ponder::method::Pace;
use ponder::{Plan, Run, Vector, math};

use super::{Column, Fall, Side, Start, Wrong, first, under};
use crate::Bench;
use crate::bench::recipe;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E33",
    printed: &[
        r"\nu_t = \beta_1 \nu_{t-1} - (1 - \beta_1) \, g_t",
        r"s_t = \beta_2 s_{t-1} - (1 - \beta_2) \, g_t^2",
        r"\Delta \omega_t = -\eta \frac{\nu_t}{\sqrt{s_t + \varepsilon}} \, g_t",
        r"\omega_{t+1} = \omega_t + \Delta \omega_t",
    ],
    line: 1,
    meant: &[
        r"\nu_t = \beta_1 \nu_{t-1} + (1 - \beta_1) \, g_t; \quad \hat{\nu}_t = \frac{\nu_t}{1 - \beta_1^t}",
        r"s_t = \beta_2 s_{t-1} + (1 - \beta_2) \, g_t^2; \quad \hat{s}_t = \frac{s_t}{1 - \beta_2^t}",
        r"\Delta \omega_t = -\eta \frac{\hat{\nu}_t}{\sqrt{\hat{s}_t + \varepsilon}}",
        r"\omega_{t+1} = \omega_t + \Delta \omega_t",
    ],
    recipe: RECIPE,
    wrong: under::<Printed<false, false>>,
    right: first,
    look: Column::Loss,
    measure,
};

const RECIPE: &str = r#"{"surface":{"expression":"x^2 + 10*y^2"},"steps":60,
    "runs":[{"method":"adam","start":[1.5,1],"learning_rate":0.1}]}"#;

/// What is left wrong when only the signs are mended.
fn measure(bench: &mut Bench) {
    let (_, plan) = recipe(RECIPE);
    let signs = side(&plan, under::<Printed<true, false>>);
    bench.number("start", "loss at (1.5, 1)", signs.loss(0), 4);
    bench.number("first", "signs mended, gradient kept: loss after one step", signs.loss(1), 4);
    let lost = |side: &Side| (0..=plan.steps()).find(|t| side.at(*t)[1].abs() > 1e12);
    bench.step("lost", "and the first step with |y| above 10¹²", lost(&signs));
    let corrected = side(&plan, under::<Printed<true, true>>);
    bench.step("corrected", "the same with bias correction", lost(&corrected));
    bench.number("meant", "as it was meant: loss after sixty steps", side(&plan, |plan| Run::new(plan, 0)).loss(60), 2);
}

fn side(plan: &Plan, start: Start) -> Side {
    Side::new(plan, start)
}

/// The printed equations; with plus signs, and with bias correction, only to see what the rest does.
struct Printed<const PLUS: bool, const CORRECTED: bool> {
    m: Vector,
    s: Vector,
    t: i32,
}

impl<const PLUS: bool, const CORRECTED: bool> Fall for Printed<PLUS, CORRECTED> {
    fn begin() -> Self {
        Self { m: Vector::ZERO, s: Vector::ZERO, t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        let sign = if PLUS { 1.0 } else { -1.0 };
        self.t += 1;
        self.m = 0.9 * self.m + sign * ((1.0 - 0.9) * gradient);
        self.s = 0.999 * self.s + sign * ((1.0 - 0.999) * (gradient * gradient));
        let share = |beta: f64| if CORRECTED { 1.0 - math::powi(beta, self.t) } else { 1.0 };
        let (first, second) = (share(0.9), share(0.999));
        let scaled = self.m.zip(self.s, |m, s| pace.rate * (m / first) / math::sqrt(s / second + 1e-8));
        at - scaled * gradient
    }
}
