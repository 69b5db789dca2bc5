//! What every page has around its text: head, way round the course, foot.

use std::fmt::Write as _;

use ponder::{LATER_METHODS, LATER_SURFACES};

use crate::html::{escape, late};
use crate::prose::Section;

/// A lesson as the others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from its file's name.
    pub number: usize,
    /// Its file's name without the ending: `02-gradient-descent`.
    pub name: String,
    /// Its page, from the site's root.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The question it answers.
    pub asks: String,
    /// The rows of the course's checklist that it meets, in words.
    pub rows: String,
}

impl Entry {
    /// A link to it from a page that is `up` from the root.
    #[must_use]
    pub fn link(&self, up: &str) -> String {
        format!("<a href=\"{up}{}\">{}</a>", self.href, escape(&self.title))
    }
}

/// What is inside a lesson's page.
#[derive(Debug)]
pub struct Inside<'a> {
    /// The lesson.
    pub entry: &'a Entry,
    /// Its sections.
    pub sections: &'a [Section],
    /// Its body.
    pub body: &'a str,
    /// Its answers, empty without questions.
    pub answers: &'a str,
    /// Its sources.
    pub sources: &'a str,
    /// How to cite it.
    pub cite: &'a str,
}

/// The pages beside the lessons: where each is, its title, and what it is for.
pub const AIDS: [(&str, &str, &str); 4] = [
    ("symbols.html", "Symbols", "What this course, two articles and PyTorch call the same thing, side by side."),
    ("bibliography.html", "Bibliography", "The papers and texts behind the lessons, and where they are used."),
    ("coverage.html", "Coverage", "Every row of the course: the lesson that meets it, and the test that checks it."),
    (
        "embedding.html",
        "Embed",
        "One figure in your notes, slides, notebook or post: a snippet, and a recipe for each host.",
    ),
];

const PRIVACY: &str = "Nothing leaves this page: your answers are sent nowhere and kept nowhere.";

/// A lesson's page among all lessons.
#[must_use]
pub fn lesson(inside: &Inside<'_>, all: &[Entry]) -> String {
    let Entry { number, name, title, asks, rows, .. } = inside.entry;
    let last = all.last().map_or(*number, |last| last.number);
    let picture = format!("social/{name}.png");
    let (title, asks) = (escape(title), escape(asks));
    format!(
        "{}<body>\n{}<a class=\"skip\" href=\"#text\">Skip to the text</a>\n{}\
         <main id=\"text\">\n<article class=\"lesson\">\n\
         <header><p class=\"number\">Lesson {number} of {last}</p>\n<h1>{title}</h1>\n<p class=\"asks\">{asks}</p></header>\n\
         {}{}{}<p class=\"rows\">Rows of the course met here: {} (<a href=\"../coverage.html\">coverage</a>).</p>\n{}{}\
         </article>\n</main>\n{}</body>\n</html>\n",
        head(&title, &asks, "../", &picture, &scripts("../", inside.body)),
        looks("../", inside.body),
        top("../", all, Some(inside.entry)),
        contents(inside),
        inside.body,
        inside.sources,
        escape(rows),
        answers(inside.answers),
        inside.cite,
        foot("../", inside.entry, &format!("<a href=\"{name}/handout.html\">Handout for paper</a>\n"), all)
    )
}

/// A page beside the lessons.
#[must_use]
pub fn aid(href: &str, body: &str, all: &[Entry]) -> String {
    let (_, title, about) = AIDS.into_iter().find(|(other, ..)| *other == href).unwrap_or(AIDS[0]);
    let script = if body.contains("class=\"notation\"") {
        "<script type=\"module\" src=\"notation.js\"></script>\n"
    } else if body.contains("class=\"builder\"") {
        "<script type=\"module\" src=\"embedding.js\"></script>\n"
    } else {
        ""
    };
    let script = format!("{script}<script type=\"module\" src=\"page.js\"></script>\n");
    format!(
        "{}<body>\n<a class=\"skip\" href=\"#text\">Skip to the text</a>\n{}<main id=\"text\" class=\"aid\">\n\
         <h1>{title}</h1>\n<p class=\"asks\">{about}</p>\n{body}</main>\n<footer class=\"site\">\n<p>{PRIVACY}</p>\n</footer>\n\
         </body>\n</html>\n",
        head(title, about, "", "social/cover.png", &script),
        top("", all, None)
    )
}

/// A lesson's handout.
#[must_use]
pub fn handout(entry: &Entry, sheets: &str) -> String {
    let (title, asks) = (escape(&entry.title), escape(&entry.asks));
    format!(
        "{}<body class=\"handout\">\n<header class=\"site\"><a class=\"home\" href=\"../../index.html\">Ponder</a> \
         <a href=\"../../{}\">Lesson {}: {title}</a></header>\n<main>\n<h1>{title}</h1>\n<p class=\"asks\">{asks}</p>\n\
         <p class=\"name\">Name</p>\n{sheets}</main>\n</body>\n</html>\n",
        head(&format!("{title}: handout"), &asks, "../../", &format!("social/{}.png", entry.name), ""),
        entry.href,
        entry.number
    )
}

/// The head of a page: `scripts` is what it loads beside its looks.
fn head(title: &str, about: &str, up: &str, picture: &str, scripts: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} · Ponder</title>\n\
         <meta name=\"description\" content=\"{about}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta property=\"og:type\" content=\"article\">\n<meta property=\"og:site_name\" content=\"Ponder\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{about}\">\n\
         <meta property=\"og:image\" content=\"{up}{picture}\">\n<meta property=\"og:image:width\" content=\"1200\">\n\
         <meta property=\"og:image:height\" content=\"630\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n\
         <link rel=\"icon\" href=\"{up}icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{up}style.css\">\n\
         <link rel=\"stylesheet\" href=\"{up}frame.css\">\n<link rel=\"stylesheet\" href=\"{up}posters.css\">\n\
         <noscript><link rel=\"stylesheet\" href=\"{up}fonts/fonts.css\"></noscript>\n{scripts}</head>\n"
    )
}

/// The wasm is fetched while the page is read, not only when its scripts run; with all of it its module, too. What exhibits and
/// closing questions need is loaded where there are some; exhibits before page.js, so that they hear first of printing.
fn scripts(up: &str, body: &str) -> String {
    let script = |name: &str| format!("<script type=\"module\" src=\"{up}{name}\"></script>\n");
    let here = |element: &str, html: String| if body.contains(element) { html } else { String::new() };
    let code = here("<ponder-exhibit ", script("exhibits.js")) + &here("<ponder-recall ", script("recall.js"));
    let preload = |wasm: &str| {
        format!("<link rel=\"preload\" href=\"{up}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n")
    };
    let (early, whole) = if modest(body) {
        (preload("ponder_lean_bg.wasm"), String::new())
    } else {
        (preload("ponder_wasm_bg.wasm"), script("ponder-whole.js"))
    };
    format!("{early}{}{whole}{code}{}", script("ponder.js"), script("page.js"))
}

/// The looks of exhibits, which stand in the body: there the text waits for its style sheets. A page that gets the focus meanwhile
/// is laid out at once, and a long one without its looks would be laid out for nothing.
fn looks(up: &str, body: &str) -> String {
    let needed = body.contains("<ponder-exhibit ");
    if needed { format!("<link rel=\"stylesheet\" href=\"{up}exhibits.css\">\n") } else { String::new() }
}

/// Whether the wasm that pages begin with knows everything that a page runs, in scripts and in attributes. One that preloads the other begins with that
/// (`www/engine.js`), so a doubt costs some bytes and nothing else.
fn modest(body: &str) -> bool {
    let later = LATER_METHODS.iter().map(|method| method.id).chain(LATER_SURFACES.iter().map(|surface| surface.id));
    let text = body.replace("&quot;", "\"");
    !["expression", "four-input-neuron"].into_iter().chain(later).any(|word| text.contains(&format!("\"{word}\"")))
}

/// The line above a page: home, and the contents of the course.
#[must_use]
pub fn top(up: &str, all: &[Entry], current: Option<&Entry>) -> String {
    let mut lessons = String::new();
    for entry in all {
        let mark = if current == Some(entry) { " aria-current=\"page\"" } else { "" };
        let Entry { number, href, title, .. } = entry;
        let _ = writeln!(lessons, "<li value=\"{number}\"><a href=\"{up}{href}\"{mark}>{}</a></li>", escape(title));
    }
    format!(
        "<header class=\"site\"><a class=\"home\" href=\"{up}index.html\">Ponder</a>\n<details class=\"contents\">\n\
         <summary>Contents</summary>\n<nav aria-label=\"Contents\">\n<ol>\n{lessons}</ol>\n{}</nav>\n</details></header>\n",
        aids(up)
    )
}

/// Links to the pages beside the lessons.
#[must_use]
pub fn aids(up: &str) -> String {
    let links: String =
        AIDS.iter().map(|(href, title, _)| format!("<li><a href=\"{up}{href}\">{title}</a></li>\n")).collect();
    format!("<ul class=\"aids\">\n{links}</ul>\n")
}

/// The sections of the lesson, as links.
fn contents(inside: &Inside<'_>) -> String {
    let mut out = "<nav class=\"sections\" aria-label=\"In this lesson\">\n<ol>\n".to_owned();
    for Section { id, title, .. } in inside.sections {
        let _ = writeln!(out, "<li><a href=\"#{id}\">{}</a></li>", escape(title));
    }
    if !inside.answers.is_empty() {
        out += "<li><a href=\"#answers\">Answers</a></li>\n";
    }
    out + "</ol>\n</nav>\n"
}

/// The answers, for paper and for readers without JavaScript.
fn answers(list: &str) -> String {
    if list.is_empty() {
        return String::new();
    }
    format!(
        "<section id=\"answers\" class=\"answers\">\n<h2>Answers</h2>\n<p>On screen every question answers for itself once you \
         have committed. On paper, all answers stand here.</p>\n{}</section>\n",
        late(list)
    )
}

/// The lessons before and after, the handout, and the way back, for a page that is `up` from the root.
#[must_use]
pub fn foot(up: &str, entry: &Entry, handout: &str, all: &[Entry]) -> String {
    let at = all.iter().position(|other| other.number == entry.number).unwrap_or_default();
    let link = |class: &str, words: &str, other: Option<&Entry>| {
        other.map_or_else(String::new, |other| {
            let title = escape(&other.title);
            format!(
                "<a class=\"{class}\" rel=\"{class}\" href=\"{up}{}\"><span>{words}</span> {title}</a>\n",
                other.href
            )
        })
    };
    let before = link("prev", "Before", at.checked_sub(1).and_then(|i| all.get(i)));
    let next = link("next", "Next", all.get(at + 1));
    format!(
        "<footer class=\"site\">\n<nav aria-label=\"Lessons\">\n{before}{next}{handout}\
         <a class=\"all\" href=\"{up}index.html#lessons\">All lessons</a>\n</nav>\n<p>{PRIVACY}</p>\n</footer>\n"
    )
}

/// The list of lessons for the cover.
#[must_use]
pub fn list(all: &[Entry]) -> String {
    let mut out = "<ol class=\"lessons\">\n".to_owned();
    for entry in all {
        let (link, asks) = (entry.link(""), escape(&entry.asks));
        let _ = writeln!(out, "<li value=\"{}\">{link} <span class=\"asks\">{asks}</span></li>", entry.number);
    }
    out + "</ol>\n"
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_page_needs_is_found_in_attributes_too() {
        assert!(super::modest("<i given=\"{&quot;method&quot;:&quot;adam&quot;}\">"));
        assert!(!super::modest("<i given=\"{&quot;expression&quot;:&quot;w&quot;}\">"));
    }
}
