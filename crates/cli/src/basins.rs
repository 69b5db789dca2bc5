//! `ponder basins`: from which starts a run reaches which minimum, and how soon.

use std::fmt::Write;
use std::path::PathBuf;

use ponder::bulk::{Cell, Job, Share, Tally};
use ponder::text::human;
use ponder::{Plan, Tree};
use ponder_plot::{Role, Theme, tint};

use crate::{Failure, input, maps};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A recipe in JSON; - is standard input
    recipe: PathBuf,
    /// Where to write the map: a .png or a .csv; only the legend when absent
    #[arg(long)]
    out: Option<PathBuf>,
    /// How many starts: N a side, or COLUMNSxROWS
    #[arg(long, default_value = "256", value_parser = size)]
    size: (usize, usize),
    /// The window w0,w1,b0,b1 over which they are spread; the surface's own when absent
    #[arg(long, value_parser = window, allow_hyphen_values = true)]
    window: Option<[f64; 4]>,
    /// Which run of the recipe, from 0
    #[arg(long, default_value_t = 0)]
    run: usize,
    /// How near to a minimum counts as arrived; a hundredth of the window when absent
    #[arg(long)]
    within: Option<f64>,
    /// In which light: light, dark or print
    #[arg(long, default_value = "light", value_parser = theme)]
    theme: Theme,
}

fn size(text: &str) -> Result<(usize, usize), String> {
    let (columns, rows) = text.split_once('x').unwrap_or((text, text));
    columns.parse().ok().zip(rows.parse().ok()).ok_or_else(|| "allowed is N or COLUMNSxROWS, as in 256".to_owned())
}

fn window(text: &str) -> Result<[f64; 4], String> {
    let numbers: Option<Vec<f64>> = text.split(',').map(|n| n.trim().parse().ok()).collect();
    numbers.and_then(|n| n.try_into().ok()).ok_or_else(|| "allowed is w0,w1,b0,b1, as in -6,6,-6,6".to_owned())
}

fn theme(name: &str) -> Result<Theme, String> {
    Theme::named(name).ok_or_else(|| "allowed is light, dark or print".to_owned())
}

impl Options {
    fn ask(&self) -> Vec<(String, Tree)> {
        let (columns, rows) = self.size;
        let window =
            self.window.map(|[w0, w1, b0, b1]| Tree::List(vec![Tree::numbers(&[w0, w1]), Tree::numbers(&[b0, b1])]));
        let pairs = [
            ("kind", "basins".into()),
            ("run", self.run.into()),
            ("size", Tree::numbers(&[columns as f64, rows as f64])),
            ("window", window.into()),
            ("within", self.within.into()),
        ];
        maps::given(pairs)
    }
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let ending = options.out.as_deref().map(maps::ending);
    if ending.as_deref().is_some_and(|ending| !["png", "csv"].contains(&ending)) {
        return Err(Failure::Recipe("--out: allowed is a name that ends with .png or .csv".into()));
    }
    let plan = input::plan(&options.recipe)?;
    let mut job = maps::job(&plan, options.ask())?;
    let done = maps::whole(&mut job, "basins");
    match (&options.out, ending.as_deref()) {
        (Some(out), Some("png")) => maps::picture(out, &job, &done.cells, options.theme)?,
        (Some(out), _) => input::save(out, table(&job, &done).as_bytes())?,
        _ => {}
    }
    input::write(None, &legend(&job, &plan, &done.cells, options.theme))
}

fn table(job: &Job, done: &maps::Done) -> String {
    let mut text = String::from("w,b,end_w,end_b,loss,ends,step\n");
    for (i, (cell, end)) in done.cells.iter().zip(done.ends.chunks_exact(2)).enumerate() {
        let numbers = [job.grid().at(i), [end[0], end[1]]].concat();
        let (word, step) = (maps::word(cell.fate), maps::step(cell.fate));
        let _ = writeln!(text, "{},{},{word},{step}", maps::line(&numbers), maps::line(&[cell.loss]));
    }
    text
}

/// What the colours mean, with counts.
fn legend(job: &Job, plan: &Plan, cells: &[Cell], theme: Theme) -> String {
    let [columns, rows] = job.grid().size();
    let about = &plan.runs()[job.run()];
    let [w, b] = job.grid().window().unwrap_or_default();
    let mut text = format!(
        "{}, {} steps from {columns} x {rows} starts over w {} to {}, b {} to {}\n",
        input::plain(about.name()),
        plan.steps(),
        human(w[0]),
        human(w[1]),
        human(b[0]),
        human(b[1])
    );
    let tally = Tally::of(cells, job.targets().len());
    let near = human(job.within());
    for ((target, share), place) in (0..).zip(&tally.arrived).zip(maps::targets(job)) {
        let colour = theme.color(tint::role(target)).hex();
        let soon = share.median.map_or_else(String::new, |step| format!(", half of them by step {step}"));
        let _ = writeln!(text, "{}  {colour}  {place}: reached to within {near}{soon}", percent(share, cells.len()));
    }
    let others = [
        (tally.elsewhere, Role::Grid, "near no minimum after the last step"),
        (tally.cycling, Role::Rule, "going round without arriving"),
        (tally.diverged, Role::Ink, "diverged"),
    ];
    for (share, role, words) in others.into_iter().filter(|(share, ..)| share.count > 0) {
        let _ = writeln!(text, "{}  {}  {words}", percent(&share, cells.len()), theme.color(role).hex());
    }
    if !tally.arrived.is_empty() {
        text.push_str("The sooner, the stronger the colour.\n");
    }
    text
}

fn percent(share: &Share, of: usize) -> String {
    format!("{:5.1} %", 100.0 * share.count as f64 / of.max(1) as f64)
}
