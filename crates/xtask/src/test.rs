//! `cargo xtask test`: every test there is, one count at the end.

mod busy;
mod count;
mod engines;
mod lanes;
mod steps;
mod wasm;

use crate::shop::Shop;
use busy::Busy;
use count::Tally;
use std::time::{Duration, Instant};
use steps::{BUILD, STEPS, Step};

/// What a step came to.
enum Outcome {
    /// It ran, and this is what it counted.
    Ran(Tally),
    /// It ran without some of its parts; which, and why.
    Part(Tally, Vec<String>),
    /// There is nothing of the kind to run, and why.
    Absent(String),
}

impl Outcome {
    /// A step that counts as one test has failed, or another could not even count.
    fn failed(why: &str) -> Self {
        println!("xtask: {why}");
        Self::Ran(Tally::one(false))
    }
}

/// One line of the report at the end.
struct Line {
    name: &'static str,
    tally: Tally,
    took: Duration,
    /// What of it was not run, and why.
    left_out: Vec<String>,
    /// The tests that failed.
    red: Vec<String>,
}

impl Line {
    /// What another part of the same step came to.
    fn add(&mut self, other: Self) {
        self.tally = self.tally + other.tally;
        self.took += other.took;
        self.left_out.extend(other.left_out);
        self.red.extend(other.red);
    }
}

/// Of a step's failed tests so many are named at the end.
const MOST_NAMED: usize = 12;

/// The steps' names, in their order.
pub(crate) fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Runs the named steps, each to its end whatever the others did; whether all went well.
pub(crate) fn test(shop: &Shop, names: &[&str]) -> bool {
    if std::env::var_os(lanes::ALONE).is_some() {
        let steps = STEPS.iter().filter(|step| names.contains(&step.name));
        return report(&steps.map(|step| run(step, shop)).collect::<Vec<_>>(), None);
    }
    let busy = Busy::begin();
    let lines = lanes::run(shop, &chosen(names).collect::<Vec<_>>());
    report(&lines, busy.line())
}

/// What each step came to, and all of them.
fn report(lines: &[Line], busy: Option<String>) -> bool {
    let whole = lines.iter().fold(Tally::default(), |sum, line| sum + line.tally);
    println!("\n== report");
    for line in lines {
        let word = if line.tally.failed == 0 { "ok    " } else { "FAILED" };
        println!(
            "{word} {:7} {:5} passed {:4} failed  {}",
            line.name,
            line.tally.passed,
            line.tally.failed,
            time(line.took)
        );
    }
    busy.iter().for_each(|line| println!("{line}"));
    lines.iter().flat_map(|line| &line.left_out).for_each(|what| println!("not run: {what}"));
    for line in lines {
        line.red.iter().take(MOST_NAMED).for_each(|test| println!("failed: {}: {test}", line.name));
    }
    if let Some(line) = lines.iter().find(|line| line.tally.failed > 0) {
        println!("To run one step again: cargo xtask test {}", line.name);
    }
    println!("{whole}");
    whole.failed == 0
}

/// The steps named, and the build where one of them looks at the site.
fn chosen(names: &[&str]) -> impl Iterator<Item = &'static Step> {
    let on_site = STEPS.iter().any(|step| step.on_site && names.contains(&step.name));
    STEPS.iter().filter(move |step| names.contains(&step.name) || on_site && step.name == BUILD)
}

fn run(step: &Step, shop: &Shop) -> Line {
    println!("== {}: {}", step.name, step.about);
    let start = Instant::now();
    let outcome = (step.run)(shop);
    let took = start.elapsed();
    let (tally, left_out) = match outcome {
        Outcome::Ran(tally) => (tally, Vec::new()),
        Outcome::Part(tally, left_out) => (tally, left_out),
        Outcome::Absent(why) => {
            println!("{why}");
            (Tally::default(), Vec::new())
        }
    };
    println!("== {}: {tally}, {}", step.name, time(took));
    Line { name: step.name, tally, took, left_out, red: Vec::new() }
}

fn time(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::{chosen, names};

    #[test]
    fn a_step_on_the_site_brings_the_build() {
        let picked = |names: &[&str]| chosen(names).map(|step| step.name).collect::<Vec<_>>();
        assert_eq!(picked(&["e2e"]), ["build", "e2e"]);
        assert_eq!(picked(&["fmt", "native"]), ["fmt", "native"]);
        assert_eq!(picked(&names()), names());
    }
}
