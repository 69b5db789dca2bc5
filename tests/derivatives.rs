//! Every surface and model against differences, against its TeX, and against a second statement of its formula in
//! another crate's dual numbers.
#![cfg(not(target_arch = "wasm32"))]

use std::array::from_fn;
use std::f64::consts::{E, PI, TAU};

use num_dual::{DualNum, HyperDual64};
use ponder::model::{FourInputNeuron, LinearNeuron, Reduce, SigmoidNeuron};
use ponder::{Jet, Knob, Landscape, SURFACES, Surface, Vector};
use ponder_tests::tex::{Table, tokens};

type H = HyperDual64;

fn sigmoid(z: H) -> H {
    ((-z).exp() + 1.0).recip()
}

/// e^(−((w − c)² + (b − d)²) / 2σ²).
fn bell(w: H, b: H, [c, d]: [f64; 2], width: f64) -> H {
    (-((w - c).powi(2) + (b - d).powi(2)) / (2.0 * width.powi(2))).exp()
}

/// The formulas once more, as their papers have them; a surface that is not here is still held to its TeX.
fn formula(id: &str, k: &[f64], [w, b]: [H; 2]) -> Option<H> {
    Some(match id {
        "saddle" => w.powi(2) - b.powi(2),
        "ravine" => {
            let (s, c) = k[1].to_radians().sin_cos();
            ((w * c + b * s).powi(2) * k[0] + (b * c - w * s).powi(2)) / 2.0
        }
        "long-valley" => w.powi(2) * 4.0 - b.powi(2) * 0.02,
        "plateau" => {
            let valley = (-(w - 3.0).powi(2) / 2.0).exp();
            -sigmoid(w * 3.0 + 9.0) * 0.5 - valley * 0.5 + b.powi(2) * 0.03 + 1.0
        }
        "double-well" => w.powi(4) / 4.0 - w.powi(2) / 2.0 + w * 0.15 + b.powi(2),
        "two-wells" => {
            let bowl = (w.powi(2) + b.powi(2)) * 0.05;
            bowl - bell(w, b, [-0.7, 0.0], 0.4) * 0.6 - bell(w, b, [1.1, -0.2], 0.7) * 1.6
        }
        "flat-and-sharp" => (bell(w, b, [-1.0, 0.0], 1.0) - 1.0) * (bell(w, b, [1.5, 0.0], 0.25) - 1.0),
        "beale" => {
            let term = |c: f64, i: i32| (-w + w * b.powi(i) + c).powi(2);
            term(1.5, 1) + term(2.25, 2) + term(2.625, 3)
        }
        "rosenbrock" => (w - 1.0).powi(2) + (b - w.powi(2)).powi(2) * k[0],
        "himmelblau" => (w.powi(2) + b - 11.0).powi(2) + (w + b.powi(2) - 7.0).powi(2),
        "three-hump-camel" => w.powi(2) * 2.0 - w.powi(4) * 1.05 + w.powi(6) / 6.0 + w * b + b.powi(2),
        "six-hump-camel" => {
            (w.powi(4) / 3.0 - w.powi(2) * 2.1 + 4.0) * w.powi(2) + w * b + (b.powi(2) * 4.0 - 4.0) * b.powi(2)
        }
        "booth" => (w + b * 2.0 - 7.0).powi(2) + (w * 2.0 + b - 5.0).powi(2),
        "rastrigin" => [w, b].into_iter().fold(H::from(2.0 * k[0]), |f, x| f + x.powi(2) - (x * TAU).cos() * k[0]),
        "ackley" => {
            let funnel = (((w.powi(2) + b.powi(2)) / 2.0).sqrt() * -0.2).exp() * -20.0;
            funnel - (((w * TAU).cos() + (b * TAU).cos()) / 2.0).exp() + 20.0 + E
        }
        "monkey-saddle" => w.powi(3) - w * b.powi(2) * 3.0,
        _ => return None,
    })
}

/// Value, gradient and Hessian of a formula, one pair of directions after the other.
fn dual<const N: usize>(f: impl Fn([H; N]) -> H, at: [f64; N]) -> Jet<N> {
    let seen = |j: usize, k: usize| {
        let seed = |i: usize, direction: usize| if i == direction { 1.0 } else { 0.0 };
        f(from_fn(|i| H::new(at[i], seed(i, j), seed(i, k), 0.0)))
    };
    let hess = from_fn(|j| Vector(from_fn(|k| seen(j, k).eps1eps2)));
    Jet { value: seen(0, 0).re, grad: Vector(from_fn(|j| seen(j, j).eps1)), hess }
}

/// Points all over a box, the same every time, none in its middle (Roberts's sequence, for any number of dimensions).
fn points<const N: usize>(sides: [[f64; 2]; N], count: usize) -> impl Iterator<Item = [f64; N]> {
    let golden = (0..50).fold(2.0_f64, |phi, _| (1.0 + phi).powf(1.0 / (N as f64 + 1.0)));
    let share = move |i: usize, j: usize| (0.37 + i as f64 * golden.powi(-1 - j as i32)).fract();
    (0..count).map(move |i| from_fn(|j| sides[j][0] + (sides[j][1] - sides[j][0]) * share(i, j)))
}

fn numbers<const N: usize>(jet: &Jet<N>) -> Vec<f64> {
    let rows = jet.hess.iter().flat_map(|row| row.0);
    [jet.value].into_iter().chain(jet.grad.0).chain(rows).collect()
}

/// The jet by central differences of the value and of the slope.
fn differences<const N: usize>(land: &dyn Landscape<N>, at: [f64; N]) -> Jet<N> {
    const H: f64 = 1e-5;
    let beside = |j: usize, h: f64| Vector(from_fn(|i| if i == j { at[i] + h } else { at[i] }));
    let half = 0.5 / H;
    let slope = |j: usize| half * (land.value(beside(j, H)) - land.value(beside(j, -H)));
    let bend = |j: usize| half * (land.slope(beside(j, H)) - land.slope(beside(j, -H)));
    Jet { value: land.value(Vector(at)), grad: Vector(from_fn(slope)), hess: from_fn(bend) }
}

fn assert_close<const N: usize>(name: &str, at: [f64; N], ours: &Jet<N>, theirs: &Jet<N>, tolerance: f64) {
    let (ours, theirs) = (numbers(ours), numbers(theirs));
    let size = theirs.iter().fold(1.0, |size: f64, n| size.max(n.abs()));
    let worst = ours.iter().zip(&theirs).fold(0.0, |worst: f64, (a, b)| worst.max((a - b).abs()));
    assert!(worst <= tolerance * size, "{name} at {at:?}: {ours:?}, not {theirs:?}");
}

fn check<const N: usize>(name: &str, land: &dyn Landscape<N>, sides: [[f64; 2]; N], f: Option<impl Fn([H; N]) -> H>) {
    for at in points(sides, 300) {
        let ours = land.curve(Vector(at));
        if let Some(f) = &f {
            assert_close(name, at, &ours, &dual(f, at), 1e-12);
        }
        assert_close(name, at, &ours, &differences(land, at), 1e-8);
        assert_eq!((ours.value, ours.grad), land.value_and_slope(Vector(at)), "{name} at {at:?}");
        assert_eq!((ours.value, ours.grad), (land.value(Vector(at)), land.slope(Vector(at))), "{name} at {at:?}");
    }
}

#[test]
fn of_every_surface_at_its_defaults_and_beside_them() {
    for entry in SURFACES {
        let usual: Vec<f64> = entry.knobs.iter().map(|knob| knob.default.expect("a default")).collect();
        let other: Vec<f64> = entry.knobs.iter().map(|knob| knob.min + 0.3 * (knob.max - knob.min)).collect();
        for knobs in [usual, other] {
            let surface = Surface::analytic(entry, knobs.clone());
            let stated = formula(entry.id, &knobs, [H::from(0.0); 2]).is_some();
            let again = |at| formula(entry.id, &knobs, at).expect("a stated formula");
            check(entry.id, &surface, entry.domain, stated.then_some(again));
        }
    }
}

/// The formula that a page shows is the one that is computed. A knob without a place in it stays as it is.
#[test]
fn of_every_surface_as_its_tex_has_it() {
    for entry in SURFACES {
        let shown = |knob: &&Knob| tokens(entry.formula).contains(&knob.symbol);
        let usual = |knob: &Knob| knob.default.expect("a default");
        let moved = |knob: &Knob| if shown(&knob) { 0.7 * usual(knob) } else { usual(knob) };
        let knobs: Vec<_> = entry.knobs.iter().map(moved).collect();
        let surface = Surface::analytic(entry, knobs.clone());
        let (_, right) = entry.formula.split_once(" = ").expect("a left side and a right side");
        for [w, b] in points(entry.domain, 100) {
            let mut table = Table::default();
            let named = entry.knobs.iter().map(|knob| knob.symbol).zip(knobs.iter().copied());
            let known = [("w", w), ("b", b), ("e", E), (r"\pi", PI)].into_iter();
            known.chain(named).for_each(|(symbol, value)| table.set(symbol, &[value]));
            let tex = table.value(right, 1).unwrap_or_else(|why| panic!("{}: {why}", entry.id))[0];
            let ours = surface.value(Vector([w, b]));
            assert!((ours - tex).abs() <= 1e-12 * tex.abs().max(1.0), "{} at {w}, {b}: {ours}, not {tex}", entry.id);
        }
    }
}

/// Σ (a(w·x + b) − y)², over rows `[x…, y]`.
fn squares<const N: usize>(rows: &[[f64; N]], at: [H; N], activation: fn(H) -> H) -> H {
    rows.iter().fold(H::from(0.0), |sum, row| {
        let z = (0..N - 1).fold(at[N - 1], |z, i| z + at[i] * row[i]);
        sum + (activation(z) - row[N - 1]).powi(2)
    })
}

fn rows<const N: usize>() -> Vec<[f64; N]> {
    points(from_fn(|i| if i + 1 < N { [-2.0, 2.0] } else { [0.0, 1.0] }), 11).collect()
}

#[test]
fn of_every_model_in_every_sum() {
    for (reduce, factor) in [(Reduce::HalfSum, 0.5), (Reduce::Sum, 1.0), (Reduce::Mean, 1.0 / 11.0)] {
        let (pairs, wide, sides) = (rows::<2>(), rows::<5>(), [[-6.0, 6.0]; 2]);
        let neuron = SigmoidNeuron::new(pairs.clone(), reduce, sides, [0.0; 2]);
        check("sigmoid", &neuron, sides, Some(|at| squares(&pairs, at, sigmoid) * factor));
        let neuron = LinearNeuron::new(pairs.clone(), reduce, sides, [0.0; 2]);
        check("linear", &neuron, sides, Some(|at| squares(&pairs, at, |z| z) * factor));
        let neuron = FourInputNeuron::new(wide.clone(), reduce);
        check("four inputs", &neuron, [[-6.0, 6.0]; 5], Some(|at| squares(&wide, at, sigmoid) * factor));
    }
}

/// The cone at the bottom of Ackley's funnel: 2√2 from every side, and no direction at the point itself.
#[test]
fn ackleys_slope_jumps_at_the_minimum() {
    let entry = ponder::catalogue::find(SURFACES, "ackley").expect("a surface");
    let land = Surface::analytic(entry, Vec::new());
    let here = land.curve(Vector::ZERO);
    assert_eq!((here.value, here.grad), (0.0, Vector::ZERO));
    for turn in 0..8 {
        let (sin, cos) = (TAU * f64::from(turn) / 8.0).sin_cos();
        let slope = land.slope(1e-9 * Vector([cos, sin]));
        assert!((slope - 8.0_f64.sqrt() * Vector([cos, sin])).norm() < 1e-6, "{slope:?}");
    }
}
