//! Neurons over data: loss, gradient and Hessian in closed form.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Dialect;
use super::code::{Needs, bracketed, list, names};
use super::functions::LOGISTIC;
use crate::model::{Reduce, Words};
use crate::{Plan, Surface};

/// Every look sees all rows, so nothing is said of them.
pub(super) const ALL: [&str; 3] = [""; 3];

/// A neuron and the points it is to fit.
pub(super) struct Model {
    words: Words,
    reduce: Reduce,
    /// Rows x…, y: those to train on, then those to validate on.
    rows: Vec<String>,
    /// How many rows there are to train on.
    points: usize,
    /// How many parameters it has.
    parameters: usize,
    /// Whether a look may see other rows than all.
    chooses: bool,
}

impl Model {
    /// The model of a plan, if it has one.
    pub(super) fn of(plan: &Plan, needs: &Needs) -> Option<Self> {
        let validates = needs.has("VALIDATION");
        let (words, reduce, mut rows) = read(plan.surface())?;
        let points = rows.len();
        rows.extend(plan.validation().filter(|_| validates).and_then(read).into_iter().flat_map(|(.., rows)| rows));
        let chooses = validates || needs.has("rows");
        Some(Self { words, reduce, rows, points, parameters: plan.parameters(), chooses })
    }

    /// The data.
    pub(super) fn constants(&self, dialect: Dialect) -> Vec<String> {
        let data = dialect.array(&bracketed(&self.rows));
        let mut lines = match self.parameters {
            2 => Vec::from([format!("x, y = {data}.T")]),
            _ => Vec::from([format!("data = {data}"), "x, y = data[:, :-1], data[:, -1]".to_string()]),
        };
        if self.chooses {
            lines.push(format!("POINTS = {}", self.points));
        }
        if self.rows.len() > self.points {
            lines.push("TRAINING, VALIDATION = slice(POINTS), slice(POINTS, None)  # rows".to_string());
        } else if self.chooses {
            lines.push("TRAINING = slice(POINTS)  # rows".to_string());
        }
        lines
    }

    /// Its functions.
    pub(super) fn blocks(&self, dialect: Dialect, needs: &Needs) -> Vec<String> {
        let mut blocks = Vec::new();
        if dialect == Dialect::NumPy && self.words.answer.contains("sigmoid") {
            blocks.push(format!("def sigmoid{LOGISTIC}"));
        }
        blocks.extend([self.answer(dialect), self.loss(dialect)]);
        if dialect == Dialect::NumPy {
            blocks.extend(needs.has("grad").then(|| self.gradient()));
            blocks.extend(needs.has("hess").then(|| self.hessian()));
        }
        blocks
    }

    /// How functions take the rows that they see, pass them on, and pick them.
    pub(super) fn rows(&self) -> [&'static str; 3] {
        if self.chooses { [", rows=TRAINING", ", rows", "[rows]"] } else { ALL }
    }

    fn answer(&self, dialect: Dialect) -> String {
        let [_, passed, of] = self.rows();
        let (unpack, z) = match self.parameters {
            2 => ("w, b = p", format!("w * x{of} + b")),
            _ => ("w, b = p[:-1], p[-1]", format!("x{of} @ w + b")),
        };
        let sigmoid = if dialect == Dialect::PyTorch { "torch.sigmoid" } else { "sigmoid" };
        let answer = self.words.answer.replace("sigmoid", sigmoid).replace('z', &z);
        format!("def answer(p{passed}):\n    {unpack}\n    return {answer}")
    }

    fn loss(&self, dialect: Dialect) -> String {
        let ([given, passed, of], library) = (self.rows(), dialect.library());
        let (factor, sum) = match self.reduce {
            Reduce::HalfSum => ("0.5 * ", "sum"),
            Reduce::Sum => ("", "sum"),
            Reduce::Mean => ("", "mean"),
        };
        format!("def f(p{given}):\n    return {factor}{library}.{sum}((answer(p{passed}) - y{of}) ** 2)")
    }

    fn gradient(&self) -> String {
        let [.., of] = self.rows();
        let sums = match self.parameters {
            2 => format!("np.array([np.sum(d * x{of}), np.sum(d)])"),
            _ => format!("np.append(d @ x{of}, np.sum(d))"),
        };
        self.derivative("grad", self.words.slope, &format!("    return {sums}"))
    }

    fn hessian(&self) -> String {
        let [.., of] = self.rows();
        let inputs = format!("    inputs = np.column_stack([x{of}, np.ones(len(out))])  # b is the weight of a 1");
        self.derivative("hess", self.words.bend, &format!("{inputs}\n    return (inputs.T * d) @ inputs"))
    }

    /// A function that begins with a factor of every row.
    fn derivative(&self, name: &str, factor: &str, end: &str) -> String {
        let [given, passed, of] = self.rows();
        let error = if names(factor).any(|name| name == "error") {
            format!("    error = out - y{of}\n")
        } else {
            String::new()
        };
        let factor = match self.twice() {
            "" => factor.to_string(),
            twice if factor.contains(" + ") => format!("{twice}({factor})"),
            twice => format!("{twice}{factor}"),
        };
        format!("def {name}(p{given}):\n    out = answer(p{passed})\n{error}    d = {factor}\n{end}")
    }

    /// Twice the factor before the sum of squares.
    fn twice(&self) -> &'static str {
        match self.reduce {
            Reduce::HalfSum => "",
            Reduce::Sum => "2 * ",
            Reduce::Mean => "2 / len(out) * ",
        }
    }
}

/// What a neuron answers, how its errors add up, its rows.
fn read(surface: &Surface) -> Option<(Words, Reduce, Vec<String>)> {
    match surface {
        Surface::Neuron(neuron) => Some((neuron.words(), neuron.reduce(), written(neuron.data()))),
        Surface::Linear(neuron) => Some((neuron.words(), neuron.reduce(), written(neuron.data()))),
        Surface::FourInput(neuron) => Some((neuron.words(), neuron.reduce(), written(neuron.data()))),
        Surface::Analytic(_) | Surface::Expression(_) => None,
    }
}

fn written<const N: usize>(data: &[[f64; N]]) -> Vec<String> {
    data.iter().map(|row| list(row)).collect()
}
