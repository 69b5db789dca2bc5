//! Every place in a recipe under the path that a fault has for it.

use ponder::Tree;

/// Paths and what stands there, the whole under the empty path.
pub(crate) fn places(tree: &Tree) -> Vec<(String, &Tree)> {
    let mut found = Vec::new();
    add(tree, String::new(), &mut found);
    found
}

fn add<'t>(tree: &'t Tree, path: String, found: &mut Vec<(String, &'t Tree)>) {
    match tree {
        Tree::Map(pairs) => {
            for (key, value) in pairs {
                let key = shown(key);
                add(value, if path.is_empty() { key } else { format!("{path}.{key}") }, found);
            }
        }
        Tree::List(items) => {
            for (i, item) in items.iter().enumerate() {
                add(item, format!("{path}[{i}]"), found);
            }
        }
        _ => {}
    }
    found.push((path, tree));
}

/// A long key is cut.
fn shown(key: &str) -> String {
    let cut: String = key.chars().take(40).collect();
    if cut.len() < key.len() { cut + "…" } else { cut }
}
