//! Any expression that a reader could write: every sign and function, poles, kinks and towers of powers.

use crate::tape::Tape;

const ONE: [&str; 21] = [
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "ln", "log", "log10", "log2", "sqrt",
    "cbrt", "abs", "sign", "sigmoid", "softplus", "relu",
];
const TWO: [&str; 3] = ["min", "max", "pow"];
const SIGNS: [&str; 7] = ["+", "-", "*", "/", "^", "**", "·"];
const CONSTANTS: [&str; 6] = ["pi", "e", "0", "2", ".5", "1e3"];
/// What it is a function of.
const VARIABLES: [[&str; 2]; 2] = [["w", "b"], ["x", "y"]];

pub(crate) fn expression(tape: &mut Tape) -> String {
    let variables = *tape.one(&VARIABLES);
    term(variables, 4, tape)
}

fn term(variables: [&str; 2], depth: usize, tape: &mut Tape) -> String {
    let inner = |tape: &mut Tape| term(variables, depth - 1, tape);
    match tape.below(if depth > 0 { 9 } else { 3 }) {
        0..=1 => (*tape.one(&variables)).to_owned(),
        2 => constant(tape),
        3..=5 => format!("({} {} {})", inner(tape), tape.one(&SIGNS), inner(tape)),
        6 => format!("-{}{}", inner(tape), tape.one(&["²", "³", "^-1", ""])),
        7 => format!("{}({})", tape.one(&ONE), inner(tape)),
        _ => format!("{}({}, {})", tape.one(&TWO), inner(tape), inner(tape)),
    }
}

fn constant(tape: &mut Tape) -> String {
    if tape.once_in(2) { format!("{:e}", tape.size()) } else { (*tape.one(&CONSTANTS)).to_owned() }
}
