//! The book-keeping of batches: for every size, which points a step looks at, and how many steps an epoch has.

use std::fmt::Write as _;

use ponder::Run;
use ponder::recipe::fields::{self, Fields};
use serde_json::json;

use super::chart::{open, words};
use super::{Drawn, Kind, Scope, recipe, varied};
use crate::html::late;

const WIDE: f64 = 480.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 400.0;
const ROW: f64 = 38.0;

/// What a run with batches of one size did.
struct Books {
    size: usize,
    /// How many points each step looked at.
    steps: Vec<usize>,
}

pub(super) const ENTRY: Kind = Kind::new("batches", draw).commits();

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let recipe = recipe(fields);
    let sizes = fields.required("sizes", "the sizes of batches")?;
    let many = sizes.list().map_or(0, <[_]>::len);
    let sizes = fields::numbers(sizes, "sizes", many, fields.faults())?;
    let epochs = fields.whole("epochs", 1, 4)?;
    let (recipe, plan) = recipe?;
    let points = plan.surface().fit().map_or(0, |fit| fit.data.len());
    let books: Option<Vec<_>> = sizes.iter().map(|&size| keep(&recipe, size as usize, epochs)).collect();
    let Some(books) = books.filter(|_| (2..=16).contains(&points)) else {
        fields.broken("allowed are 2 to 16 points and whole sizes");
        return None;
    };
    let looks = points * epochs;
    let data = json!({
        "recipe": recipe, "sizes": sizes, "epochs": epochs, "points": points,
        "wide": WIDE, "left": LEFT, "right": RIGHT, "row": ROW,
    });
    let html = late(&(strips(&books, looks, &scope.alt) + &table(&books, looks, epochs)));
    Some(Drawn { data, html, record: format!("{points} points, {epochs} epochs."), title: None })
}

fn keep(recipe: &serde_json::Value, size: usize, epochs: usize) -> Option<Books> {
    let sized = |run: &mut serde_json::Value| run["batch"] = json!({ "size": size });
    let plan = varied(recipe, sized)?;
    let steps = plan.runs()[0].batch()?.updates_per_epoch() * epochs;
    let seen = Run::new(&plan, 0)?.take(steps).map(|entry| entry.batch.map_or(0, |batch| batch.len())).collect();
    Some(Books { size, steps: seen })
}

/// One strip a size: the way along it is looks at a point, and every step ends in a dot.
fn strips(books: &[Books], looks: usize, alt: &str) -> String {
    let tall = ROW * books.len() as f64 + 30.0;
    let mut out = open("strips", [WIDE, tall], alt);
    let x = |seen: usize| LEFT + (RIGHT - LEFT) * seen as f64 / looks as f64;
    for (i, book) in books.iter().enumerate() {
        let y = ROW * (i as f64 + 0.5);
        out += &words(LEFT - 14.0, y + 4.5, "end", "ink", &format!("B = {}", book.size));
        let mut seen = 0;
        for step in &book.steps {
            let (from, to) = (x(seen) + 2.0, x(seen + step) - 2.0);
            seen += step;
            let _ = write!(
                out,
                "<path class=\"s-quiet\" stroke=\"#66615a\" stroke-width=\"2\" d=\"M{from:.1} {y}H{to:.1}\"/>\
                 <circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{to:.1}\" cy=\"{y}\" r=\"4\"/>"
            );
        }
        out += &words(RIGHT + 12.0, y + 4.5, "start", "ink", &said(book.steps.len()));
    }
    out += &words(RIGHT, tall - 8.0, "end", "quiet", &format!("{looks} looks at a point, one dot a step"));
    out + "</svg>\n"
}

fn said(steps: usize) -> String {
    if steps == 1 { "1 step".into() } else { format!("{steps} steps") }
}

fn table(books: &[Books], looks: usize, epochs: usize) -> String {
    let mut out = String::from(
        "<table class=\"measured\">\n<thead><tr><th scope=\"col\">Points a step</th><th scope=\"col\">Steps</th>\
         <th scope=\"col\">Looks at a point</th><th scope=\"col\">Epochs</th></tr></thead>\n<tbody>\n",
    );
    for book in books {
        let (size, steps) = (book.size, book.steps.len());
        let _ =
            writeln!(out, "<tr><th scope=\"row\">{size}</th><td>{steps}</td><td>{looks}</td><td>{epochs}</td></tr>");
    }
    out + "</tbody>\n</table>\n"
}
