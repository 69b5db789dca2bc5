//! `cargo xtask test`: every test there is, one count at the end.

mod count;
mod engines;
mod steps;
mod wasm;

use crate::shop::Shop;
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
}

/// The steps' names, in their order.
pub(crate) fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Runs the named steps, each to its end whatever the others did; whether all went well.
pub(crate) fn test(shop: &Shop, names: &[&str]) -> bool {
    let mut lines: Vec<Line> = Vec::new();
    for step in chosen(names) {
        let broken = step.on_site && lines.iter().any(|line| line.name == BUILD && line.tally.failed > 0);
        lines.push(run(step, shop, broken));
    }
    let whole = lines.iter().fold(Tally::default(), |sum, line| sum + line.tally);
    println!("\n== report");
    for line in &lines {
        let word = if line.tally.failed == 0 { "ok    " } else { "FAILED" };
        println!(
            "{word} {:7} {:5} passed {:4} failed  {}",
            line.name,
            line.tally.passed,
            line.tally.failed,
            time(line.took)
        );
    }
    lines.iter().flat_map(|line| &line.left_out).for_each(|what| println!("not run: {what}"));
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

fn run(step: &Step, shop: &Shop, broken: bool) -> Line {
    println!("\n== {}: {}", step.name, step.about);
    let start = Instant::now();
    let outcome = if broken { Outcome::failed("the build failed") } else { (step.run)(shop) };
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
    Line { name: step.name, tally, took, left_out }
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
