//! Exhibits: pictures that a reader takes hold of. A lesson names one by its kind, with a JSON object in the fence:
//!
//! ```text
//! exhibit dial        figure, step, length      a direction to turn at a point of a figure's first run
//! exhibit profile     figure, steps, triangles  the loss along a path, with its slopes and its steps
//! exhibit stepper     figure, algorithm, lines, passes   an algorithm of the page, line by line
//! exhibit tangent     x, b, w, at               the sigmoid over w with its tangent
//! exhibit guesswork   surface, guesses, window  a game: the reader moves w and b, and asks for the loss
//! exhibit replay      surface, guesses, window  guesses that somebody made, one by one
//! exhibit grid        surface, halves, sides    the loss at every node of a grid, and the price of it
//! exhibit slices      surface, window, levels, camera    planes that cut a surface, and the lines that they leave on the map
//! exhibit section     surface, window, way, every        a way over a map and the land along it from the side
//! exhibit relief      rounds, more              which surface has this map: rounds of the lesson's own, and made ones
//! exhibit claim       claim                     a claim of the course with its verdict
//! exhibit bug         erratum                   a misprint to be found, and run beside the right form
//! exhibit errata      group                     the misprints of a group, in a list that nothing moves
//! exhibit bends       curves                    functions of w of one height and one slope, and their curvatures
//! exhibit units       runs                      which unit a rule's step has: said first, then measured
//! exhibit forgetting                            the weights of a moving average, as bars
//! exhibit average     ask, options, why         Adam's two averages on a noisy ramp, as they come and corrected
//! exhibit certainty   ask, options, why         how long Adam's steps are when slopes are more and more noisy
//! exhibit ridge       ask, options, why         who leaves the ridge of a saddle first, by rate and by measure
//! exhibit between     figure                    the loss on the straight way between the ends of two runs
//! exhibit diagnosis   cases                     runs that will not learn, each with a question about the cause
//! exhibit batches     recipe, sizes, epochs     what an epoch costs, by the size of a batch
//! exhibit sweep       recipe, tried, powers     the loss at the end over the learning rate
//! exhibit scheduler   recipe, turn, schedules   a rate to turn while the run goes on
//! exhibit memory      figure, axes, show        the velocity of momentum as the pieces it is made of, for the share of each run
//! ```
//!
//! All also have `title` and `alt`, but those that bring their own words. What is built here is complete by itself, for
//! paper and for readers without JavaScript; `www/exhibits/KIND.js` replaces what carries the class `still` by what moves.

mod chart;
mod choice;
mod guesses;
mod sight;
mod space;
mod stroke;

use ponder::recipe::fields::Fields;
use ponder::{Fault, Plan, Tree};
use ponder_plot::NO_PLANE;
use serde_json::Value;

use crate::fence::Fence;
use crate::figure::Exhibits;
use crate::html::escape;
use crate::json::Json;
use crate::number::Place;
use crate::problem::{Problems, Source};
use crate::record::Record;
use crate::template::fill;

type Draw = fn(&Scope<'_>, &mut Fields<'_, '_>) -> Option<Drawn>;

type Answer = fn(&Tree) -> Option<String>;

/// One kind of exhibit, as its file tells it.
#[derive(Debug)]
pub struct Kind {
    id: &'static str,
    draw: Draw,
    /// What a kind that asks something says under Answers.
    answer: Option<Answer>,
    /// Whether its words come with what it shows, so that the fence has neither title nor alt.
    own_words: bool,
    /// Whether it says when the reader has committed, so that text can wait for it.
    commits: bool,
}

impl Kind {
    const fn new(id: &'static str, draw: Draw) -> Self {
        Self { id, draw, answer: None, own_words: false, commits: false }
    }

    const fn asks(self, answer: Answer) -> Self {
        Self { answer: Some(answer), ..self }
    }

    const fn commits(self) -> Self {
        Self { commits: true, ..self }
    }

    const fn in_own_words(self) -> Self {
        Self { own_words: true, ..self }
    }
}

ponder::table! {
    /// Every kind of exhibit.
    KINDS: Kind =
        dial
        profile
        stepper
        tangent
        guesswork
        replay
        grid
        slices
        section
        relief
        claim
        bug
        errata
        bends
        units
        forgetting
        average
        certainty
        ridge
        between
        diagnosis
        batches
        sweep
        scheduler
        memory
}

/// What one kind makes of its fence.
struct Drawn {
    /// What the page's code needs to bring it to life.
    data: Value,
    /// The pictures and tables, complete.
    html: String,
    /// What the caption says of the numbers.
    record: String,
    /// Its own title, where the fence gives none.
    title: Option<String>,
}

/// Where an exhibit stands.
struct Scope<'a> {
    exhibits: &'a Exhibits,
    /// The figure whose last question the text around it waits for.
    after: Option<&'a str>,
    /// For a reader who cannot see it.
    alt: String,
}

impl<'a> Scope<'a> {
    /// The record that `figure` names. What speaks of a figure with questions waits for an answer to them.
    fn record(&self, fields: &mut Fields<'_, '_>) -> Option<&'a Record> {
        let tree = fields.required("figure", "the name of a figure or recipe of this page")?;
        let name = tree.text().unwrap_or_default();
        let Some(record) = self.exhibits.record(name) else {
            fields.wrong("figure", tree, "allowed is the name of a figure or recipe of this page");
            return None;
        };
        let asks = self.exhibits.figures.iter().any(|figure| figure.id == name && !figure.questions.is_empty());
        if asks && self.after != Some(name) {
            let needed = format!("this would tell its outcome: it must stand inside <!-- after {name}/… -->");
            fields.wrong("figure", tree, needed);
        }
        if record.plan().surface().plane().is_none() {
            fields.wrong("figure", tree, format!("allowed is a figure of two parameters, {NO_PLANE}"));
            return None;
        }
        Some(record)
    }
}

/// The recipe that an exhibit brings along, and what it runs.
fn recipe(fields: &mut Fields<'_, '_>) -> Option<(Value, Plan)> {
    let tree = fields.required("recipe", "a recipe")?;
    match ponder::check(tree) {
        Ok(plan) => Some((serde_json::to_value(tree).ok()?, plan)),
        Err(faults) => {
            fields.wrong("recipe", tree, faults.to_string());
            None
        }
    }
}

/// The same recipe with its first run changed.
fn varied(recipe: &Value, edit: impl FnOnce(&mut Value)) -> Option<Plan> {
    let mut recipe = recipe.clone();
    edit(recipe.pointer_mut("/runs/0")?);
    ponder::check(&serde_json::from_value(recipe).ok()?).ok()
}

/// The HTML of an exhibit; `after` is the figure whose question the text around it waits for.
pub fn render(
    source: &Source,
    fence: &Fence<'_>,
    exhibits: &Exhibits,
    after: Option<&str>,
) -> Result<String, Problems> {
    let Some(kind) = KINDS.iter().find(|kind| kind.id == fence.name) else {
        let known: Vec<_> = KINDS.iter().map(|kind| kind.id).collect();
        let message = format!("exhibit {}: unknown; there are {}", fence.name, known.join(", "));
        return Err(source.problem(fence.offset, message).into());
    };
    let json = Json { source, offset: fence.offset, text: fence.text };
    let tree = json.tree()?;
    let words = |key: &str| {
        let text = tree.get(key).and_then(Tree::text).unwrap_or_default();
        fill(text, &exhibits.records, Place::Prose).map_err(|message| source.problem(fence.offset, message))
    };
    let (title, alt) = (words("title")?, words("alt")?);
    let scope = Scope { exhibits, after, alt: escape(&alt) };
    let mut faults = Vec::new();
    let drawn = read(&tree, kind, &scope, &mut faults);
    match drawn {
        Some(drawn) if faults.is_empty() => Ok(whole(&anchor(fence), drawn.title.as_ref().unwrap_or(&title), &drawn)),
        _ => Err(Problems(faults.iter().map(|fault| json.problem(fault)).collect())),
    }
}

fn read(tree: &Tree, kind: &Kind, scope: &Scope<'_>, faults: &mut Vec<Fault>) -> Option<Drawn> {
    let mut fields = Fields::of(tree, "", faults)?;
    for key in ["title", "alt"].into_iter().filter(|_| !kind.own_words) {
        if fields.required(key, "a text").is_some() {
            fields.text(key);
        }
    }
    let drawn = (kind.draw)(scope, &mut fields);
    fields.finish(kind.id);
    drawn
}

/// What the exhibits of a page that ask something say under Answers, one item each.
pub fn answers(source: &Source, fences: &[Fence<'_>]) -> Result<Vec<String>, Problems> {
    let mut items = Vec::new();
    for fence in fences.iter().filter(|fence| fence.kind == crate::fence::Kind::Exhibit) {
        let asking = KINDS.iter().find(|kind| kind.id == fence.name).and_then(|kind| kind.answer);
        let Some(answer) = asking else { continue };
        let json = Json { source, offset: fence.offset, text: fence.text };
        items.extend(answer(&json.tree()?));
    }
    Ok(items)
}

/// What an exhibit is called on its page: the second sweep is `sweep-2`.
fn anchor(fence: &Fence<'_>) -> String {
    format!("{}-{}", fence.name, fence.nth)
}

/// The exhibit among `fences` that `name` calls, if its kind asks for a commitment; which do, if not.
pub fn asking<'f>(name: &str, fences: &'f [Fence<'f>]) -> Result<&'f Fence<'f>, String> {
    let commits = |fence: &&Fence<'_>| KINDS.iter().any(|kind| kind.commits && kind.id == fence.name);
    let exhibits = fences.iter().filter(|fence| fence.kind == crate::fence::Kind::Exhibit);
    exhibits.filter(commits).find(|fence| anchor(fence) == name).ok_or_else(|| {
        let known: Vec<_> = KINDS.iter().filter(|kind| kind.commits).map(|kind| kind.id).collect();
        format!("no such exhibit before it; these kinds ask for a commitment: {}", known.join(", "))
    })
}

fn whole(anchor: &str, title: &str, drawn: &Drawn) -> String {
    if drawn.data.is_null() {
        return drawn.html.clone();
    }
    // Not in a script element: one that is cloned out of a template breaks the page's policy of Trusted Types.
    let data = escape(&drawn.data.to_string());
    let (title, record) = (escape(title), escape(&drawn.record));
    let kind = anchor.split('-').next().unwrap_or_default();
    format!(
        "<ponder-exhibit kind=\"{kind}\" given=\"{data}\">\n<figure class=\"exhibit {kind}\" id=\"{anchor}\">\n<div class=\"hands\">\n{}</div>\n\
         <figcaption><b>{title}.</b> <span class=\"record\">{record}</span></figcaption>\n</figure>\n</ponder-exhibit>\n",
        drawn.html
    )
}
