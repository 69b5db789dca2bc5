//! Scripts against trajectories: runs them all in one Python, and compares what they print with our own numbers.

use std::io::Write;
use std::process::{Command, Stdio};

use ponder::noise::NoisePlan;
use ponder::python::{Dialect, script};
use ponder::{Plan, RunPlan, Tree, check};
use ponder_tests::tree;

/// What one run of one recipe came to.
#[derive(Debug, Default)]
pub(crate) struct Agreement {
    /// Points compared, of how many.
    pub(crate) compared: usize,
    pub(crate) points: usize,
    /// The largest difference, relative to max(1, |ours|).
    pub(crate) worst: f64,
}

/// The recipe with its `surface` and `runs` as JSON text.
pub(crate) fn recipe(surface: &str, runs: &[String], steps: usize) -> String {
    format!(r#"{{"surface":{surface},"runs":[{}],"steps":{steps}}}"#, runs.join(","))
}

/// The interpreter that an environment variable names.
fn interpreter(variable: &str, library: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| {
        panic!(
            "{variable} must name a Python that has {library}. `cargo xtask test native` makes one with NumPy and names it; \
             or make one: python3 -m venv V && V/bin/pip install {library}, then {variable}=V/bin/python"
        )
    })
}

/// What each script prints.
fn printed(python: &str, scripts: Vec<String>) -> Vec<String> {
    let mut child = Command::new(python)
        .arg("tests/python/replay.py")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{python} does not start: {error}"));
    let scripts = Tree::List(scripts.iter().map(|script| script.as_str().into()).collect());
    let text = serde_json::to_string(&scripts).expect("JSON");
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{python} tests/python/replay.py failed");
    let told = tree(std::str::from_utf8(&output.stdout).expect("text"));
    let told = told.list().expect("a list").iter().map(|pair| pair.list().expect("a pair"));
    told.map(|pair| match &pair[1] {
        Tree::Null => pair[0].text().expect("a text").to_owned(),
        trouble => panic!("{}", trouble.text().unwrap_or_default()),
    })
    .collect()
}

/// Runs every recipe's script and compares. One agreement a run.
pub(crate) fn replay(dialect: Dialect, recipes: &[String]) -> Vec<(String, Agreement)> {
    let python = match dialect {
        Dialect::NumPy => interpreter("PONDER_PYTHON", "numpy"),
        Dialect::PyTorch => interpreter("PONDER_TORCH", "torch"),
    };
    let plan = |recipe: &String| check(&tree(recipe)).unwrap_or_else(|faults| panic!("{recipe}: {faults}"));
    let plans: Vec<_> = recipes.iter().map(plan).collect();
    let scripts = plans.iter().map(|plan| script(plan, dialect)).collect();
    let texts = printed(&python, scripts);
    let each = recipes.iter().zip(&plans).zip(&texts);
    each.flat_map(|((recipe, plan), text)| compare(recipe, plan, text)).collect()
}

fn compare(recipe: &str, plan: &Plan, text: &str) -> Vec<(String, Agreement)> {
    let mut lines = text.lines();
    let header = format!("run,step,{},loss", plan.surface().parameters().join(","));
    assert_eq!(lines.next(), Some(header.as_str()), "{recipe}");
    let theirs: Vec<Vec<f64>> = lines.map(cells).collect();
    let (ours, safe) = (plan.trajectory(), safe(recipe, plan));
    let (rows, width) = (plan.steps() + 1, plan.parameters() + 1);
    assert_eq!(theirs.len(), plan.runs().len() * rows, "{recipe}");
    let run = |run: usize| {
        let mut agreement = Agreement { points: rows, compared: safe[run], ..Agreement::default() };
        for t in 0..safe[run] {
            let theirs = &theirs[run * rows + t];
            assert_eq!(theirs[..2], [run as f64, t as f64], "{recipe}");
            let ours = &ours[run * plan.stride() + t * width..][..width];
            let gap = gap(ours, &theirs[2..]);
            agreement.worst = agreement.worst.max(gap);
        }
        let about = &plan.runs()[run];
        let name = format!(
            "{} {:?} {} on {}",
            about.method().id,
            about.convention(),
            about.name(),
            plan.surface().facts().title
        );
        (name, agreement)
    };
    (0..plan.runs().len()).map(run).collect()
}

/// Numbers as our CSV has them: `NaN`, and nothing else that is not finite.
fn cells(line: &str) -> Vec<f64> {
    let number = |cell: &str| match cell {
        "NaN" => f64::NAN,
        cell => cell.parse().ok().filter(|n: &f64| n.is_finite()).unwrap_or_else(|| panic!("{cell} in {line}")),
    };
    line.split(',').map(number).collect()
}

/// The largest difference of two rows, relative to max(1, |ours|); infinite where only one is a number.
fn gap(ours: &[f64], theirs: &[f64]) -> f64 {
    assert_eq!(ours.len(), theirs.len());
    let one = |(a, b): (&f64, &f64)| match (a.is_nan(), b.is_nan()) {
        (true, true) => 0.0,
        (false, false) => (a - b).abs() / a.abs().max(1.0),
        _ => f64::INFINITY,
    };
    ours.iter().zip(theirs).map(one).fold(0.0, f64::max)
}

/// How many rows of each run may be compared: all before the rule makes a hair's breadth ten thousand times wider, be it
/// at the start or in every gradient.
fn safe(recipe: &str, plan: &Plan) -> Vec<usize> {
    const HAIR: f64 = 1e-12;
    let ours = plan.trajectory();
    let mut safe = vec![plan.steps() + 1; plan.runs().len()];
    for (start, noise) in [([HAIR, HAIR], 0.0), ([HAIR, -HAIR], 0.0), ([0.0; 2], HAIR)] {
        let theirs = check(&moved(&tree(recipe), plan, start, noise)).expect("as right as before").trajectory();
        let (runs, width) =
            (ours.chunks_exact(plan.stride()).zip(theirs.chunks_exact(plan.stride())), plan.parameters() + 1);
        for ((ours, theirs), safe) in runs.zip(&mut safe) {
            let rows = ours.chunks_exact(width).zip(theirs.chunks_exact(width));
            *safe = rows.take_while(|(a, b)| gap(a, b) <= 1e4 * HAIR).count().min(*safe);
        }
    }
    safe
}

/// The recipe with every start moved, its parameters in turn by the two numbers, and a little more noise.
fn moved(recipe: &Tree, plan: &Plan, by: [f64; 2], more: f64) -> Tree {
    let run = |(run, plan): (&Tree, &RunPlan)| {
        let start: Vec<_> = plan.start().iter().enumerate().map(|(i, at)| at + by[i % 2]).collect();
        let NoisePlan { deviation, seed } = plan.noise().copied().unwrap_or(NoisePlan { deviation: 0.0, seed: 1 });
        let noise = [("deviation", (deviation + more).into()), ("seed", (seed as f64).into())];
        with(&with(run, "start", Tree::numbers(&start)), "noise", Tree::map(noise))
    };
    let runs = recipe.get("runs").and_then(Tree::list).expect("runs");
    with(recipe, "runs", Tree::List(runs.iter().zip(plan.runs()).map(run).collect()))
}

/// The object with another value under a key.
fn with(tree: &Tree, key: &str, value: Tree) -> Tree {
    let Tree::Map(pairs) = tree else { panic!("an object") };
    let others = pairs.iter().filter(|(other, _)| other != key).cloned();
    Tree::Map(others.chain([(key.to_owned(), value)]).collect())
}
