//! The playground: the fourteenth among the lessons, as soon as `www/playground.html` exists. That page says its own title
//! and words; what every lesson has around its text, its figure with a poster, and the links that open other recipes in it are filled in
//! here.

use std::path::{Path, PathBuf};

use ponder::{Tree, link};

use crate::fence::{self, Kind};
use crate::figure::{self, Exhibits};
use crate::html::escape;
use crate::json::Json;
use crate::page::{self, Entry};
use crate::problem::{Problems, Source};
use crate::{exhibit, social};

const NUMBER: usize = 14;
const PAGE: &str = "playground.html";
const FIGURE: &str = "figures/playground.md";

/// Puts it between the lessons, under the title and description of its own head.
pub fn add(www: &Path, all: &mut Vec<Entry>) -> Result<(), Problems> {
    let path = www.join(PAGE);
    if !path.exists() || all.iter().any(|entry| entry.number == NUMBER) {
        return Ok(());
    }
    let source = Source::read(&path)?;
    let between = |open: &str, close: &str| {
        let found = source.text.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        found.map(|(text, _)| text.to_owned()).ok_or_else(|| source.problem_on(1, format!("{open}…{close}: missing")))
    };
    let title = between("<title>", "</title>")?;
    all.push(Entry {
        number: NUMBER,
        name: "playground".into(),
        href: PAGE.into(),
        title: title.split(" · ").next().unwrap_or_default().to_owned(),
        asks: between("<meta name=\"description\" content=\"", "\">")?,
        rows: String::new(),
    });
    all.sort_by_key(|entry| entry.number);
    Ok(())
}

/// The page among all lessons, and the picture that stands for it; nothing where there is no playground.
pub fn page(www: &Path, all: &[Entry]) -> Result<Vec<(PathBuf, Vec<u8>)>, Problems> {
    let Some(entry) = all.iter().find(|entry| entry.href == PAGE) else { return Ok(Vec::new()) };
    let (source, story) = (Source::read(&www.join(PAGE))?, Source::read(&www.join(FIGURE))?);
    let wrong = |message: String| story.problem_on(1, message);
    let exhibits = figure::read(&story, &fence::all(&story, 0)?)?;
    let first = exhibits.figures.first().and_then(|figure| Some((figure, exhibits.record(&figure.id)?)));
    let picture = social::picture("Ponder · Playground", &entry.title, first).map_err(wrong)?;
    let last = all.last().map_or(NUMBER, |last| last.number);
    let fillings = [
        ("top", page::top("", all, Some(entry))),
        ("number", format!("<p class=\"number\">Lesson {NUMBER} of {last}</p>\n")),
        ("figure", unlocked(&exhibits).map_err(wrong)?),
        ("foot", page::foot("", entry, "", all)),
    ];
    let mut html = source.text.clone();
    for (mark, filling) in fillings {
        let place = format!("<!-- ponder: {mark} -->\n");
        if !html.contains(&place) {
            return Err(source.problem_on(1, format!("{}: missing; the {mark} goes there", place.trim())).into());
        }
        html = html.replace(&place, &filling);
    }
    let html = tries(html, &story, exhibits.figures.first().and_then(|figure| figure.tree.get("view")))?;
    Ok(vec![(PAGE.into(), html.into_bytes()), ("social/playground.png".into(), picture)])
}

/// Its figure with everything unlocked. What a caption tells of its run would be wrong with the first key: it has none.
fn unlocked(exhibits: &Exhibits) -> Result<String, String> {
    let figure = exhibits.figures.first().ok_or("a figure is missing")?;
    let drawn = exhibit::drawn(figure, exhibits)?;
    let (element, rest) = drawn.split_once("<figcaption>").unwrap_or((&drawn, ""));
    let after = rest.split_once("</figcaption>\n").map_or("", |(_, after)| after);
    Ok(element.replacen("<ponder-figure", "<ponder-figure controls=\"playground\"", 1) + after)
}

/// The links to every recipe beside the figure: `#try-NAME` becomes the link that opens it, seen as the figure is.
fn tries(mut html: String, story: &Source, view: Option<&Tree>) -> Result<String, Problems> {
    for fence in fence::all(story, 0)?.iter().filter(|fence| fence.kind == Kind::Recipe) {
        let json = Json { source: story, offset: fence.offset, text: fence.text };
        let link = link::encode(&seen(json.tree()?, view), None)
            .map_err(|faults| Problems(faults.0.iter().map(|fault| json.problem(fault)).collect()))?;
        let (mark, href) = (format!(" href=\"#try-{}\"", fence.name), format!(" href=\"#{}\"", escape(&link)));
        if !html.contains(&mark) {
            return Err(story.problem(fence.offset, format!("{}: {PAGE} has no link{mark}", fence.name)).into());
        }
        html = html.replace(&mark, &href);
    }
    Ok(html)
}

/// A recipe with the view of the playground's figure; a neuron is also seen over its data.
fn seen(mut recipe: Tree, view: Option<&Tree>) -> Tree {
    let neuron = recipe.get("surface").is_some_and(|surface| surface.get("model").is_some());
    let mut view = view.cloned();
    if let Some(Tree::List(views)) = view.as_mut().filter(|_| neuron).and_then(|view| entry(view, "views")) {
        views.insert(views.len().min(2), Tree::Text("fit".into()));
    }
    if let (Tree::Map(pairs), Some(view)) = (&mut recipe, view) {
        pairs.push(("view".into(), view));
    }
    recipe
}

fn entry<'t>(tree: &'t mut Tree, key: &str) -> Option<&'t mut Tree> {
    let Tree::Map(pairs) = tree else { return None };
    pairs.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
}
