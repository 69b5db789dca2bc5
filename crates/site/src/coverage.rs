//! Coverage: every row of the course, the lesson that meets it, and the test that checks it.

use std::fmt::Write as _;
use std::path::Path;

use crate::html::{escape, slug};
use crate::mark::Met;
use crate::page::Entry;
use crate::problem::{Problem, Problems, Source};
use crate::rows::{Rows, not_yet, tested};

/// The parts of the table: how their rows begin, and whose they are.
const PARTS: [(&str, &str); 7] = [
    ("S1-", "S1: CS7015 Deep Learning, lecture 5"),
    ("S0-", "S0: Learning Parameters, part 5"),
    ("S2-", "S2: Momentum, RMSProp and Adam"),
    ("S3-", "S3: Adaptive Learning Rates"),
    ("S4-", "S4: DL Notes, Advanced Gradient Descent"),
    ("E", "E: misprints of these texts"),
    ("C", "C: claims of these texts"),
];

/// What is known of the rows of the course.
#[derive(Debug)]
pub struct Coverage {
    rows: Rows,
    tests: Vec<(String, String)>,
    missing: Vec<(String, Problem)>,
}

impl Coverage {
    /// Reads the lists and the tests of a repository.
    pub fn read(root: &Path) -> Result<Self, Problems> {
        let rows = Rows::read(root)?;
        let mut tests = tested(root, &rows.all);
        tests.extend(rows.elsewhere.iter().cloned());
        Ok(Self { rows, tests, missing: not_yet(&root.join("www"))? })
    }

    /// What is wrong: an unknown row, one without lesson or test, one listed as missing that is met.
    pub fn check(&self, lessons: &[(&Source, &Entry, &[Met])]) -> Result<(), Problems> {
        let mut problems = Problems::default();
        for (source, _, met) in lessons {
            for Met { row, check, .. } in *met {
                if !self.rows.all.contains(row) {
                    problems.0.push(source.problem_on(1, format!("{row}: the course has no such row")));
                } else if check.is_none() && self.test(row).is_none() {
                    let message = format!(
                        "{row}: nothing checks it; mark it before a figure, name it in a test, or add says \"…\""
                    );
                    problems.0.push(source.problem_on(1, message));
                }
            }
        }
        let met = |row: &String| lessons.iter().any(|(_, _, met)| met.iter().any(|met| met.row == *row));
        problems.0.extend(self.missing.iter().filter(|(row, _)| met(row)).map(|(_, problem)| problem.clone()));
        let listed = |row: &String| self.missing.iter().any(|(missing, _)| missing == row);
        for row in self.rows.all.iter().filter(|row| !met(row) && !listed(row)) {
            problems.0.push(Problem {
                file: "www/lessons/not-yet.txt".into(),
                line: 1,
                message: format!("{row}: no lesson meets it; mark it in one, or list it here"),
            });
        }
        problems.unless_any(())
    }

    fn test(&self, row: &str) -> Option<&str> {
        self.tests.iter().find(|(tested, _)| tested == row).map(|(_, test)| test.as_str())
    }

    /// The page.
    #[must_use]
    pub fn page(&self, lessons: &[(&Source, &Entry, &[Met])]) -> String {
        let all = &self.rows.all;
        let count = all.iter().filter(|row| !self.missing.iter().any(|(missing, _)| missing == *row)).count();
        let mut out = format!("<p>Of {} rows {count} stand in a lesson, each with what checks it.</p>\n", all.len());
        for (prefix, title) in PARTS {
            let rows: String =
                all.iter().filter(|row| row.starts_with(prefix)).map(|row| self.row(row, lessons)).collect();
            if !rows.is_empty() {
                let _ = write!(
                    out,
                    "<h2 id=\"{}\">{}</h2>\n<table class=\"coverage\">\n<thead><tr><th>Row</th><th>Lesson</th><th>Checked by</th></tr>\
                     </thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
                    slug(title),
                    escape(title)
                );
            }
        }
        out
    }

    fn row(&self, row: &str, lessons: &[(&Source, &Entry, &[Met])]) -> String {
        let (mut places, mut checks) = (Vec::new(), Vec::new());
        for (_, entry, met) in lessons {
            let Some(met) = met.iter().find(|met| met.row == row) else { continue };
            let section = if met.section.is_empty() { String::new() } else { format!(", {}", escape(&met.section)) };
            let Entry { number, href, title, .. } = entry;
            places.push(format!("<a href=\"{href}#{row}\">{number} {}</a>{section}", escape(title)));
            checks.extend(met.check.as_deref().map(|check| format!("the build: {}", escape(check))));
        }
        let test = self.test(row).map(|test| format!("<code>{}</code>", escape(test)));
        let checked = test.or_else(|| checks.into_iter().next()).unwrap_or_default();
        let places = if places.is_empty() { "<span class=\"quiet\">not yet</span>".into() } else { places.join("; ") };
        format!("<tr><th scope=\"row\">{row}</th><td>{places}</td><td>{checked}</td></tr>\n")
    }
}
