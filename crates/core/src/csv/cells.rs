//! A line as its cells.

use alloc::string::String;
use alloc::vec::Vec;

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A tab, as a spreadsheet copies.
    Tab,
    /// `;`, as a spreadsheet saves where the comma is the decimal sign.
    Semicolon,
    /// `,`.
    Comma,
    /// One or more spaces.
    Space,
}

impl Separator {
    /// All, the one that is taken for granted least often last.
    pub(super) const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Comma, Self::Space];

    /// Its name in JavaScript and in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tab => "tabs",
            Self::Semicolon => "semicolons",
            Self::Comma => "commas",
            Self::Space => "spaces",
        }
    }

    fn is(self, c: char) -> bool {
        match self {
            Self::Tab => c == '\t',
            Self::Semicolon => c == ';',
            Self::Comma => c == ',',
            Self::Space => c.is_whitespace(),
        }
    }

    /// Whitespace that only pads a cell.
    fn trim(self, text: &str) -> &str {
        text.trim_matches(|c: char| c.is_whitespace() && (self == Self::Space || !self.is(c)))
    }
}

/// The cells of a line without the padding around them; the number of the cell whose quotes make no sense.
pub(super) fn cells(line: &str, separator: Separator) -> Result<Vec<String>, usize> {
    let mut cells = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        let (cell, after) = first(separator.trim(text), separator).ok_or(cells.len() + 1)?;
        cells.push(cell);
        rest = after;
    }
    Ok(cells)
}

/// The first cell of a line, and what follows the separator after it.
fn first(text: &str, separator: Separator) -> Option<(String, Option<&str>)> {
    let cut = |text: &'_ str| text.find(|c| separator.is(c));
    let Some(open) = text.strip_prefix('"') else {
        return Some(match cut(text) {
            Some(end) => (separator.trim(&text[..end]).into(), Some(beyond(text, end))),
            None => (text.into(), None),
        });
    };
    let (cell, after) = quoted(open)?;
    let end = after.find(|c: char| !c.is_whitespace() || separator.is(c));
    match end {
        None => Some((cell.trim().into(), None)),
        Some(end) if cut(after) == Some(end) => Some((cell.trim().into(), Some(beyond(after, end)))),
        Some(_) => None,
    }
}

/// What follows the character at `end`.
fn beyond(text: &str, end: usize) -> &str {
    let width = text[end..].chars().next().map_or(0, char::len_utf8);
    &text[end + width..]
}

/// What stands up to the closing quote, two quotes being one, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let (mut cell, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Some((cell, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str, separator: Separator) -> Vec<String> {
        cells(line, separator).unwrap()
    }

    #[test]
    fn padding_goes_and_empty_cells_stay() {
        assert_eq!(split(" 1 ,, 2 ,", Separator::Comma), ["1", "", "2", ""]);
        assert_eq!(split("\t1 \t 2", Separator::Tab), ["", "1", "2"]);
        assert_eq!(split("  1  \t 2 ", Separator::Space), ["1", "2"]);
    }

    #[test]
    fn quotes_hold_separators_and_quotes() {
        assert_eq!(split(r#""1;5" ; "a ""b""";2"#, Separator::Semicolon), ["1;5", "a \"b\"", "2"]);
        assert_eq!(split(r#""1" "2""#, Separator::Space), ["1", "2"]);
        assert_eq!(cells(r#"1,"2"#, Separator::Comma), Err(2), "not closed");
        assert_eq!(cells(r#""1"2,3"#, Separator::Comma), Err(1), "goes on");
        assert_eq!(split(r#"1"2,3"#, Separator::Comma), ["1\"2", "3"], "a quote inside a cell is just a character");
    }
}
