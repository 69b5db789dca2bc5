//! How to cite: `CITATION.cff` of the repository, and from it BibTeX for a lesson.

use std::path::Path;

use crate::html::escape;
use crate::page::Entry;
use crate::problem::{Problems, Source};

/// What `CITATION.cff` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    title: String,
    version: String,
    year: String,
    authors: String,
}

impl Citation {
    /// Reads it from the repository's root.
    pub fn read(root: &Path) -> Result<Self, Problems> {
        let source = Source::read(&root.join("CITATION.cff"))?;
        let field = |key: &str| {
            let line = source.text.lines().find_map(|line| line.trim_start_matches([' ', '-']).strip_prefix(key));
            line.map(|value| value.trim().to_owned()).ok_or_else(|| source.problem_on(1, format!("{key} is missing")))
        };
        let released = field("date-released:")?;
        let year = released.split('-').next().unwrap_or_default().to_owned();
        Ok(Self { title: field("title:")?, version: field("version:")?, year, authors: field("name:")? })
    }

    /// The BibTeX of a lesson. It has no address, as the course may stand anywhere: the reader adds the one in use.
    #[must_use]
    pub fn bibtex(&self, lesson: &Entry) -> String {
        let Self { title, version, year, authors } = self;
        let key = lesson.name.trim_start_matches(|c: char| c.is_ascii_digit());
        format!(
            "@misc{{ponder{key},\n  author = {{ {{{authors}}} }},\n  title = {{{title}, lesson {}: {}}},\n  year = {{{year}}},\n  \
             note = {{Version {version}}},\n}}\n",
            lesson.number, lesson.title
        )
    }

    /// The part of a lesson's page that says so.
    #[must_use]
    pub fn section(&self, lesson: &Entry) -> String {
        format!(
            "<details id=\"cite\" class=\"cite\">\n<summary>Cite this lesson</summary>\n<p>Add the address where you read it. The \
             whole course: <a href=\"../CITATION.cff\">CITATION.cff</a>.</p>\n<pre class=\"program\" tabindex=\"0\"><code>{}</code></pre>\n</details>\n",
            escape(&self.bibtex(lesson))
        )
    }
}
