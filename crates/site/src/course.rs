//! The whole site: every lesson in `lessons/`, the cover, and what they need beside them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ponder_plot::{Theme, style_sheet};

use crate::figure;
use crate::html::late;
use crate::page::{self, Entry, Inside};
use crate::problem::{Problems, Source};
use crate::prose::{self, Body};
use crate::{answers, exhibit, fence, front, live};

/// Files and folders that go into the site as they are.
const AS_THEY_ARE: &[&str] = &[
    "style.css",
    "exhibits.css",
    "page.js",
    "icon.svg",
    "fonts/fonts.css",
    "fonts/stix-two-math.woff2",
    "fonts/OFL.txt",
];

/// Builds the site from the sources in `www` into `out`; the paths written.
pub fn build(www: &Path, out: &Path) -> Result<Vec<PathBuf>, Problems> {
    let mut problems = Problems::default();
    let (mut lessons, mut pages) = (Vec::new(), Vec::new());
    for path in lesson_files(www)? {
        match read(&path).and_then(|source| lesson(&source)) {
            Ok(lesson) => lessons.push(lesson),
            Err(found) => problems.0.extend(found.0),
        }
    }
    let all: Vec<Entry> = lessons.iter().map(|lesson| lesson.entry.clone()).collect();
    match cover(www, &all) {
        Ok(html) => pages.push((PathBuf::from("index.html"), html)),
        Err(found) => problems.0.extend(found.0),
    }
    let mut pages = problems.unless_any(pages)?;
    for Lesson { entry, body, answers } in &lessons {
        let inside = Inside { entry, sections: &body.sections, body: &body.html, answers };
        pages.push((Path::new("lessons").join(&entry.name).with_extension("html"), page::lesson(&inside, &all)));
    }
    pages.push((PathBuf::from("posters.css"), poster_colours()));
    write_all(www, out, &pages)
}

/// A lesson, rendered.
struct Lesson {
    entry: Entry,
    body: Body,
    answers: String,
}

fn lesson(source: &Source) -> Result<Lesson, Problems> {
    let front = front::parse(source)?;
    let stem = Path::new(&source.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let number = stem.split_once('-').and_then(|(number, _)| number.parse().ok());
    let number = number.ok_or_else(|| source.problem_on(1, "a lesson's file is called NN-name.md"))?;
    let fences = fence::all(source, front.body)?;
    let exhibits = figure::read(source, &fences)?;
    let body = prose::render(source, front.body, &fences, &exhibits)?;
    let entry = Entry { number, name: stem.to_owned(), title: front.title, asks: front.asks, rows: front.said };
    let asked = live::answers(source, &fences)?;
    Ok(Lesson { entry, body, answers: answers::list(&exhibits, &asked) })
}

/// The cover: index.html with its figure, its lessons, its first step and its answer filled in.
fn cover(www: &Path, all: &[Entry]) -> Result<String, Problems> {
    let source = read(&www.join("index.html"))?;
    let story = read(&www.join("figures/cover.md"))?;
    let exhibits = figure::read(&story, &fence::all(&story, 0)?)?;
    let figure = exhibits.figures.first().ok_or_else(|| story.problem_on(1, "a figure is missing"))?;
    let drawn = exhibit::drawn(figure, &exhibits).map_err(|message| story.problem_on(1, message))?;
    let answers = late(&format!("<h2>Answer</h2>\n{}", answers::list(&exhibits, &[])));
    let begin = all.first().map_or_else(String::new, |first| {
        format!("<a class=\"begin\" href=\"lessons/{}.html\">Begin</a>\n", first.name)
    });
    let mut html = source.text.clone();
    for (mark, filling) in [("figure", &drawn), ("begin", &begin), ("lessons", &page::list(all)), ("answers", &answers)]
    {
        let place = format!("<!-- ponder: {mark} -->\n");
        if !html.contains(&place) {
            return Err(source.problem_on(1, format!("{}: missing; the {mark} goes there", place.trim())).into());
        }
        html = html.replace(&place, filling);
    }
    Ok(html)
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
    let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Source, Problems> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Ok(Source { name: path.display().to_string(), text })
}

fn unreadable(path: &Path, error: &io::Error) -> Problems {
    Source { name: path.display().to_string(), text: String::new() }.problem_on(1, error).into()
}

fn write_all(www: &Path, out: &Path, pages: &[(PathBuf, String)]) -> Result<Vec<PathBuf>, Problems> {
    let mut written = Vec::new();
    let place = |name: &Path| -> Result<PathBuf, Problems> {
        let path = out.join(name);
        let folder = path.parent().unwrap_or(out);
        fs::create_dir_all(folder).map_err(|error| unreadable(folder, &error))?;
        Ok(path)
    };
    for (name, text) in pages {
        let path = place(name)?;
        fs::write(&path, text).map_err(|error| unreadable(&path, &error))?;
        written.push(path);
    }
    for name in AS_THEY_ARE {
        let (from, path) = (www.join(name), place(Path::new(name))?);
        fs::copy(&from, &path).map_err(|error| unreadable(&from, &error))?;
        written.push(path);
    }
    Ok(written)
}
