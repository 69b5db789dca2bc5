//! Every variant that `vary` and `cases` make together.

use ponder::recipe::fields::{Fields, join};
use ponder::{Fault, Tree};

use super::scope::Value;

/// The fewest and the most variants: one that is asked again must change, and every one is in the page.
pub(super) const VARIANTS: std::ops::RangeInclusive<usize> = 2..=24;

type Given = Vec<(String, Value)>;

const ALLOWED: &str = "allowed is a list of numbers or texts, or {\"from\", \"to\", \"step\"}";

/// Reads both keys; the names and values of every variant.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Option<Vec<Given>> {
    let (vary, cases) = (fields.any("vary"), fields.any("cases"));
    let mut variants: Vec<Given> = vec![Given::new()];
    if let Some(tree) = cases {
        let path = fields.path("cases");
        variants = list(tree, &path, fields.faults())?;
    }
    if let Some(tree) = vary {
        let path = fields.path("vary");
        let Tree::Map(pairs) = tree else {
            fields.wrong("vary", tree, "allowed is an object of names");
            return None;
        };
        for (name, tree) in pairs {
            let path = join(&path, name);
            named(name, &path, fields.faults())?;
            let values = values(tree, &path, fields.faults())?;
            variants = variants.iter().flat_map(|given| values.iter().map(|value| with(given, name, value))).collect();
        }
    }
    if !VARIANTS.contains(&variants.len()) {
        let given = format!("{} variants", variants.len());
        fields.faults().push(Fault::wrong("vary", given, "vary and cases together make 2 to 24"));
        return None;
    }
    Some(variants)
}

fn with(given: &Given, name: &str, value: &Value) -> Given {
    given.iter().cloned().chain([(name.to_owned(), value.clone())]).collect()
}

/// The cases: objects with the same keys.
fn list(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Vec<Given>> {
    let items = tree.list().unwrap_or_default();
    let mut cases = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let place = format!("{path}[{i}]");
        let Tree::Map(pairs) = item else {
            faults.push(Fault::wrong(place, item.glimpse(), "allowed is an object of names"));
            return None;
        };
        let mut case = Given::new();
        for (name, value) in pairs {
            named(name, &place, faults)?;
            case.push((name.clone(), one(value, &join(&place, name), faults)?));
        }
        cases.push(case);
    }
    let keys = |case: &Given| case.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    if cases.is_empty() || cases.iter().any(|case| keys(case) != keys(&cases[0])) {
        faults.push(Fault::wrong(
            path,
            tree.glimpse(),
            "allowed is a list of objects with the same keys in the same order",
        ));
        return None;
    }
    Some(cases)
}

/// What the arithmetic can read as a name.
pub(super) fn named(name: &str, path: &str, faults: &mut Vec<Fault>) -> Option<()> {
    let fine = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if !fine {
        faults.push(Fault::wrong(path, format!("\"{name}\""), "a name is small letters and _"));
    }
    fine.then_some(())
}

fn values(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Vec<Value>> {
    match tree {
        Tree::List(items) if !items.is_empty() => {
            items.iter().enumerate().map(|(i, item)| one(item, &format!("{path}[{i}]"), faults)).collect()
        }
        Tree::Map(_) => range(tree, path, faults),
        other => {
            faults.push(Fault::wrong(path, other.glimpse(), ALLOWED));
            None
        }
    }
}

fn one(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Value> {
    match tree {
        Tree::Number(n) if n.is_finite() => Some(Value::Given(*n)),
        Tree::Text(text) => Some(Value::Text(text.clone())),
        other => {
            faults.push(Fault::wrong(path, other.glimpse(), "allowed is a number or a text"));
            None
        }
    }
}

fn range(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Vec<Value>> {
    let mut fields = Fields::of(tree, path, faults)?;
    let [from, to, step] = ["from", "to", "step"].map(|key| {
        fields.required(key, "a number")?;
        fields.number(key, f64::NEG_INFINITY)
    });
    fields.finish("a range");
    let (from, to, step) = (from?, to?, step?);
    let count = ((to - from) / step + 1e-9).floor();
    if !(step > 0.0 && (0.0..1000.0).contains(&count)) {
        faults.push(Fault::wrong(path, tree.glimpse(), "a range rises from `from` to `to` by a positive `step`"));
        return None;
    }
    // Three times 0.1 is to read 0.3.
    let round = |n: f64| format!("{n:.12e}").parse().unwrap_or(n);
    Some((0..=count as usize).map(|i| Value::Given(round(from + i as f64 * step))).collect())
}
