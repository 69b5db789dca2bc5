//! What is wrong with a source file: where, and in one line what was given and what is allowed.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io;
use std::path::Path;

/// One thing that is wrong. `Display` is `file:line: message`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the reader of the message would open it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What was given and what is allowed.
    pub message: String,
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Everything that is wrong, in the order it was met. `Display` is one line a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// `value`, if nothing is wrong.
    pub fn unless_any<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Display for Problems {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// A text with a name, so that a position in it can be told to a person.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file, as the reader of a message would open it.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl Source {
    /// The text of a file.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        let text = fs::read_to_string(path).map_err(|error| Self::unreadable(path, &error))?;
        Ok(Self { name: path.display().to_string(), text })
    }

    /// What is wrong with a file that cannot be read or written.
    pub fn unreadable(path: &Path, error: &io::Error) -> Problems {
        Self { name: path.display().to_string(), text: String::new() }.problem_on(1, error).into()
    }

    /// The line of a byte offset, from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        1 + self.text.as_bytes()[..offset.min(self.text.len())].iter().filter(|&&byte| byte == b'\n').count()
    }

    /// A problem at a byte offset.
    pub fn problem(&self, offset: usize, message: impl ToString) -> Problem {
        self.problem_on(self.line(offset), message)
    }

    /// A problem on a line.
    pub fn problem_on(&self, line: usize, message: impl ToString) -> Problem {
        Problem { file: self.name.clone(), line, message: message.to_string() }
    }
}
