//! A hundred thousand random expressions: our parser against Python's, our derivatives against num-dual's, and what
//! must hold for any text.
#![cfg(not(target_arch = "wasm32"))]

mod any_text;
mod recipe;
mod reference;
mod tree;

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use ponder::{Expression, Landscape, Vector};
use reference::{Numbers, Reference};
use tree::{Dice, Node, tree};

const COUNT: usize = 100_000;

struct Case {
    tree: Node,
    text: String,
    expression: Expression,
    at: [f64; 2],
    reference: Reference,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    // Other expressions every time: PONDER_SEED=$RANDOM cargo test --test expressions
    let seed = std::env::var("PONDER_SEED").map_or(20_241, |seed| seed.parse().expect("a number"));
    let mut dice = Dice(seed);
    (0..COUNT).map(|_| case(&mut dice)).collect()
});

fn case(dice: &mut Dice) -> Case {
    let variables = if dice.percent(80) { ["w", "b"] } else { ["x", "y"] };
    let depth = 1 + dice.below(5);
    let tree = tree(dice, variables, depth);
    let text = tree.sparing(dice);
    let expression = parse(&text);
    let at = [3.0 * dice.around_zero(), 3.0 * dice.around_zero()];
    let reference = Reference::of(&tree, at, dice);
    Case { tree, text, expression, at, reference }
}

fn parse(text: &str) -> Expression {
    Expression::parse(text).unwrap_or_else(|error| panic!("{text}\n{}\n{error}", error.caret()))
}

/// How comparisons came out.
#[derive(Debug, Default)]
struct Tally {
    /// Both finite, and known to better than 1e-8 of their size, mostly to much better.
    sharp: usize,
    /// Both NaN.
    nan: usize,
    /// Both infinite with the same sign.
    infinite: usize,
    /// So near to an edge, or so sensitive to rounding, that less than this can be asked.
    blurred: usize,
}

impl Tally {
    /// Compares two numbers that may differ by rounding; `Err` when they differ by more.
    fn compare(&mut self, ours: f64, theirs: f64, scatter: f64, edge: bool) -> Result<(), String> {
        let tolerance = 1e-12 * theirs.abs() + 200.0 * scatter;
        let near = (ours - theirs).abs() <= tolerance;
        let steady = tolerance <= 1e-8 * theirs.abs() || tolerance == 0.0;
        let (count, agree) = match (ours.is_finite() && theirs.is_finite(), ours.is_nan() && theirs.is_nan()) {
            (true, _) if steady && !edge => (&mut self.sharp, near),
            (_, true) => (&mut self.nan, true),
            (false, _) if ours == theirs => (&mut self.infinite, true),
            _ => (&mut self.blurred, edge || near || !(scatter < 1e-3 * theirs.abs() || scatter == 0.0)),
        };
        *count += 1;
        if agree { Ok(()) } else { Err(format!("{ours:e} and {theirs:e}, which scatters by {scatter:e}")) }
    }

    /// Most comparisons must have been of two finite numbers, and nearly all sharp.
    fn assert_sharp(&self) {
        println!("{self:?}");
        let Self { sharp, nan, infinite, blurred } = self;
        let total = sharp + nan + infinite + blurred;
        assert!(100 * sharp >= 85 * total && 100 * (sharp + nan) >= 95 * total, "{self:?}");
    }
}

fn ours(case: &Case) -> Numbers {
    let jet = case.expression.curve(Vector(case.at));
    let [[ww, wb], [_, bb]] = jet.hess.map(|row| row.0);
    [jet.value, jet.grad.0[0], jet.grad.0[1], ww, wb, bb]
}

#[test]
fn derivatives_agree_with_num_dual() {
    let (mut values, mut slopes) = (Tally::default(), Tally::default());
    for case in CASES.iter() {
        let (ours, Reference { numbers, scatter, edge }) = (ours(case), &case.reference);
        // Where the value is none, its slopes say nothing.
        let count = if numbers[0].is_finite() && ours[0].is_finite() { 6 } else { 1 };
        for i in 0..count {
            let tally = if i == 0 { &mut values } else { &mut slopes };
            let result = tally.compare(ours[i], numbers[i], scatter[i], *edge);
            result.unwrap_or_else(|why| panic!("number {i} of {} at {:?}: {why}", case.text, case.at));
        }
    }
    values.assert_sharp();
    slopes.assert_sharp();
}

/// The answers of tests/python/expressions.py: for each expression its value from our text, for every fourth also from
/// the Python that we write for it.
fn python() -> Vec<Vec<f64>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/expressions.py");
    let mut child = Command::new("python3")
        .args(["-I", "-X", "utf8", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3, the oracle of this test");
    let mut input = child.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            for (i, case) in CASES.iter().enumerate() {
                let mut texts = vec![case.text.clone()];
                texts.extend((i % 4 == 0).then(|| case.expression.python()));
                let line = serde_json::json!([texts, case.at[0], case.at[1]]);
                writeln!(input, "{line}").expect("python3 reads");
            }
        });
        child.wait_with_output().expect("python3 ends")
    });
    let lines = String::from_utf8(output.stdout).expect("text");
    let values = |line: &str| -> Vec<f64> {
        let values: Vec<String> = serde_json::from_str(line).expect("a list of texts");
        values.iter().map(|value| value.parse().expect("a number")).collect()
    };
    lines.lines().map(values).collect()
}

#[test]
fn values_agree_with_python() {
    let (mut texts, mut scripts) = (Tally::default(), Tally::default());
    let answers = python();
    assert_eq!(answers.len(), COUNT);
    for (case, values) in CASES.iter().zip(answers) {
        let value = case.expression.value(Vector(case.at));
        let Reference { scatter, edge, .. } = case.reference;
        for (tally, theirs) in [&mut texts, &mut scripts].into_iter().zip(values) {
            let result = tally.compare(value, theirs, scatter[0], edge);
            result
                .unwrap_or_else(|why| panic!("{} or {} at {:?}: {why}", case.text, case.expression.python(), case.at));
        }
    }
    texts.assert_sharp();
    scripts.assert_sharp();
}

#[test]
fn parentheses_that_change_nothing_change_nothing() {
    for case in CASES.iter() {
        let full = case.tree.full();
        if full.len() <= ponder::expr::MAX_LENGTH {
            assert_eq!(parse(&full), case.expression, "{full} and {}", case.text);
        }
        let written = case.expression.to_string();
        assert_eq!(parse(&written), case.expression, "{written} and {}", case.text);
        assert_eq!(parse(&written).to_string(), written);
    }
}
