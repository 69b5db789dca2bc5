//! Data made to order: points of a curve that is known, with noise on them and, where wanted, features that are mostly 0.
//!
//! Each x is 0 with probability `zeros`, else uniform between `low` and `high`; y = f(w · x + b) + s z, where f is the
//! line or the sigmoid and z is nearly normal, as in [`crate::noise`]. PCG64 with the seed as its state and 2⁶⁵ as its
//! stream, which no noise and no shuffle has; row after row, each x first a draw for the zero, then one for its place, then
//! z. All is drawn whether needed or not, so that a knob changes what it says and nothing else. Numbers are rounded, x to four
//! decimals and y to six: a link with the points in it stays short.
//!
//! ```
//! use ponder::Tree;
//! use ponder::data::Made;
//!
//! let made = Tree::map([("curve", "line".into()), ("w", Tree::numbers(&[2.0])), ("b", 1.0.into()), ("rows", 3.0.into())]);
//! let rows = Made::read(&made).unwrap().rows();
//! assert!(rows.iter().all(|row| (row[1] - (2.0 * row[0] + 1.0)).abs() < 1e-6));
//! assert_eq!(rows, Made::read(&made).unwrap().rows(), "the same seed, the same points");
//! ```

use alloc::vec::Vec;

use crate::fault::Fault;
use crate::noise::Draws;
use crate::recipe::fields::Fields;
use crate::recipe::{MAX_DATA, batch};
use crate::{Faults, Tree, math};

/// The largest size of a number here; what is beyond cannot be rounded to a few decimals.
const FAR: f64 = 1e6;

/// What the points stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// w · x + b.
    Line,
    /// σ(w · x + b).
    Sigmoid,
}

/// How data are made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The curve.
    pub curve: Curve,
    /// A weight for each of 1 or 4 inputs.
    pub w: Vec<f64>,
    /// The bias.
    pub b: f64,
    /// So many rows.
    pub rows: usize,
    /// The probability that an x is 0.
    pub zeros: f64,
    /// Where x begins.
    pub low: f64,
    /// Where x ends.
    pub high: f64,
    /// The deviation s of the noise on y.
    pub noise: f64,
    /// What the random numbers begin with.
    pub seed: u64,
}

impl Made {
    /// Reads `{curve, w, b, rows, zeros, low, high, noise, seed}`: `curve` is line or sigmoid, `w` a list of 1 or 4
    /// weights; the others have defaults (b 0, 20 rows, no zeros, x from 0 to 1, no noise, seed 0).
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn read(tree: &Tree) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let made = Fields::of(tree, "", &mut faults).and_then(read);
        made.filter(|_| faults.is_empty()).ok_or(Faults(faults))
    }

    /// The points: inputs, then y.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<f64>> {
        let mut draws = Draws::new(self.seed, 1 << 65);
        (0..self.rows).map(|_| self.row(&mut draws)).collect()
    }

    fn row(&self, draws: &mut Draws) -> Vec<f64> {
        let mut row: Vec<_> = self.w.iter().map(|_| self.input(draws)).collect();
        let z = self.w.iter().zip(&row).fold(self.b, |sum, (w, x)| sum + w * x);
        let y = match self.curve {
            Curve::Line => z,
            Curve::Sigmoid => math::sigmoid(z),
        };
        row.push(rounded(y + self.noise * draws.normal(), 1e6));
        row
    }

    fn input(&self, draws: &mut Draws) -> f64 {
        let (zero, x) = (draws.uniform() < self.zeros, self.low + (self.high - self.low) * draws.uniform());
        if zero { 0.0 } else { rounded(x, 1e4) }
    }
}

/// The nearest number with as many decimals as `scale` has zeros.
fn rounded(x: f64, scale: f64) -> f64 {
    math::floor(x * scale + 0.5) / scale
}

fn read(mut fields: Fields) -> Option<Made> {
    const CURVES: &[(&str, Curve)] = &[("line", Curve::Line), ("sigmoid", Curve::Sigmoid)];
    fields.required("curve", "line or sigmoid");
    let curve = fields.word("curve", CURVES);
    let w = weights(&mut fields);
    let mut number = |key, least, most, default| bounded(&mut fields, key, least, most, default);
    let (b, zeros) = (number("b", -FAR, FAR, 0.0), number("zeros", 0.0, 1.0, 0.0));
    let (low, high, noise) =
        (number("low", -FAR, FAR, 0.0), number("high", -FAR, FAR, 1.0), number("noise", 0.0, FAR, 0.0));
    let rows = match fields.any("rows") {
        Some(_) => fields.whole("rows", 1, MAX_DATA),
        None => Some(20),
    };
    let seed = batch::seed(&mut fields);
    if let (Some(low), Some(high)) = (low, high)
        && low > high
    {
        fields.wrong("high", &high.into(), alloc::format!("allowed is a number from low, {low}, up"));
    }
    fields.finish("made data");
    let (curve, w, b, rows) = (curve?, w?, b?, rows?);
    Some(Made { curve, w, b, rows, zeros: zeros?, low: low?, high: high?, noise: noise?, seed: seed? })
}

/// A weight for each of 1 or 4 inputs.
fn weights(fields: &mut Fields) -> Option<Vec<f64>> {
    let tree = fields.required("w", "a list of 1 or 4 weights")?;
    let small = |n: &f64| n.abs() <= FAR;
    let list = tree.list().filter(|list| [1, 4].contains(&list.len()));
    let read: Option<Vec<f64>> = list.and_then(|list| list.iter().map(|n| n.number().filter(small)).collect());
    if read.is_none() {
        fields.wrong("w", tree, "allowed is a list of 1 or 4 numbers, none beyond a million");
    }
    read
}

fn bounded(fields: &mut Fields, key: &'static str, least: f64, most: f64, default: f64) -> Option<f64> {
    let Some(tree) = fields.any(key) else { return Some(default) };
    let found = tree.number().filter(|n| (least..=most).contains(n));
    if found.is_none() {
        let path = fields.path(key);
        let allowed = alloc::format!("allowed is a number from {least} to {most}");
        fields.faults().push(Fault::wrong(path, tree.glimpse(), allowed));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(json: &str) -> Vec<Vec<f64>> {
        Made::read(&serde_json::from_str(json).unwrap()).unwrap().rows()
    }

    #[test]
    fn most_features_are_zero_where_that_is_asked_for() {
        let rows = made(r#"{"curve":"sigmoid","w":[4],"b":-1,"rows":2000,"zeros":0.8}"#);
        let zeros = rows.iter().filter(|row| row[0] == 0.0).count();
        // Four standard errors of a share of 0.8 in 2000.
        assert!((1600 - 72..1600 + 72).contains(&zeros), "{zeros}");
        assert!(rows.iter().all(|row| (row[1] - math::sigmoid(4.0 * row[0] - 1.0)).abs() <= 5.1e-7));
        assert!(rows.iter().all(|row| (0.0..=1.0).contains(&row[0])));
    }

    #[test]
    fn noise_moves_y_alone_and_a_seed_everything() {
        let of = |noise: f64, seed: u64| {
            made(&alloc::format!(
                r#"{{"curve":"line","w":[1,-2,3,0.5],"b":1,"rows":500,"noise":{noise},"seed":{seed}}}"#
            ))
        };
        let (clear, noisy) = (of(0.0, 3), of(0.5, 3));
        assert!(clear.iter().zip(&noisy).all(|(a, b)| a[..4] == b[..4]));
        let errors: Vec<_> = clear.iter().zip(&noisy).map(|(a, b)| b[4] - a[4]).collect();
        let mean = errors.iter().sum::<f64>() / 500.0;
        let variance = errors.iter().map(|e| (e - mean) * (e - mean)).sum::<f64>() / 500.0;
        // Four standard errors each.
        assert!(mean.abs() < 0.09 && (variance - 0.25).abs() < 0.07, "{mean} {variance}");
        assert_ne!(of(0.0, 4), clear);
    }

    #[test]
    fn numbers_are_short() {
        let rows = made(r#"{"curve":"sigmoid","w":[4],"b":-1,"rows":200,"low":-3,"high":3,"noise":0.1}"#);
        assert!(rows.iter().all(|row| crate::text::shortest(row[0]).len() <= 7), "x to four decimals");
        assert!(rows.iter().all(|row| crate::text::shortest(row[1]).len() <= 9), "y to six");
    }

    #[test]
    fn what_is_wrong_is_told_all_at_once() {
        let json = r#"{"curve":"cubic","w":[1,2],"rows":0,"zeros":1.5,"low":2,"high":1,"seed":-1,"slope":3}"#;
        let faults = Made::read(&serde_json::from_str(json).unwrap()).unwrap_err();
        let lines = alloc::string::ToString::to_string(&faults);
        let lines: Vec<_> = lines.lines().collect();
        assert_eq!(lines[0], "curve: \"cubic\"; allowed is line or sigmoid");
        assert_eq!(lines[1], "w: a list of 2; allowed is a list of 1 or 4 numbers, none beyond a million");
        assert_eq!(lines[2], "zeros: 1.5; allowed is a number from 0 to 1");
        assert_eq!(lines[3], "rows: 0; allowed is a whole number from 1 to 10000");
        assert_eq!(lines[4], "seed: -1; allowed is a whole number from 0 to 9007199254740991");
        assert_eq!(lines[5], "high: 1; allowed is a number from low, 2, up");
        assert_eq!(lines[6], "slope: unknown; made data knows curve, w, b, zeros, low, high, noise, rows, seed");
    }
}
