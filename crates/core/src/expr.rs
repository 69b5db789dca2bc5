//! A reader's own function: the text `100*(b - w^2)^2 + (1 - w)^2` as a loss surface with exact derivatives.
//!
//! The text is parsed once, by recursive descent, into a flat list of steps that runs on a fixed stack for any
//! [`crate::Number`]: nothing is allocated per evaluation, and value, gradient and Hessian come from the same steps.
//! Poles and NaN are values. The grammar is in `parser.rs`, what each function does in [`crate::number`].
//!
//! ```
//! use ponder::{Expression, Landscape, Vector};
//!
//! let valley = Expression::parse("100(b - w²)² + (1 - w)²").unwrap_err();
//! assert_eq!(valley.to_string(), "column 4: 100 and (b - w²) with nothing between; write 100*(b - w²)");
//!
//! let valley = Expression::parse("100*(b - w²)² + (1 - w)²").unwrap();
//! assert_eq!(valley.to_string(), "100 * (b - w^2)^2 + (1 - w)^2");
//! assert_eq!(valley.slope(Vector([1.0, 2.0])).0, [-400.0, 200.0]);
//! ```

mod code;
mod error;
mod lexer;
mod names;
mod parser;
mod tex;
mod writing;

#[cfg(test)]
mod tests;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Display, Formatter};

use crate::analysis::survey::{Survey, survey};
use crate::surface::Facts;
use crate::{Dual, Jet, Landscape, Vector};

use code::{Step, run};
pub use error::{ExprError, Mistake};

/// The longest text, in bytes.
pub const MAX_LENGTH: usize = 1024;
/// The most parentheses, calls, signs and exponents around any part of a text.
pub const MAX_DEPTH: usize = 64;
/// The most numbers, names, signs and operations of a text.
pub const MAX_NODES: usize = 512;
/// The largest whole constant exponent, of either sign, that is a product of factors.
pub const MAX_POWER: f64 = 64.0;

/// Where runs start, the first that has a finite loss and slope: off the axes and diagonals of symmetry where possible.
const STARTS: [[f64; 2]; 8] =
    [[-2.0, 2.0], [2.0, 2.0], [2.0, -2.0], [-2.0, -2.0], [0.5, 0.5], [-0.5, 0.5], [0.5, -0.5], [-0.5, -0.5]];

/// A function of w and b that somebody wrote. Two are equal when they compute the same in the same order.
///
/// `Display` writes it in the same grammar, with names and parentheses as we would write them; what it writes parses
/// to an equal expression, unless the text was at the limits of length or depth already.
#[derive(Clone, PartialEq)]
pub struct Expression(Vec<Step>);

impl Expression {
    /// Reads a text.
    ///
    /// # Errors
    /// The first mistake: where it stands, what is found there, what is allowed or meant.
    pub fn parse(text: &str) -> Result<Self, ExprError> {
        parser::parse(text).map(Self)
    }

    /// The expression in Python, in `w` and `b`.
    ///
    /// The script must define `pi`, `e` and the functions it uses under our names (`sin`, `atan`, `ln`, `sigmoid`,
    /// `relu`, …; `min` and `max` of two), `power(u, v)` for a constant v, which is exp(v ln u), and `number`, which makes
    /// of a constant what `w` and `b` must be too: a number that follows IEEE arithmetic, as numpy's floats do. Python's
    /// own raise where we have poles and NaN.
    #[must_use]
    pub fn python(&self) -> String {
        writing::write(&self.0, &writing::Python)
    }

    /// The expression as TeX, in `w` and `b`.
    #[must_use]
    pub fn tex(&self) -> String {
        writing::write(&self.0, &tex::Tex)
    }

    /// Where runs start when a recipe does not say.
    #[must_use]
    pub fn start(&self) -> [f64; 2] {
        let goes = |at: &[f64; 2]| {
            let (loss, slope) = self.value_and_slope(Vector(*at));
            loss.is_finite() && slope.is_finite()
        };
        STARTS.into_iter().find(goes).unwrap_or_else(|| survey(self).somewhere.unwrap_or(STARTS[0]))
    }

    /// What a figure wants to know before anything runs. The minima are those that were found.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let Survey { window, minima, height, .. } = survey(self);
        Facts {
            title: "Your own function".into(),
            formula: format!("f(w, b) = {}", self.tex()),
            domain: Some(window),
            start: self.start().to_vec(),
            minima,
            height,
        }
    }
}

impl Landscape for Expression {
    fn value(&self, at: Vector) -> f64 {
        run(&self.0, at.0)
    }
    fn slope(&self, at: Vector) -> Vector {
        run(&self.0, Dual::coordinates(at.0)).grad
    }
    fn value_and_slope(&self, at: Vector) -> (f64, Vector) {
        let Dual { value, grad } = run(&self.0, Dual::coordinates(at.0));
        (value, grad)
    }
    fn curve(&self, at: Vector) -> Jet {
        run(&self.0, Jet::coordinates(at.0))
    }
}

impl Display for Expression {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&writing::write(&self.0, &writing::Plain))
    }
}

impl Debug for Expression {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Expression({self})")
    }
}
