//! One self-describing tree for every front door: JSON text, a JavaScript object, a link.
//!
//! Unknown keys stay visible here (a derived struct would never see them), so that one place can refuse them.
//!
//! ```
//! use ponder::Tree;
//!
//! let tree: Tree = serde_json::from_str(r#"{"steps": 40, "stepps": 50}"#).unwrap();
//! assert_eq!(tree.get("steps").and_then(Tree::number), Some(40.0));
//! assert_eq!(serde_json::to_string(&tree).unwrap(), r#"{"steps":40,"stepps":50}"#, "no key is lost on the way");
//! ```

mod serial;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::text;

/// The deepest nesting a front door takes. A figure needs seven levels.
pub const MAX_DEPTH: usize = 32;

/// A value as JSON knows it, except that numbers may be NaN or infinite (JavaScript has those).
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// Nothing; also what a non-finite number is written as.
    Null,
    /// true or false.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Keys and values, in the order given.
    Map(Vec<(String, Self)>),
}

impl Tree {
    /// A map from literal keys.
    pub fn map<const K: usize>(pairs: [(&str, Self); K]) -> Self {
        Self::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A list of numbers.
    #[must_use]
    pub fn numbers(values: &[f64]) -> Self {
        Self::List(values.iter().map(|&v| Self::Number(v)).collect())
    }

    /// The value under `key`, if this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(pairs) => pairs.iter().find(|(k, _)| k == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The number, if this is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(n) => Some(*n),
            _ => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(t) => Some(t),
            _ => None,
        }
    }

    /// The items, if this is a list.
    #[must_use]
    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// A few words that show a reader what stood there, for error messages.
    #[must_use]
    pub fn glimpse(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(b) => b.to_string(),
            Self::Number(n) => text::shortest(*n),
            Self::Text(t) => format!("\"{}\"", short(t)),
            Self::List(items) => format!("a list of {}", items.len()),
            Self::Map(pairs) => keys(pairs.len()),
        }
    }
}

/// The first few characters of a text.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What an object of so many keys is called.
pub(crate) fn keys(count: usize) -> String {
    format!("an object with {count} key{}", if count == 1 { "" } else { "s" })
}

impl From<f64> for Tree {
    fn from(n: f64) -> Self {
        Self::Number(n)
    }
}

impl From<usize> for Tree {
    fn from(n: usize) -> Self {
        Self::Number(n as f64)
    }
}

impl From<&str> for Tree {
    fn from(t: &str) -> Self {
        Self::Text(t.to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Tree {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_round_trip_keeps_order_and_kinds() {
        let json = r#"{"b":[1,-0.0,2.5e-11,null,true],"a":{"t":"x"}}"#;
        let tree: Tree = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&tree).unwrap(), json);
        assert_eq!(tree.get("b").and_then(Tree::list).map(<[Tree]>::len), Some(5));
    }

    #[test]
    fn a_key_that_stands_twice_is_told_among_a_million() {
        let pairs = |last: &str| {
            let keys: Vec<_> = (0..1_000_000).map(|key| alloc::format!("\"{key}\":null")).collect();
            serde_json::from_str::<Tree>(&alloc::format!("{{{},\"{last}\":1}}", keys.join(",")))
        };
        assert!(pairs("7").unwrap_err().to_string().contains("the key 7 stands twice"));
        assert_eq!(pairs("last").unwrap().get("last"), Some(&Tree::Number(1.0)));
    }

    #[test]
    fn a_decimal_is_read_as_the_nearest_number() {
        let tree: Tree = serde_json::from_str("-1.4041427492094867").unwrap();
        assert_eq!(tree, Tree::Number(-1.404_142_749_209_486_7));
    }

    #[test]
    fn nesting_is_bounded_and_keys_are_unique() {
        let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
        let error = serde_json::from_str::<Tree>(&deep).unwrap_err().to_string();
        assert!(error.contains("deeper than 32"), "{error}");
        let error = serde_json::from_str::<Tree>(r#"{"steps":1,"steps":2}"#).unwrap_err().to_string();
        assert!(error.contains("steps stands twice"), "{error}");
    }

    #[test]
    fn non_finite_numbers_are_written_as_null() {
        assert_eq!(serde_json::to_string(&Tree::numbers(&[f64::NAN, f64::INFINITY, 3.0])).unwrap(), "[null,null,3]");
    }
}
