//! Value, gradient and Hessian of a tree by the crate num-dual, with an estimate of how far rounding can have moved
//! each of them.
//!
//! The estimate: the same tree again, with every component of every intermediate result off by a few units in the last
//! place at random (stochastic arithmetic; Vignes 1978). What two correct implementations may differ by is some
//! multiple of how far these results scatter.

use num_dual::{DualNum, HyperDual64};

use super::tree::{Dice, Node};

/// Value, ∂w, ∂b, ∂²w, ∂w∂b, ∂²b.
pub(crate) type Numbers = [f64; 6];

#[derive(Debug)]
pub(crate) struct Reference {
    pub(crate) numbers: Numbers,
    /// How far the numbers of perturbed runs lie from them, at most.
    pub(crate) scatter: Numbers,
    /// A kink, the edge of a domain or of the range of doubles is so near that rounding may decide on which side of it
    /// an implementation finds itself.
    pub(crate) edge: bool,
}

const PERTURBED_RUNS: usize = 4;

impl Reference {
    pub(crate) fn of(tree: &Node, at: [f64; 2], dice: &mut Dice) -> Self {
        let (numbers, edge) = numbers(tree, at, None);
        let mut scatter = [0.0; 6];
        for _ in 0..PERTURBED_RUNS {
            let (moved, _) = super::reference::numbers(tree, at, Some(&mut *dice));
            for i in 0..6 {
                let off = (moved[i] - numbers[i]).abs();
                // A run that found no number here stays the answer.
                scatter[i] = if off <= scatter[i] || scatter[i].is_nan() { scatter[i] } else { off };
            }
        }
        Self { numbers, scatter, edge }
    }
}

fn numbers(tree: &Node, [w, b]: [f64; 2], mut noise: Option<&mut Dice>) -> (Numbers, bool) {
    let mut edge = false;
    // Each pass has one mixed second derivative: of w and w, of w and b, of b and b.
    let [ww, wb, bb] = [[1.0, 0.0, 1.0, 0.0], [1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 1.0]].map(|[w1, b1, w2, b2]| {
        let at = [HyperDual64::new(w, w1, w2, 0.0), HyperDual64::new(b, b1, b2, 0.0)];
        let mut pass = Pass { at, noise: noise.as_deref_mut(), edge: false };
        let result = pass.of(tree);
        edge |= pass.edge;
        result
    });
    ([wb.re, wb.eps1, wb.eps2, ww.eps1eps2, wb.eps1eps2, bb.eps1eps2], edge)
}

struct Pass<'d> {
    at: [HyperDual64; 2],
    noise: Option<&'d mut Dice>,
    edge: bool,
}

impl Pass<'_> {
    fn of(&mut self, node: &Node) -> HyperDual64 {
        let exact = match node {
            Node::Number(literal) => return literal.parse::<f64>().expect("a number").into(),
            Node::Name("w" | "x") => self.at[0],
            Node::Name("b" | "y") => self.at[1],
            Node::Name("e") => return std::f64::consts::E.into(),
            Node::Name(_) => return std::f64::consts::PI.into(),
            Node::Sign('-', u) => -self.of(u),
            Node::Sign(_, u) => return self.of(u),
            Node::Infix('^', u, v) => self.power(u, v),
            Node::Infix(sign, u, v) => {
                let (u, v) = (self.of(u), self.of(v));
                match sign {
                    '+' => u + v,
                    '-' => u - v,
                    '*' => u * v,
                    _ => {
                        self.border(v.re, 0.0);
                        u / v
                    }
                }
            }
            Node::Call("pow", arguments) => self.power(&arguments[0], &arguments[1]),
            Node::Call(name, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(|node| self.of(node)).collect();
                self.call(name, &arguments)
            }
        };
        self.blurred(exact, !matches!(node, Node::Name(_)))
    }

    /// Moved by a few units in the last place. The point itself is exact; so are its slopes, but not what becomes of
    /// them in the next operation.
    fn blurred(&mut self, exact: HyperDual64, rounded: bool) -> HyperDual64 {
        self.edge |= exact.re.abs() > 1e50 || exact.re != 0.0 && exact.re.abs() < 1e-50;
        let Some(dice) = &mut self.noise else { return exact };
        let mut off = |n: f64| n * (1.0 + dice.around_zero() * 2f64.powi(-49));
        let re = if rounded { off(exact.re) } else { exact.re };
        HyperDual64::new(re, off(exact.eps1), off(exact.eps2), off(exact.eps1eps2))
    }

    /// Rounding may decide whether `u` is below, at or above `border`.
    fn border(&mut self, u: f64, border: f64) {
        self.edge |= (u - border).abs() < 1e-12 * (1.0 + border.abs());
    }

    fn power(&mut self, base: &Node, exponent: &Node) -> HyperDual64 {
        let (u, v) = (self.of(base), self.of(exponent));
        if exponent.is_constant() {
            let exact = Pass { at: self.at, noise: None, edge: false }.of(exponent).re;
            let whole = exact.round();
            if exact == whole && whole.abs() <= 64.0 {
                let power = u.powi(whole.abs() as i32);
                return if whole < 0.0 { power.recip() } else { power };
            }
            self.border(exact, whole);
        }
        self.border(u.re, 0.0);
        (v * u.ln()).exp()
    }

    fn call(&mut self, name: &str, arguments: &[HyperDual64]) -> HyperDual64 {
        let (u, one, zero) = (arguments[0], HyperDual64::from(1.0), HyperDual64::from(0.0));
        match name {
            "abs" | "sign" | "relu" | "ln" | "log" | "log10" | "log2" | "sqrt" | "cbrt" => self.border(u.re, 0.0),
            "asin" | "acos" => self.border(u.re.abs(), 1.0),
            // Beyond, the cube of e²ᵘ is no double.
            "tanh" => self.edge |= u.re.abs() > 100.0,
            _ => {}
        }
        match name {
            "sin" => u.sin(),
            "cos" => u.cos(),
            "tan" => u.tan(),
            // num-dual's own take their slopes from 1 − u², which loses digits near ±1.
            "asin" => {
                let factors = [one - u, one + u].map(|factor| self.blurred(factor, true));
                let root = self.blurred((factors[0] * factors[1]).sqrt(), true);
                self.blurred(u / (root + 1.0), true).atan() * 2.0
            }
            "acos" => {
                let square = self.blurred((one - u) / (one + u), true);
                self.blurred(square.sqrt(), true).atan() * 2.0
            }
            "atan" => u.atan(),
            "sinh" => u.sinh(),
            "cosh" => u.cosh(),
            // num-dual's own takes its slope from 1 − tanh², which loses its digits.
            "tanh" if u.re.abs() < 1.0 => self.blurred(u.sinh(), true) / self.blurred(u.cosh(), true),
            "tanh" if u.re < 0.0 => self.call("tanh", &[-u]) * -1.0,
            "tanh" => one - HyperDual64::from(2.0) / (self.blurred((u * 2.0).exp(), true) + 1.0),
            "exp" => u.exp(),
            "ln" | "log" => u.ln(),
            "log10" => u.log10(),
            "log2" => u.log2(),
            "sqrt" => u.sqrt(),
            "cbrt" => u.cbrt(),
            "abs" => match u.re {
                re if re > 0.0 => u,
                re if re < 0.0 => -u,
                re => HyperDual64::from(re.abs()),
            },
            "sign" => HyperDual64::from(if u.re == 0.0 { 0.0 } else { u.re / u.re.abs() }),
            "sigmoid" => one / (self.blurred((-u).exp(), true) + 1.0),
            "softplus" if u.re > 0.0 => u + self.blurred((-u).exp(), true).ln_1p(),
            "softplus" => self.blurred(u.exp(), true).ln_1p(),
            "relu" => {
                if u.re <= 0.0 {
                    zero
                } else {
                    u
                }
            }
            _ => arguments.iter().skip(1).fold(u, |best, &next| {
                self.edge |= (best.re - next.re).abs() < 1e-12 * best.re.abs();
                let wins = if name == "max" { next.re > best.re } else { next.re < best.re };
                if wins { next } else { best }
            }),
        }
    }
}
