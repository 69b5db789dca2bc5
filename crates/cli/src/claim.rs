//! `ponder claim`: one claim of the course, run and judged.

use std::fmt::Write as _;

use ponder::{Tree, catalogue, text};
use ponder_course::{CLAIMS, Claim, Findings};

use crate::list::Format;
use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Which claim: C1 to C22
    id: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let claim = catalogue::find(CLAIMS, &options.id)
        .map_err(|known| Failure::Recipe(format!("claim: \"{}\"; allowed is {known}", input::plain(&options.id))))?;
    let findings = claim.findings();
    let said = match options.format {
        Format::Text => said(claim, &findings),
        Format::Json => serde_json::to_string(&claim.judged(&findings))
            .map_err(|error| Failure::Files(error.to_string()))
            .map(|json| json + "\n")?,
    };
    input::write(None, &said)
}

/// Writing into a String cannot fail.
fn said(claim: &Claim, findings: &Findings) -> String {
    let Claim { id, title, says, measure, why, .. } = claim;
    let mut out = format!("{id}: {title}\n{says}\n{} ({})\n\n", claim.source(), claim.rows.join(", "));
    let _ = writeln!(out, "Verdict: {}\n{why}\n\nMeasured: {measure}", findings.verdict().name());
    for (what, bound) in claim.thresholds {
        let _ = writeln!(out, "Threshold: {what}: {}", text::shortest(*bound));
    }
    out.push('\n');
    for case in &findings.cases {
        let _ = writeln!(out, "  {:<3}  {}", if case.holds { "yes" } else { "no" }, case.what);
    }
    out.push('\n');
    let width = findings.numbers.iter().map(|number| number.said().chars().count()).max().unwrap_or_default();
    for number in &findings.numbers {
        let _ = writeln!(out, "  {:>width$}  {}", number.said(), number.what);
    }
    if !findings.recipes.is_empty() {
        out.push_str("\nRecipes\n");
    }
    for (name, recipe) in &findings.recipes {
        let note = if claim.counter == Some(name) { " (the counter-example)" } else { "" };
        let _ = writeln!(out, "  {name}{note}: {}", json(recipe));
    }
    out
}

fn json(tree: &Tree) -> String {
    serde_json::to_string(tree).unwrap_or_default()
}
