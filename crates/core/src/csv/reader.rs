//! From line to line: which separator makes sense, what is a header, what is a row.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::cell::{Sign, value};
use super::cells::cells;
use super::{Kind, MAX_CELL, MAX_LINE, MAX_PROBLEMS, MAX_ROWS, Problem, Separator, Sheet};
use crate::tree::short;

/// So many lines are tried with every separator.
const SAMPLE: usize = 100;

pub(super) fn read(text: &str, columns: usize) -> Result<Sheet, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::new(text, columns);
    for (line, content) in lines(text) {
        if reader.problems.len() >= MAX_PROBLEMS || !reader.line(line, content) {
            break;
        }
    }
    reader.finish()
}

/// The lines that say something, with their numbers; they end with a line feed, a carriage return or both.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |line: &'_ str| line.strip_suffix('\r').map_or(line.len(), str::len);
    let all = text.split('\n').flat_map(move |line| line[..ends(line)].split('\r'));
    (1..).zip(all).filter(|(_, line)| line.chars().any(|c| !c.is_whitespace() && c != ',' && c != ';'))
}

struct Reader {
    columns: usize,
    separator: Separator,
    rows: Vec<Vec<f64>>,
    header: Option<(usize, String)>,
    comma: Option<(String, f64)>,
    /// The decimal sign of the first number that has one.
    sign: Option<Sign>,
    problems: Vec<Problem>,
}

impl Reader {
    fn new(text: &str, columns: usize) -> Self {
        let separator = separator(text, columns);
        Self { columns, separator, rows: Vec::new(), header: None, comma: None, sign: None, problems: Vec::new() }
    }

    fn refuse(&mut self, line: usize, cell: Option<usize>, kind: Kind, given: impl Into<String>) {
        let allowed = kind.allowed(self.columns);
        self.problems.push(Problem { line, cell, kind, given: given.into(), allowed });
    }

    /// Reads one line; false where it makes no sense to go on.
    fn line(&mut self, line: usize, content: &str) -> bool {
        if content.contains('\0') {
            self.refuse(line, None, Kind::Binary, "a character that no text has");
            return false;
        }
        if content.len() > MAX_LINE {
            self.refuse(line, None, Kind::Line, format!("{} characters", content.len()));
            return true;
        }
        if self.rows.len() == MAX_ROWS {
            self.refuse(line, None, Kind::Rows, format!("more than {MAX_ROWS} rows"));
            return false;
        }
        match self.cells(content) {
            Err(cell) => self.refuse(line, Some(cell), Kind::Quote, "a quote that is not closed, or text after it"),
            Ok(cells) if self.is_header(&cells) => self.header = Some((line, short(content.trim()))),
            Ok(cells) if cells.len() != self.columns => self.uneven(line, content, cells.len()),
            Ok(cells) => self.row(line, &cells),
        }
        true
    }

    /// The cells of a line, without what trails after the last column.
    fn cells(&self, content: &str) -> Result<Vec<String>, usize> {
        let mut cells = cells(content, self.separator)?;
        while cells.len() > self.columns && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Ok(cells)
    }

    /// Whether these are names: the first line, a letter in every cell, and nothing meant as a number.
    fn is_header(&self, cells: &[String]) -> bool {
        let first = self.rows.is_empty() && self.header.is_none() && self.problems.is_empty();
        let name = |cell: &String| {
            value(cell, self.separator) == Err(Kind::Number) && cell.starts_with(|c: char| c.is_alphabetic())
        };
        first && cells.iter().all(name)
    }

    /// Tells why a line has another number of cells.
    fn uneven(&mut self, line: usize, content: &str, count: usize) {
        let other = Separator::ALL.into_iter().find(|other| fits(content, *other, self.columns));
        match other {
            Some(other) => {
                let given = format!("{} here, {} elsewhere", other.name(), self.separator.name());
                self.refuse(line, None, Kind::Separator, given);
            }
            None => self.refuse(line, None, Kind::Cells, format!("{count} cell{}", if count == 1 { "" } else { "s" })),
        }
        let commas = self.separator == Separator::Comma && count == 2 * self.columns;
        if let Some(Problem { kind: Kind::Cells, allowed, .. }) = self.problems.last_mut().filter(|_| commas) {
            allowed.push_str("; decimal commas need semicolons or tabs between cells");
        }
    }

    fn row(&mut self, line: usize, cells: &[String]) {
        let mut row = Vec::with_capacity(self.columns);
        for (i, cell) in cells.iter().enumerate() {
            match self.number(cell) {
                Ok(number) => row.push(number),
                Err(kind) => self.refuse(line, Some(i + 1), kind, given(cell, kind)),
            }
        }
        if row.len() == self.columns {
            self.rows.push(row);
        }
    }

    fn number(&mut self, cell: &str) -> Result<f64, Kind> {
        let (number, sign) = value(cell, self.separator)?;
        if sign.is_some() && self.sign.is_some() && sign != self.sign {
            return Err(Kind::Sign);
        }
        self.sign = sign.or(self.sign);
        if sign == Some(Sign::Comma) && self.comma.is_none() {
            self.comma = Some((cell.into(), number));
        }
        Ok(number)
    }

    fn finish(mut self) -> Result<Sheet, Vec<Problem>> {
        if self.rows.is_empty() && self.problems.is_empty() {
            match self.header.clone() {
                Some((line, header)) => self.refuse(line, None, Kind::Header, format!("only a header, \"{header}\"")),
                None => self.refuse(1, None, Kind::Nothing, "nothing"),
            }
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        let Self { rows, separator, header, comma, .. } = self;
        Ok(Sheet { rows, separator, header: header.map(|(_, header)| header), comma })
    }
}

/// What stands in a cell, for a message.
fn given(cell: &str, kind: Kind) -> String {
    match kind {
        Kind::Empty => "nothing".into(),
        Kind::Long => format!("{} characters, more than {MAX_CELL}", cell.chars().count()),
        _ => format!("\"{}\"", short(cell)),
    }
}

/// The separator that makes rows of most lines, of several that do the first; failing that, the right number of cells, or
/// cells at all.
fn separator(text: &str, columns: usize) -> Separator {
    let sample: Vec<_> = lines(text).map(|(_, line)| line).filter(|line| line.len() <= MAX_LINE).take(SAMPLE).collect();
    let count = |test: &dyn Fn(&str) -> bool| sample.iter().filter(|line| test(line)).count();
    let score = |separator: Separator| {
        let wide = |line: &str| cells(line, separator).map_or(0, |cells| cells.len());
        let rows = count(&|line| fits(line, separator, columns));
        let first = Reverse(sample.iter().position(|line| fits(line, separator, columns)));
        (rows, first, count(&|line| wide(line) == columns), count(&|line| wide(line) > 1))
    };
    // Of several that are as good the first: `max_by_key` gives the last.
    Separator::ALL.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(Separator::Comma)
}

/// Whether a line is a row of numbers with this separator.
fn fits(line: &str, separator: Separator, columns: usize) -> bool {
    let Ok(cells) = cells(line, separator) else { return false };
    let (row, trail) = cells.split_at(columns.min(cells.len()));
    let numbers = row.iter().all(|cell| value(cell, separator).is_ok());
    row.len() == columns && numbers && trail.iter().all(String::is_empty)
}
