//! Rows of the course: their ids, and the files that list them.
//!
//! `S1-26` is a row of the course text S1, `E7` a misprint, `C3` a claim; `S1-18..S1-20` is three of them.

use std::fs;
use std::path::Path;

use crate::problem::{Problem, Problems, Source};

/// A list of ids and ranges, spelled out in its order.
pub fn spelled_out(list: &str) -> Result<Vec<String>, String> {
    let mut rows = Vec::new();
    for part in list.split(',').map(str::trim) {
        let (first, last) = part.split_once("..").unwrap_or((part, part));
        let ((text, from), (other, to)) = (row(first)?, row(last)?);
        if text != other || from > to {
            return Err(format!("\"{part}\"; a range runs forwards through one text, as S1-18..S1-20"));
        }
        rows.extend((from..=to).map(|n| written(text, n)));
    }
    Ok(rows)
}

/// `S1-18` as ("S1", 18), `E7` as ("E", 7).
fn row(id: &str) -> Result<(&str, u32), String> {
    let parts = match id.split_once('-') {
        Some((text, n)) if text.starts_with('S') && text.len() == 2 => Some((text, n)),
        None if id.starts_with(['E', 'C']) => Some(id.split_at(1)),
        _ => None,
    };
    let read = parts.and_then(|(text, n)| Some((text, n.parse().ok()?)));
    read.ok_or_else(|| format!("\"{id}\"; a row reads S1-18, E7 or C3"))
}

fn written(text: &str, n: u32) -> String {
    if text.len() == 2 { format!("{text}-{n:02}") } else { format!("{text}{n}") }
}

/// What `tests/course/rows.txt` says.
#[derive(Debug, Default)]
pub struct Rows {
    /// Every row of the course, in order.
    pub all: Vec<String>,
    /// Those whose numbers a test of the course reproduces.
    pub numbers: Vec<String>,
    /// Those tested in another file: row and path.
    pub elsewhere: Vec<(String, String)>,
}

impl Rows {
    /// Reads the list of a repository.
    pub fn read(root: &Path) -> Result<Self, Problems> {
        let source = Source::read(&root.join("tests/course/rows.txt"))?;
        let mut rows = Self::default();
        for (offset, line) in lines(&source) {
            rows.line(line).map_err(|message| source.problem(offset, message))?;
        }
        Ok(rows)
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let (word, list) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "all" => self.all.extend(spelled_out(list)?),
            "numbers" => self.numbers.extend(spelled_out(list)?),
            "elsewhere" => {
                let (row, path) = list.split_once(' ').ok_or("needed are a row and a path")?;
                self.elsewhere.push((row.to_owned(), path.to_owned()));
            }
            _ => return Err(format!("\"{word}\"; allowed is all, numbers or elsewhere")),
        }
        Ok(())
    }
}

/// The rows that no lesson meets yet, with where each is said.
pub fn not_yet(www: &Path) -> Result<Vec<(String, Problem)>, Problems> {
    let path = www.join("lessons/not-yet.txt");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let source = Source::read(&path)?;
    let mut rows = Vec::new();
    for (offset, line) in lines(&source) {
        let listed = spelled_out(line).map_err(|message| source.problem(offset, message))?;
        rows.extend(listed.into_iter().map(|row| {
            let problem = source.problem(offset, format!("{row}: a lesson meets it; take it out here"));
            (row, problem)
        }));
    }
    Ok(rows)
}

/// The tests that name a row, in the course's own tests: row and test, in the order of the files.
pub fn tested(root: &Path, all: &[String]) -> Vec<(String, String)> {
    let folder = root.join("tests/course");
    let mut files: Vec<_> =
        fs::read_dir(&folder).into_iter().flatten().filter_map(|file| Some(file.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "rs"));
    files.sort();
    let texts = files.into_iter().filter_map(|path| {
        let name = format!("tests/course/{}", path.file_name()?.to_str()?);
        Some((name, fs::read_to_string(&path).ok()?))
    });
    texts.flat_map(|(file, text)| named(&file, &text, all)).collect()
}

/// The rows in the name of each test and in the comment above it.
fn named(file: &str, text: &str, all: &[String]) -> Vec<(String, String)> {
    let (mut said, mut found) = (Vec::new(), Vec::new());
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix("/// ") {
            said.extend(
                comment.split_whitespace().map(|word| trimmed(word).to_owned()).filter(|row| all.contains(row)),
            );
        } else if let Some(rest) = line.strip_prefix("fn ") {
            let name = rest.split('(').next().unwrap_or_default();
            said.extend(in_name(name).filter(|row| all.contains(row)));
            found.extend(said.drain(..).map(|row| (row, format!("{file} {name}"))));
        } else if !line.starts_with('#') {
            said.clear();
        }
    }
    found
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// `s1_26_…` as S1-26, `e7_…` as E7.
fn in_name(name: &str) -> Option<String> {
    let mut words = name.split('_');
    let (first, second) = (words.next()?.to_uppercase(), words.next().unwrap_or_default());
    let id = if first.starts_with('S') && first.len() == 2 { format!("{first}-{second}") } else { first };
    row(&id).ok().map(|(text, n)| written(text, n))
}

/// The lines of a list that say something, with their offsets.
fn lines(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let start = source.text.as_ptr() as usize;
    let said = source.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    said.map(move |line| (line.as_ptr() as usize - start, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_spelled_out() {
        assert_eq!(spelled_out("S1-8..S1-10, E7, C3").unwrap(), ["S1-08", "S1-09", "S1-10", "E7", "C3"]);
        for wrong in ["S1-9..S1-3", "S1-1..S2-3", "X3", "S1", "E-3", ""] {
            assert!(spelled_out(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_test_stands_for_the_rows_of_its_name_and_its_comment() {
        let all = spelled_out("S1-26, S1-27, E7, C3").unwrap();
        let text =
            "/// Also S1-27, and E7.\n#[test]\nfn s1_26_two_points() {\n/// C3\nconst X: u8 = 1;\nfn c3_slow() {";
        let test = |row: &str, name: &str| (row.to_owned(), format!("f {name}"));
        let two = "s1_26_two_points";
        assert_eq!(
            named("f", text, &all),
            [test("S1-27", two), test("E7", two), test("S1-26", two), test("C3", "c3_slow")]
        );
    }
}
