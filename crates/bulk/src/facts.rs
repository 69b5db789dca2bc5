//! What a job is about, as JavaScript sees it.

use ponder::Tree;
use ponder::bulk::{Bound, Fate, Job, bound};
use ponder_plot::{THEMES, Theme, tint::tint};

/// What the cells differ in, and what is looked out for along every path.
pub(crate) fn facts(job: &Job) -> Tree {
    let grid = job.grid();
    let [columns, rows] = grid.size();
    let across: Vec<_> = (0..columns).map(|column| grid.at(column)[0]).collect();
    let down: Vec<_> = (0..rows).map(|row| grid.at(row * columns)[1]).collect();
    let land = job.plan().surface();
    let target = |at: &[f64; 2]| Tree::map([("at", Tree::numbers(at)), ("loss", land.loss(at).into())]);
    Tree::map([
        ("run", job.run().into()),
        ("size", Tree::numbers(&[columns as f64, rows as f64])),
        ("axes", Tree::List(grid.axes().map(Tree::from).into())),
        ("across", Tree::numbers(&across)),
        ("down", Tree::numbers(&down)),
        ("window", grid.window().map(|window| Tree::List(window.map(|range| Tree::numbers(&range)).into())).into()),
        ("targets", Tree::List(job.targets().iter().map(target).collect())),
        ("within", job.within().into()),
        ("below", job.below().into()),
        ("stride", job.stride().into()),
        ("parameters", job.plan().parameters().into()),
        ("bounds", Tree::List(bounds(job, &down))),
        ("colours", Tree::Map(THEMES.map(|theme| (word(theme).into(), colours(job, theme))).into())),
    ])
}

/// The largest rate at which a row can settle; none where starts are the rows.
fn bounds(job: &Job, down: &[f64]) -> Vec<Tree> {
    let tree = |Bound { formula, rate, curvature, at }| {
        Tree::map([
            ("formula", formula.into()),
            ("rate", rate.into()),
            ("curvature", curvature.into()),
            ("at", Tree::numbers(&at)),
        ])
    };
    let rows = down.iter().filter(|_| job.grid().window().is_none());
    rows.map(|second| bound(job, Some(*second).filter(|gamma| gamma.is_finite())).map(tree).into()).collect()
}

/// The strongest colour of every minimum, then those of elsewhere, cycling and diverged.
fn colours(job: &Job, theme: Theme) -> Tree {
    let arrived = (0..job.targets().len()).map(|target| Fate::Arrived { target: target as u8, step: 0 });
    let others = [Fate::Elsewhere, Fate::Cycling, Fate::Diverged { step: 0 }];
    Tree::List(arrived.chain(others).map(|fate| tint(theme, fate, 1).hex().as_str().into()).collect())
}

fn word(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::Print => "print",
    }
}
