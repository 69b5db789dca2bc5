//! Every name that an expression can use, and the nearest one to a name that it cannot.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code::{Binary, Step, Unary};
use crate::catalogue;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Named {
    /// A constant or a variable.
    Value(Step),
    /// A function of one argument.
    Unary(Unary),
    /// A function of two arguments, or of more where it can be folded.
    Binary(Binary),
}

/// Names with what they stand for; of two names for the same thing the first is the one that we write.
const NAMES: &[(&str, Named)] = &[
    ("w", Named::Value(Step::Variable(0))),
    ("b", Named::Value(Step::Variable(1))),
    ("x", Named::Value(Step::Variable(0))),
    ("y", Named::Value(Step::Variable(1))),
    ("pi", Named::Value(Step::Pi)),
    ("π", Named::Value(Step::Pi)),
    ("e", Named::Value(Step::E)),
    ("sin", Named::Unary(Unary::Sin)),
    ("cos", Named::Unary(Unary::Cos)),
    ("tan", Named::Unary(Unary::Tan)),
    ("asin", Named::Unary(Unary::Asin)),
    ("acos", Named::Unary(Unary::Acos)),
    ("atan", Named::Unary(Unary::Atan)),
    ("sinh", Named::Unary(Unary::Sinh)),
    ("cosh", Named::Unary(Unary::Cosh)),
    ("tanh", Named::Unary(Unary::Tanh)),
    ("exp", Named::Unary(Unary::Exp)),
    ("ln", Named::Unary(Unary::Ln)),
    ("log", Named::Unary(Unary::Ln)),
    ("log10", Named::Unary(Unary::Log10)),
    ("log2", Named::Unary(Unary::Log2)),
    ("sqrt", Named::Unary(Unary::Sqrt)),
    ("cbrt", Named::Unary(Unary::Cbrt)),
    ("abs", Named::Unary(Unary::Abs)),
    ("sign", Named::Unary(Unary::Sign)),
    ("sigmoid", Named::Unary(Unary::Sigmoid)),
    ("softplus", Named::Unary(Unary::Softplus)),
    ("relu", Named::Unary(Unary::Relu)),
    ("min", Named::Binary(Binary::Min)),
    ("max", Named::Binary(Binary::Max)),
    ("pow", Named::Binary(Binary::Power)),
];

/// What others call the same functions.
const ELSEWHERE: &[(&str, &str)] = &[
    ("arcsin", "asin"),
    ("arccos", "acos"),
    ("arctan", "atan"),
    ("lg", "log10"),
    ("sgn", "sign"),
    ("logistic", "sigmoid"),
    ("maximum", "max"),
    ("minimum", "min"),
    ("power", "pow"),
];

/// What `name` stands for.
pub(super) fn find(name: &str) -> Option<Named> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, named)| *named)
}

/// The name that we write for a function.
pub(super) fn of(named: Named) -> &'static str {
    NAMES.iter().find(|(_, known)| *known == named).map_or("", |(name, _)| name)
}

/// Every name, as a list for an error message.
pub(super) fn all() -> String {
    let functions = NAMES.iter().filter(|(_, named)| !matches!(named, Named::Value(_))).map(|(name, _)| *name);
    format!("w and b (or x and y), pi, e, {}", catalogue::list(functions))
}

/// What a reader who wrote an unknown name may have meant.
pub(super) fn meant(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let elsewhere = ELSEWHERE.iter().find(|(other, _)| *other == lower).map(|(_, ours)| ours.to_string());
    elsewhere.or_else(|| product(&lower)).or_else(|| nearest(&lower))
}

/// `wb` as `w*b`: variables, constants and numbers written next to each other.
fn product(name: &str) -> Option<String> {
    let mut rest = name;
    let mut factors: Vec<&str> = Vec::new();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let known = |(name, named): &(&'static str, Named)| {
            (matches!(named, Named::Value(_)) && rest.starts_with(name)).then_some(name.len())
        };
        let length = Some(digits).filter(|&n| n > 0).or_else(|| NAMES.iter().find_map(known))?;
        factors.push(&rest[..length]);
        rest = &rest[length..];
    }
    Some(factors.join("*"))
}

/// The known name that is fewest edits away, if those are few for its length.
fn nearest(name: &str) -> Option<String> {
    let few = match name.chars().count() {
        1 => 0,
        2..=5 => 1,
        _ => 2,
    };
    let scored = NAMES.iter().map(|(known, _)| (distance(name, known), *known));
    // Of equals the first; a single letter is not a misspelling of another name.
    let close = scored.filter(|(edits, known)| *edits == 0 || *edits <= few && known.len() > 1);
    close.min_by_key(|(edits, _)| *edits).map(|(_, known)| known.to_string())
}

/// How many letters must be put in, taken out or changed to make `a` into `b` (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name() {
        let cases = [
            ("sine", "sin"),
            ("squrt", "sqrt"),
            ("Sin", "sin"),
            ("PI", "pi"),
            ("W", "w"),
            ("arctan", "atan"),
            ("sgn", "sign"),
            ("sigmiod", "sigmoid"),
            ("softpuls", "softplus"),
            ("wb", "w*b"),
            ("w2", "w*2"),
            ("πw", "π*w"),
            ("2pix", "2*pi*x"),
        ];
        for (name, meant_by_it) in cases {
            assert_eq!(meant(name).as_deref(), Some(meant_by_it), "{name}");
        }
        for name in ["a", "theta", "αβγ", "loss", "gradient", "k9"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }

    #[test]
    fn every_function_has_the_name_that_we_write() {
        for (name, named) in NAMES {
            let ours = of(*named);
            assert_eq!(find(ours), Some(*named), "{name}");
            assert!(ours.is_ascii());
        }
        assert_eq!(of(Named::Unary(Unary::Ln)), "ln");
    }
}
