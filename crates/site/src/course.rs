//! The whole site: every lesson in `lessons/`, the cover, the pages beside them, and what they need.

use std::fs;
use std::path::{Path, PathBuf};

use ponder_plot::{Theme, style_sheet};

use crate::cite::Citation;
use crate::coverage::Coverage;
use crate::html::late;
use crate::lesson::{Draft, Lesson};
use crate::page::{self, Entry, Inside};
use crate::problem::{Problems, Source};
use crate::{answers, bibliography, closing, exhibit, fence, figure, glossary, playground, social};

/// Files that go into the site as they are, from `www`.
const AS_THEY_ARE: &[&str] = &[
    "style.css",
    "frame.css",
    "exhibits.css",
    "404.html",
    "embed.html",
    "embedding.js",
    "embed.css",
    "page.js",
    "notation.js",
    "icon.svg",
    "bibliography.bib",
    "fonts/fonts.css",
    "fonts/stix-two-math.woff2",
    "fonts/OFL.txt",
];

/// A file of the site: where it goes and what is in it.
type Leaf = (PathBuf, Vec<u8>);

/// Builds the site of the repository at `root` into `out`; the paths written.
pub fn build(root: &Path, out: &Path) -> Result<Vec<PathBuf>, Problems> {
    let www = root.join("www");
    let lessons = lessons(&www)?;
    let known: Vec<_> = lessons.iter().map(|lesson| (&lesson.source, &lesson.entry, lesson.met.as_slice())).collect();
    let coverage = Coverage::read(root)?;
    coverage.check(&known)?;
    let mut all: Vec<Entry> = lessons.iter().map(|lesson| lesson.entry.clone()).collect();
    playground::add(&www, &mut all)?;
    let mut leaves = cover(&www, &all)?;
    leaves.extend(playground::page(&www, &all)?);
    leaves.extend(lesson_pages(root, &lessons, &all)?);
    let terms = glossary::read(&www)?;
    let symbols = glossary::page(&terms, |rows| first_use(rows, &lessons));
    leaves.push(text("symbols.html", page::aid("symbols.html", &symbols, &all)));
    let embedding = Source::read(&www.join("embedding.html"))?;
    leaves.push(text("embedding.html", page::aid("embedding.html", &embedding.text, &all)));
    leaves.push(text("coverage.html", page::aid("coverage.html", &coverage.page(&known), &all)));
    leaves.push(text("posters.css", poster_colours()));
    leaves.push(text("figure.schema.json", schema()));
    for name in AS_THEY_ARE {
        leaves.push((name.into(), bytes(&www.join(name))?));
    }
    leaves.push(("CITATION.cff".into(), bytes(&root.join("CITATION.cff"))?));
    write_all(out, &leaves)
}

/// Every lesson, in order; whatever is wrong in any of them.
fn lessons(www: &Path) -> Result<Vec<Lesson>, Problems> {
    let (mut problems, mut drafts, mut lessons) = (Problems::default(), Vec::new(), Vec::new());
    for path in lesson_files(www)? {
        match Source::read(&path).and_then(Draft::read) {
            Ok(draft) => drafts.push(draft),
            Err(found) => problems.0.extend(found.0),
        }
    }
    // What a lesson asks of an earlier one is known when both have been read.
    let mut drafts = problems.unless_any(drafts)?;
    closing::lend(&mut drafts.iter_mut().map(Draft::asking).collect::<Vec<_>>())?;
    let mut problems = Problems::default();
    for draft in drafts {
        match draft.finish(!lessons.is_empty()) {
            Ok(lesson) => lessons.push(lesson),
            Err(found) => problems.0.extend(found.0),
        }
    }
    problems.unless_any(lessons)
}

/// Page, handout and picture of every lesson, and the bibliography that they share.
fn lesson_pages(root: &Path, lessons: &[Lesson], all: &[Entry]) -> Result<Vec<Leaf>, Problems> {
    let (works, citation) = (bibliography::read(&root.join("www"))?, Citation::read(root)?);
    let mut leaves = Vec::new();
    for Lesson { source, front, entry, body, answers, handout, picture, .. } in lessons {
        let wrong = |message| source.problem_on(front.line_of_sources, message);
        let sources = bibliography::sources(&front.sources, &works, wrong)?;
        let cite = citation.section(entry);
        let (sections, body) = (&body.sections, &body.html);
        let inside = Inside { entry, sections, body, answers, sources: &sources, cite: &cite };
        leaves.push(text(&entry.href, page::lesson(&inside, all)));
        leaves.push(text(&format!("lessons/{}/handout.html", entry.name), page::handout(entry, handout)));
        leaves.push((format!("social/{}.png", entry.name).into(), picture.clone()));
    }
    let used: Vec<_> = lessons.iter().map(|lesson| (&lesson.entry, lesson.front.sources.as_slice())).collect();
    let list = bibliography::page(&works, &used);
    leaves.push(text("bibliography.html", page::aid("bibliography.html", &list, all)));
    Ok(leaves)
}

/// A link to the first lesson that marks one of the rows, at its mark; rows named earlier are asked first.
fn first_use(rows: &[String], lessons: &[Lesson]) -> Option<String> {
    rows.iter().find_map(|row| {
        let lesson = lessons.iter().find(|lesson| lesson.met.iter().any(|met| met.row == *row))?;
        let Entry { number, href, .. } = &lesson.entry;
        Some(format!("<a href=\"{href}#{row}\">lesson {number}</a>"))
    })
}

/// The cover: index.html with its figure, its lessons, its first step and its answer filled in, and its picture.
fn cover(www: &Path, all: &[Entry]) -> Result<Vec<Leaf>, Problems> {
    let source = Source::read(&www.join("index.html"))?;
    let story = Source::read(&www.join("figures/cover.md"))?;
    let wrong = |message: String| story.problem_on(1, message);
    let exhibits = figure::read(&story, &fence::all(&story, 0)?)?;
    let figure = exhibits.figures.first().ok_or_else(|| wrong("a figure is missing".into()))?;
    let record = exhibits.record(&figure.id).map(|record| (figure, record));
    let picture = social::picture("A course in pictures you can touch", "Ponder", record).map_err(wrong)?;
    let drawn = exhibit::drawn(figure, &exhibits).map_err(wrong)?;
    let answers = late(&format!("<h2>Answer</h2>\n{}", answers::list(&exhibits, &[])));
    let begin =
        all.first().map_or_else(String::new, |first| format!("<a class=\"begin\" href=\"{}\">Begin</a>\n", first.href));
    let (list, aids) = (page::list(all), page::aids(""));
    let mut html = source.text.clone();
    for (mark, filling) in
        [("figure", &drawn), ("begin", &begin), ("lessons", &list), ("aids", &aids), ("answers", &answers)]
    {
        let place = format!("<!-- ponder: {mark} -->\n");
        if !html.contains(&place) {
            return Err(source.problem_on(1, format!("{}: missing; the {mark} goes there", place.trim())).into());
        }
        html = html.replace(&place, filling);
    }
    Ok(vec![text("index.html", html), ("social/cover.png".into(), picture)])
}

/// The figure format for editors and other programs.
fn schema() -> String {
    serde_json::to_string(&ponder_plot::schema()).map(|json| json + "\n").unwrap_or_default()
}

/// The colours of inlined posters in the dark and on paper; light is what the posters say themselves.
fn poster_colours() -> String {
    let (dark, print) = (style_sheet(Theme::Dark), style_sheet(Theme::Print));
    format!(
        "/* Colours of the posters, made from the theme of the figures. */\n\
         @media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n@media print {{\n{print}}}\n"
    )
}

fn lesson_files(www: &Path) -> Result<Vec<PathBuf>, Problems> {
    let folder = www.join("lessons");
    let entries = fs::read_dir(&folder).map_err(|error| Source::unreadable(&folder, &error))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    Ok(files)
}

fn text(name: &str, text: String) -> Leaf {
    (name.into(), text.into_bytes())
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problems> {
    fs::read(path).map_err(|error| Source::unreadable(path, &error))
}

fn write_all(out: &Path, leaves: &[Leaf]) -> Result<Vec<PathBuf>, Problems> {
    let mut written = Vec::new();
    for (name, bytes) in leaves {
        let path = out.join(name);
        let folder = path.parent().unwrap_or(out);
        let made = fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes));
        made.map_err(|error| Source::unreadable(&path, &error))?;
        written.push(path);
    }
    Ok(written)
}
