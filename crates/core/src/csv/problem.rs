//! What cannot be read, where, and what may stand there.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};

use super::{MAX_CELL, MAX_LINE, MAX_ROWS, names};
use crate::Tree;

/// The kind of a problem, for a page that words it in its own language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is not one row.
    Nothing,
    /// A header and no row.
    Header,
    /// A character that no text has, as in a spreadsheet's own file format.
    Binary,
    /// A line that is too long.
    Line,
    /// Too many rows.
    Rows,
    /// A row with too few or too many cells.
    Cells,
    /// A row with another separator than those before.
    Separator,
    /// A quote that is not closed, or goes on after it was.
    Quote,
    /// A cell with nothing in it.
    Empty,
    /// A cell that is too long.
    Long,
    /// Something else than a number.
    Number,
    /// NaN, infinite, or beyond the largest number.
    Finite,
    /// Thousands set apart.
    Thousands,
    /// A decimal comma where commas separate cells.
    Comma,
    /// A decimal comma here and a decimal point there.
    Sign,
}

impl Kind {
    /// Its name in JavaScript and in the page's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Header => "header",
            Self::Binary => "binary",
            Self::Line => "line",
            Self::Rows => "rows",
            Self::Cells => "cells",
            Self::Separator => "separator",
            Self::Quote => "quote",
            Self::Empty => "empty",
            Self::Long => "long",
            Self::Number => "number",
            Self::Finite => "finite",
            Self::Thousands => "thousands",
            Self::Comma => "comma",
            Self::Sign => "sign",
        }
    }

    /// What may stand there, in a sheet of so many columns.
    pub(super) fn allowed(self, columns: usize) -> String {
        let row = names(columns).join(", ");
        match self {
            Self::Nothing => format!("needed are rows of {columns} numbers: {row}"),
            Self::Header => format!("needed are rows of {columns} numbers below it: {row}"),
            Self::Binary => "allowed is plain text: save the sheet as CSV, in UTF-8".into(),
            Self::Line => format!("allowed are {MAX_LINE} in a line"),
            Self::Rows => format!("allowed are 1 to {MAX_ROWS}"),
            Self::Cells => format!("allowed are {columns}: {row}"),
            Self::Separator => "allowed is one separator throughout".into(),
            Self::Quote => "allowed are quotes around a whole cell".into(),
            Self::Empty | Self::Number => "allowed is a number such as 0.5, -2 or 1e-3".into(),
            Self::Long => format!("allowed is a number of up to {MAX_CELL} characters"),
            Self::Finite => "allowed is a finite number".into(),
            Self::Thousands => "allowed is a number with nothing between its thousands, such as 1234.5".into(),
            Self::Comma => "allowed is a decimal point; a decimal comma needs semicolons or tabs between cells".into(),
            Self::Sign => "allowed is one decimal sign throughout".into(),
        }
    }
}

/// One thing that cannot be read. `Display` is one line: `line 3, cell 2: "high"; allowed is a number such as …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The cell in its line, from 1; `None` where the whole line is meant.
    pub cell: Option<usize>,
    /// What kind of problem it is.
    pub kind: Kind,
    /// What stands there.
    pub given: String,
    /// What may stand there.
    pub allowed: String,
}

impl Problem {
    /// The problem as JavaScript sees it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::map([
            ("line", self.line.into()),
            ("cell", self.cell.into()),
            ("kind", self.kind.name().into()),
            ("given", self.given.as_str().into()),
            ("allowed", self.allowed.as_str().into()),
            ("message", format!("{self}").as_str().into()),
        ])
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { line, cell, given, allowed, .. } = self;
        match cell {
            Some(cell) => write!(f, "line {line}, cell {cell}: {given}; {allowed}"),
            None => write!(f, "line {line}: {given}; {allowed}"),
        }
    }
}
