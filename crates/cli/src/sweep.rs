//! `ponder sweep`: every rate of a grid, alone or with every momentum.

use std::fmt::Write;
use std::path::PathBuf;

use ponder::bulk::{Cell, Fate, Job, best, bound};
use ponder::text::{human, shortest};
use ponder::{Plan, Tree};
use ponder_plot::Theme;

use crate::{Failure, input, maps};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A recipe in JSON; - is standard input
    recipe: PathBuf,
    /// Which run of the recipe, from 0; every one that has a rate when absent
    #[arg(long)]
    run: Option<usize>,
    /// The lowest rate
    #[arg(long, default_value_t = 1e-4)]
    from: f64,
    /// The highest rate
    #[arg(long, default_value_t = 100.0)]
    to: f64,
    /// How many rates, at equal factors
    #[arg(long, default_value_t = 37)]
    count: usize,
    /// So many momenta from 0 to 0.99 with each rate
    #[arg(long, value_name = "COUNT")]
    momenta: Option<usize>,
    /// The loss whose first step is told; a hundredth of the way down left when absent
    #[arg(long, allow_hyphen_values = true)]
    below: Option<f64>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where to write it: a .csv, or of one run with momenta a .png; standard output when absent
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
enum Format {
    /// a table for people
    Text,
    /// run,learning_rate,momentum,loss,under,ends,step: one line a cell
    Csv,
}

/// One run's job, done.
struct Swept {
    job: Job,
    cells: Vec<Cell>,
}

impl Options {
    fn ask(&self, run: usize) -> Vec<(String, Tree)> {
        let rates = Tree::map([("from", self.from.into()), ("to", self.to.into()), ("count", self.count.into())]);
        let pairs = [
            ("kind", if self.momenta.is_some() { "phase" } else { "rates" }.into()),
            ("run", run.into()),
            ("rates", rates),
            ("below", self.below.into()),
            ("momenta", self.momenta.map(|count| Tree::map([("count", count.into())])).into()),
        ];
        maps::given(pairs)
    }

    /// The runs that are swept.
    fn runs(&self, plan: &Plan) -> Vec<usize> {
        let can = |run: &usize| Job::new(plan, &Tree::Map(self.ask(*run))).is_ok();
        let all: Vec<usize> = (0..plan.runs().len()).filter(can).collect();
        match self.run {
            Some(run) => vec![run],
            // The refusal says what is wrong with the first.
            None if all.is_empty() => vec![0],
            None => all,
        }
    }

    /// What kind of file is asked for.
    fn ending(&self) -> Result<Option<String>, Failure> {
        let ending = self.out.as_deref().map(maps::ending);
        match ending.as_deref() {
            None | Some("csv") => Ok(ending),
            Some("png") if self.momenta.is_some() && self.run.is_some() => Ok(ending),
            Some("png") => Err(Failure::Recipe("--out: a .png is of one --run with --momenta; otherwise .csv".into())),
            Some(_) => Err(Failure::Recipe("--out: allowed is a name that ends with .csv or .png".into())),
        }
    }
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let ending = options.ending()?;
    let plan = input::plan(&options.recipe)?;
    let jobs: Result<Vec<_>, _> =
        options.runs(&plan).into_iter().map(|run| maps::job(&plan, options.ask(run))).collect();
    let swept: Vec<Swept> =
        jobs?.into_iter().map(|mut job| Swept { cells: maps::whole(&mut job, "sweep").cells, job }).collect();
    match (&options.out, ending.as_deref()) {
        (Some(out), Some("png")) => {
            swept.iter().try_for_each(|swept| maps::picture(out, &swept.job, &swept.cells, Theme::Light))
        }
        (Some(out), _) => input::save(out, csv(&plan, &swept).as_bytes()),
        _ if options.format == Format::Csv => input::write(None, &csv(&plan, &swept)),
        _ => input::write(None, &swept.iter().map(|swept| words(&plan, swept)).collect::<String>()),
    }
}

fn csv(plan: &Plan, swept: &[Swept]) -> String {
    let second = |swept: &&Swept| !swept.job.grid().axes()[1].is_empty();
    let second = swept.iter().find(second).map_or("", |swept| swept.job.grid().axes()[1]);
    let mut text =
        format!("run,learning_rate{}{second},loss,under,ends,step\n", if second.is_empty() { "" } else { "," });
    for Swept { job, cells } in swept {
        debug_assert!(job.run() < plan.runs().len(), "a run of the plan");
        for (i, cell) in cells.iter().enumerate() {
            let own: Vec<f64> = job.grid().at(i).into_iter().filter(|n| !n.is_nan()).collect();
            let under = cell.under.map_or_else(String::new, |t| t.to_string());
            let (word, step) = (maps::word(cell.fate), maps::step(cell.fate));
            let _ = writeln!(text, "{},{},{},{under},{word},{step}", job.run(), maps::line(&own), shortest(cell.loss));
        }
    }
    text
}

/// A table of one run, and what is best.
fn words(plan: &Plan, Swept { job, cells }: &Swept) -> String {
    let about = &plan.runs()[job.run()];
    let mut text = format!("{}, {} steps\n", input::plain(about.name()), plan.steps());
    text.extend(maps::targets(job).into_iter().map(|line| format!("{line}\n")));
    let [_, second] = job.grid().axes();
    let below = job.below().map_or_else(|| "under".to_owned(), |loss| format!("loss <= {}", human(loss)));
    let _ = writeln!(text, "{:>10} {second:>10} {:>14} {below:>18}  ends", "rate", "loss");
    for (i, cell) in cells.iter().enumerate() {
        let [rate, other] = job.grid().at(i);
        let other = if other.is_nan() { String::new() } else { human(other) };
        let loss = if cell.loss.is_nan() { String::from("-") } else { human(cell.loss) };
        let under = cell.under.map_or_else(|| "-".to_owned(), |t| format!("step {t}"));
        let _ = writeln!(text, "{:>10} {other:>10} {loss:>14} {under:>18}  {}", human(rate), ending(cell.fate));
    }
    text.push_str(&summary(job, cells));
    text
}

fn ending(fate: Fate) -> String {
    match fate {
        Fate::Arrived { target, step } => format!("at {} from step {step}", maps::name(target)),
        Fate::Diverged { step } => format!("diverged at step {step}"),
        other => maps::word(other),
    }
}

/// Which cell ends lowest, and what theory says of rates.
fn summary(job: &Job, cells: &[Cell]) -> String {
    let best = best(cells).map_or_else(
        || "Every one diverged.\n".to_owned(),
        |i| {
            let [rate, other] = job.grid().at(i);
            let [_, second] = job.grid().axes();
            let other = if other.is_nan() { String::new() } else { format!(" with {second} {}", human(other)) };
            format!("Lowest at the end: rate {}{other}, loss {}.\n", human(rate), human(cells[i].loss))
        },
    );
    let bound = bound(job, None).map_or_else(String::new, |bound| {
        format!(
            "It can settle below {} = {}, for the curvature λ = {} at ({}, {}).\n",
            bound.formula,
            human(bound.rate),
            human(bound.curvature),
            human(bound.at[0]),
            human(bound.at[1])
        )
    });
    best + &bound
}
