//! Rows of numbers out of text, as a spreadsheet copies it or a file holds it, and back.
//!
//! Cells are separated by commas, semicolons, tabs or spaces; which of them is decided by the one that makes sense of most
//! lines. Beside semicolons, tabs and spaces a number may have a decimal comma. The first line may be a header. What
//! cannot be read is told with its line and its cell, and nothing is guessed: `1,234.5` is refused.
//!
//! ```
//! use ponder::csv;
//!
//! let sheet = csv::read("\u{feff}x;y\r\n0,5;0,2\r\n2,5;0,9\r\n", 2).unwrap();
//! assert_eq!(sheet.rows, [[0.5, 0.2], [2.5, 0.9]]);
//! assert_eq!(sheet.header.as_deref(), Some("x;y"));
//! assert_eq!(csv::write(&sheet.rows), "x,y\n0.5,0.2\n2.5,0.9\n");
//!
//! let problems = csv::read("0.5, 0.2\n2.5, high\n", 2).unwrap_err();
//! assert_eq!(problems[0].to_string(), "line 2, cell 2: \"high\"; allowed is a number such as 0.5, -2 or 1e-3");
//! ```

mod cell;
mod cells;
mod problem;
mod reader;

use alloc::string::String;
use alloc::vec::Vec;

pub use cells::Separator;
pub use problem::{Kind, Problem};

use crate::{Tree, text};

/// So many rows at most.
pub const MAX_ROWS: usize = crate::recipe::MAX_DATA;
/// So many characters in one line.
pub const MAX_LINE: usize = 1000;
/// So many characters in one cell.
pub const MAX_CELL: usize = 100;
/// After so many problems nothing more is read.
pub const MAX_PROBLEMS: usize = 20;

/// What was read, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The rows, each with as many numbers as there are columns.
    pub rows: Vec<Vec<f64>>,
    /// What separates the cells.
    pub separator: Separator,
    /// The first line, if it is no row.
    pub header: Option<String>,
    /// The first number with a decimal comma, as it was written and as it was read.
    pub comma: Option<(String, f64)>,
}

impl Sheet {
    /// The rows and the notes on them, as JavaScript sees them.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let comma = |(given, read): &(String, f64)| Tree::List([given.as_str().into(), (*read).into()].into());
        let notes = Tree::map([
            ("separator", self.separator.name().into()),
            ("header", self.header.as_deref().into()),
            ("comma", self.comma.as_ref().map(comma).into()),
        ]);
        Tree::map([("rows", Tree::List(self.rows.iter().map(|row| Tree::numbers(row)).collect())), ("notes", notes)])
    }
}

/// Reads rows of so many columns.
///
/// # Errors
/// What cannot be read, in the order of the lines, the first [`MAX_PROBLEMS`]; never an empty list.
pub fn read(text: &str, columns: usize) -> Result<Sheet, Vec<Problem>> {
    reader::read(text, columns)
}

/// Rows as text: a header, commas, the shortest decimals that read back as the same numbers.
#[must_use]
pub fn write<R: AsRef<[f64]>>(rows: &[R]) -> String {
    let columns = rows.first().map_or(2, |row| row.as_ref().len());
    let mut text = names(columns).join(",");
    text.push('\n');
    for row in rows {
        let cells: Vec<_> = row.as_ref().iter().map(|x| text::shortest(*x)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

/// What the columns are called: the inputs, then y.
fn names(columns: usize) -> Vec<String> {
    let input = |i| if columns == 2 { String::from("x") } else { alloc::format!("x{i}") };
    (1..columns).map(input).chain([String::from("y")]).collect()
}

#[cfg(test)]
mod tests;
