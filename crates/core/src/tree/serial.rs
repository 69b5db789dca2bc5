//! A tree out of any format that serde reads, and back.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{MAX_DEPTH, Tree};

/// Reads a tree whose remaining depth is `.0`.
struct Depth(usize);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Depth(MAX_DEPTH).deserialize(deserializer)
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Tree;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Depth {
    fn below<E: Error>(&self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom(format!("nested deeper than {MAX_DEPTH} levels")))
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a recipe: objects, lists, texts, numbers, true, false or null")
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E>(self, b: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(b))
    }
    fn visit_i64<E>(self, n: i64) -> Result<Tree, E> {
        Ok(Tree::Number(n as f64))
    }
    fn visit_u64<E>(self, n: u64) -> Result<Tree, E> {
        Ok(Tree::Number(n as f64))
    }
    fn visit_f64<E>(self, n: f64) -> Result<Tree, E> {
        Ok(Tree::Number(n))
    }
    fn visit_str<E>(self, t: &str) -> Result<Tree, E> {
        Ok(Tree::Text(t.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.below()?)? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Tree, A::Error> {
        let mut map: Vec<(String, Tree)> = Vec::new();
        while let Some(key) = pairs.next_key::<String>()? {
            map.push((key, pairs.next_value_seed(self.below()?)?));
        }
        match twice(&map) {
            Some(key) => Err(A::Error::custom(format!("the key {key} stands twice"))),
            None => Ok(Tree::Map(map)),
        }
    }
}

/// A key that is there more than once. In order, since each asked of all others takes hours for a million.
fn twice(map: &[(String, Tree)]) -> Option<&str> {
    let mut keys: Vec<_> = map.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(b) => serializer.serialize_bool(*b),
            Self::Number(n) => number(*n, serializer),
            Self::Text(t) => serializer.serialize_str(t),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Whole numbers are written without a point, non-finite ones as null. −0 keeps its sign.
fn number<S: Serializer>(n: f64, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = n as i64;
    if !n.is_finite() {
        serializer.serialize_unit()
    } else if whole as f64 == n && whole.unsigned_abs() < 1 << 53 && (whole != 0 || n.is_sign_positive()) {
        serializer.serialize_i64(whole)
    } else {
        serializer.serialize_f64(n)
    }
}
