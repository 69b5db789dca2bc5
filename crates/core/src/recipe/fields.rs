//! Reads an object key by key, remembers which keys it was asked for, and refuses the rest.
//!
//! ```
//! use ponder::Tree;
//! use ponder::recipe::fields::Fields;
//!
//! let tree = Tree::map([("size", 2.5.into()), ("ordr", "cyclic".into())]);
//! let mut faults = Vec::new();
//! let mut fields = Fields::of(&tree, "runs[0].batch", &mut faults).unwrap();
//! assert_eq!(fields.whole("size", 1, 10), None);
//! assert_eq!(fields.text("order"), None, "absent, which is no fault");
//! fields.finish("batch");
//! let lines = faults.iter().map(|fault| fault.to_string()).collect::<Vec<_>>();
//! assert_eq!(lines[0], "runs[0].batch.size: 2.5; allowed is a whole number from 1 to 10");
//! assert_eq!(lines[1], "runs[0].batch.ordr: unknown; batch knows size, order");
//! ```

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::catalogue;
use crate::{Fault, Tree, math, text, tree};

/// The keys of one object of a recipe. Whatever is wrong is added to `faults`, and reading goes on, so that a reader
/// sees everything that is wrong at once.
#[derive(Debug)]
pub struct Fields<'t, 'f> {
    path: String,
    pairs: &'t [(String, Tree)],
    asked: Vec<&'static str>,
    faults: &'f mut Vec<Fault>,
}

impl<'t, 'f> Fields<'t, 'f> {
    /// The object at `path`, or a fault if there is something else.
    pub fn of(tree: &'t Tree, path: &str, faults: &'f mut Vec<Fault>) -> Option<Self> {
        match tree {
            Tree::Map(pairs) => Some(Self { path: path.to_string(), pairs, asked: Vec::new(), faults }),
            other => {
                faults.push(Fault::wrong(path, other.glimpse(), "allowed is an object"));
                None
            }
        }
    }

    /// `path.key`.
    #[must_use]
    pub fn path(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// Where the other faults of this recipe go.
    pub fn faults(&mut self) -> &mut Vec<Fault> {
        self.faults
    }

    /// Adds a fault about the whole object.
    pub fn broken(&mut self, allowed: impl Into<String>) {
        let given = tree::keys(self.pairs.len());
        self.faults.push(Fault::wrong(&self.path, given, allowed));
    }

    /// Adds a fault about `key`'s value.
    pub fn wrong(&mut self, key: &str, given: &Tree, allowed: impl Into<String>) {
        let path = self.path(key);
        self.faults.push(Fault::wrong(path, given.glimpse(), allowed));
    }

    /// Adds a fault about `key`'s number, which is none of those in `range`.
    pub fn outside(&mut self, key: &str, given: &Tree, range: [f64; 2], allowed: impl Into<String>) {
        let fault = Fault::wrong(self.path(key), given.glimpse(), allowed);
        self.faults.push(fault.within(range, given.number()));
    }

    /// The value under `key`, whatever it is; null counts as absent.
    pub fn any(&mut self, key: &'static str) -> Option<&'t Tree> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.pairs.iter().find(|(k, v)| k == key && *v != Tree::Null).map(|(_, value)| value)
    }

    /// The value under `key`, which must be there.
    pub fn required(&mut self, key: &'static str, allowed: &str) -> Option<&'t Tree> {
        let found = self.any(key);
        if found.is_none() {
            let path = self.path(key);
            self.faults.push(Fault::missing(path, format!("needed is {allowed}")));
        }
        found
    }

    /// A finite number, at least `least`.
    pub fn number(&mut self, key: &'static str, least: f64) -> Option<f64> {
        let tree = self.any(key)?;
        let found = tree.number().filter(|n| n.is_finite() && *n >= least);
        if found.is_none() {
            let bound = if least.is_finite() { format!(" from {} up", text::shortest(least)) } else { String::new() };
            let range = [math::larger(least, f64::MIN), f64::MAX];
            self.outside(key, tree, range, format!("allowed is a finite number{bound}"));
        }
        found
    }

    /// A whole number from `least` to `most`.
    pub fn whole(&mut self, key: &'static str, least: usize, most: usize) -> Option<usize> {
        let tree = self.any(key)?;
        let found = tree.number().filter(|n| *n >= least as f64 && *n <= most as f64 && *n as usize as f64 == *n);
        if found.is_none() {
            let range =
                if least == most { format!("{least}") } else { format!("a whole number from {least} to {most}") };
            let fault = Fault::wrong(self.path(key), tree.glimpse(), format!("allowed is {range}"));
            self.faults.push(fault.whole_within([least as f64, most as f64], tree.number()));
        }
        found.map(|n| n as usize)
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<&'t str> {
        let tree = self.any(key)?;
        let found = tree.text();
        if found.is_none() {
            self.wrong(key, tree, "allowed is a text");
        }
        found
    }

    /// true or false.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        match self.any(key)? {
            Tree::Bool(on) => Some(*on),
            other => {
                self.wrong(key, other, "allowed is true or false");
                None
            }
        }
    }

    /// One of a few words.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let tree = self.any(key)?;
        let found = words.iter().find(|(word, _)| tree.text() == Some(word)).map(|(_, value)| *value);
        if found.is_none() {
            let names = catalogue::list(words.iter().map(|(word, _)| *word));
            self.wrong(key, tree, format!("allowed is {names}"));
        }
        found
    }

    /// A list of exactly `length` finite numbers.
    pub fn numbers(&mut self, key: &'static str, length: usize) -> Option<Vec<f64>> {
        let tree = self.any(key)?;
        let path = self.path(key);
        numbers(tree, &path, length, self.faults)
    }

    /// Names these keys last when a fault lists what is known, however early they were read.
    pub fn last(&mut self, keys: &[&'static str]) {
        self.asked.retain(|key| !keys.contains(key));
        self.asked.extend(keys);
    }

    /// Does not tell of a key that has no meaning here, unless it is given and refused for a reason of its own.
    pub fn forget(&mut self, key: &str) {
        if !self.pairs.iter().any(|(given, _)| given == key) {
            self.asked.retain(|asked| *asked != key);
        }
    }

    /// Refuses every key that nothing asked for; `owner` says who knows the others: `adam`.
    pub fn finish(self, owner: &str) {
        let allowed = || format!("{owner} knows {}", self.asked.join(", "));
        for (key, _) in self.pairs.iter().filter(|(key, _)| !self.asked.contains(&key.as_str())) {
            self.faults.push(Fault::unknown(self.path(&tree::short(key)), allowed()));
        }
    }
}

/// `path.key`, or just the key at the top.
#[must_use]
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_string() } else { format!("{path}.{key}") }
}

/// A list of exactly `length` finite numbers at `path`, or faults.
pub fn numbers(tree: &Tree, path: &str, length: usize, faults: &mut Vec<Fault>) -> Option<Vec<f64>> {
    let Some(items) = tree.list().filter(|items| items.len() == length) else {
        faults.push(Fault::wrong(path, tree.glimpse(), format!("allowed is a list of {length} finite numbers")));
        return None;
    };
    let mut values = Vec::with_capacity(length);
    for (i, item) in items.iter().enumerate() {
        match item.number().filter(|n| n.is_finite()) {
            Some(n) => values.push(n),
            None => faults.push(Fault::wrong(format!("{path}[{i}]"), item.glimpse(), "allowed is a finite number")),
        }
    }
    (values.len() == length).then_some(values)
}

#[cfg(test)]
mod tests;
