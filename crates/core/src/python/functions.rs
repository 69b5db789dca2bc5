//! The functions that a surface may call, as either library has them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code::names;

/// A function of one number.
struct Function {
    /// What surfaces call it.
    name: &'static str,
    /// It in NumPy.
    numpy: &'static str,
    /// It in PyTorch.
    torch: &'static str,
    /// Its derivative at u, in the words of this table.
    slope: &'static str,
}

const fn function(name: &'static str, numpy: &'static str, torch: &'static str, slope: &'static str) -> Function {
    Function { name, numpy, torch, slope }
}

const FUNCTIONS: &[Function] = &[
    function("abs", "np.abs", "torch.abs", "sign(u)"),
    function("acos", "np.arccos", "torch.acos", "-1 / sqrt(1 - u * u)"),
    function("asin", "np.arcsin", "torch.asin", "1 / sqrt(1 - u * u)"),
    function("atan", "np.arctan", "torch.atan", "1 / (1 + u * u)"),
    function("cbrt", "np.cbrt", "lambda u: torch.sign(u) * torch.abs(u) ** (1 / 3)", "1 / (3 * cbrt(u) ** 2)"),
    function("cos", "np.cos", "torch.cos", "-sin(u)"),
    function("cosh", "np.cosh", "torch.cosh", "sinh(u)"),
    function("exp", "np.exp", "torch.exp", "exp(u)"),
    function("ln", "np.log", "torch.log", "1 / u"),
    function("log10", "np.log10", "torch.log10", "1 / (u * np.log(10))"),
    function("log2", "np.log2", "torch.log2", "1 / (u * np.log(2))"),
    function("relu", "lambda u: np.maximum(u, 0)", "torch.relu", "sign(relu(u))"),
    function("sigmoid", "logistic", "torch.sigmoid", "sigmoid(u) * (1 - sigmoid(u))"),
    function("sign", "np.sign", "torch.sign", "0 * u"),
    function("sin", "np.sin", "torch.sin", "cos(u)"),
    function("sinh", "np.sinh", "torch.sinh", "cosh(u)"),
    function(
        "softplus",
        "lambda u: np.logaddexp(u, 0)",
        "lambda u: torch.logaddexp(u, torch.zeros_like(u))",
        "sigmoid(u)",
    ),
    function("sqrt", "np.sqrt", "torch.sqrt", "0.5 / sqrt(u)"),
    function("tan", "np.tan", "torch.tan", "1 + tan(u) ** 2"),
    function("tanh", "np.tanh", "torch.tanh", "1 - tanh(u) ** 2"),
];

const DUAL: &str = include_str!("dual.py");

/// The larger and the smaller of two numbers are Python's own: the first on a tie.
const ORDER: &str = "\
def plain(u):
    return plain(u.value) if isinstance(u, Dual) else u


Dual.__lt__ = lambda self, other: plain(self) < plain(other)
Dual.__gt__ = lambda self, other: plain(self) > plain(other)";

/// A constant power has a slope at 0, which exp(v ln u) does not tell.
const POWERS: [&str; 2] = [
    "\
def power(u, v):
    return chain(lambda u: np.exp(v * np.log(u)), lambda u: v * power(u, v - 1))(u)",
    "\
def power(u, v):
    u = torch.as_tensor(u)
    return torch.where(u < 0, torch.nan, u**v)",
];

/// Constants that divide by 0, or grow beyond all numbers, without an error.
const NUMBERS: [&str; 2] = ["number = np.float64", "number = torch.as_tensor"];

const CHAIN: &str = "\
def chain(function, slope):
    \"\"\"The function, which also takes dual numbers, by its derivative and the chain rule.\"\"\"

    def chained(u):
        if isinstance(u, Dual):
            return Dual(chained(u.value), slope(u.value) * u.slope)
        return function(u)

    return chained";

const LIFT: &str = "\
def lift(function):
    \"\"\"PyTorch's function, which also takes plain numbers.\"\"\"
    return lambda u: function(torch.as_tensor(u))";

/// What follows the name of σ, of plain numbers in NumPy.
pub(super) const LOGISTIC: &str = "(z):
    e = np.exp(-np.abs(z))  # overflows in neither tail
    return np.where(z < 0, e, 1) / (1 + e)";

/// The functions of the table that these lines call.
pub(super) fn called(lines: &[&str]) -> Vec<&'static str> {
    let used: Vec<_> = lines.iter().flat_map(|line| names(line)).collect();
    FUNCTIONS.iter().map(|function| function.name).filter(|name| used.contains(name)).collect()
}

/// Dual numbers, functions of them called `wanted`, and whatever else the names `used` stand for.
pub(super) fn dual(wanted: &[&str], used: &[&str]) -> Vec<String> {
    let mut blocks = Vec::from([DUAL.trim_end().to_string()]);
    let uses = |name| used.contains(&name);
    blocks.extend((uses("min") || uses("max")).then(|| ORDER.to_string()));
    let defined: Vec<_> = FUNCTIONS.iter().filter(|function| wanted.contains(&function.name)).collect();
    blocks.extend((!defined.is_empty() || uses("power")).then(|| CHAIN.to_string()));
    blocks.extend(wanted.contains(&"sigmoid").then(|| format!("def logistic{LOGISTIC}")));
    if !defined.is_empty() {
        blocks.push(listed(&defined, |f| format!("chain({}, lambda u: {})", f.numpy, f.slope)));
    }
    blocks.extend(constants(used, 0));
    blocks
}

/// PyTorch's own functions called `wanted`.
pub(super) fn lifted(wanted: &[&str]) -> Vec<String> {
    let wanted: Vec<_> = FUNCTIONS.iter().filter(|function| wanted.contains(&function.name)).collect();
    let blocks = [LIFT.to_string(), listed(&wanted, |f| format!("lift({})", f.torch))];
    if wanted.is_empty() { Vec::new() } else { blocks.into() }
}

/// What surfaces do to constants, in NumPy (0) or PyTorch (1).
pub(super) fn constants(used: &[&str], library: usize) -> impl Iterator<Item = String> {
    let known = [("number", NUMBERS[library]), ("power", POWERS[library])];
    known.into_iter().filter(|(name, _)| used.contains(name)).map(|(_, text)| text.to_string())
}

fn listed(functions: &[&Function], definition: impl Fn(&Function) -> String) -> String {
    let lines: Vec<_> = functions.iter().map(|f| format!("{} = {}", f.name, definition(f))).collect();
    lines.join("\n")
}

/// The functions of the table that these lines call, and those that their derivatives call.
pub(super) fn differentiated(lines: &[&str]) -> Vec<&'static str> {
    let mut kept = called(lines);
    let mut next = 0;
    while let Some(name) = kept.get(next).copied() {
        let slopes = FUNCTIONS.iter().filter(|function| function.name == name);
        let more: Vec<_> = slopes.flat_map(|function| called(&[function.slope])).collect();
        kept.extend(more.into_iter().filter(|name| !kept.contains(name)).collect::<Vec<_>>());
        next += 1;
    }
    kept
}
