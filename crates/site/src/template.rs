//! Numbers in prose: `{{loss descent @ 100}}` is filled from the figure `descent` when the site is built.
//!
//! ```text
//! {{quantity figure[.run] clause… [to digits]}}
//! ```
//!
//! `figure` is the name behind a ```` ```figure ```` or ```` ```recipe ```` fence, `run` its index from 0. `to 6` gives six significant digits
//! (three without it), `to .6` six digits behind the point, `to all` as many as bring back the same number. The quantities and their clauses: [`crate::quantity`].
//!
//! `{{number E33 lost}}` is a number that a claim or a misprint of the course comes to: [`crate::measured`].

use crate::measured;
use crate::number::{Digits, Place, write};
use crate::quantity::{self, Clauses, Value};
use crate::record::Record;

/// `text` with every template filled for its place.
pub fn fill(text: &str, records: &[Record], place: Place) -> Result<String, String> {
    let mut parts = text.split("{{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (template, rest) = part.split_once("}}").ok_or_else(|| format!("{{{{{part}: not closed by }}}}"))?;
        let wrong = |why| format!("{{{{{template}}}}}: {why}");
        let words: Vec<_> = template.split_whitespace().collect();
        out += &match words[..] {
            ["number", id, name] => measured::find(id, name).map_err(wrong)?,
            _ => ask(template, records).map(|(value, digits)| said(value, digits, place)).map_err(wrong)?,
        };
        out += rest;
    }
    Ok(out)
}

/// The number of a text that is one template and nothing else, all digits of it; `None` for any other text.
pub fn exact(text: &str, records: &[Record]) -> Option<Result<f64, String>> {
    let template = text.strip_prefix("{{")?.strip_suffix("}}").filter(|inner| !inner.contains("{{"))?;
    let named = |why| format!("{text}: {why}");
    Some(match ask(template, records) {
        Ok((Value::Number(n), _)) => Ok(n),
        Ok((Value::Count(n), _)) => Ok(n as f64),
        Ok((Value::Pair(_), _)) => Err(named("a pair; a number is needed here".to_owned())),
        Err(why) => Err(named(why)),
    })
}

fn ask(template: &str, records: &[Record]) -> Result<(Value, Digits), String> {
    let mut words = template.split_whitespace();
    let (Some(name), Some(target)) = (words.next(), words.next()) else {
        return Err("write a quantity and a figure, as {{loss descent @ 100}}".into());
    };
    let (record, run) = find(target, records)?;
    let mut clauses = Clauses::parse(words)?;
    let digits = digits(clauses.take("to"))?;
    let value = quantity::find(name, record)?(record, run, &mut clauses)?;
    clauses.finish(name)?;
    match value {
        Value::Number(n) if !n.is_finite() => Err("the run has left the finite numbers there".into()),
        value => Ok((value, digits)),
    }
}

fn find<'r>(target: &str, records: &'r [Record]) -> Result<(&'r Record, usize), String> {
    let (id, run) = target.split_once('.').unwrap_or((target, "0"));
    let record = records.iter().find(|record| record.id() == id).ok_or_else(|| {
        let known: Vec<_> = records.iter().map(Record::id).collect();
        format!("\"{id}\" is no figure or recipe of this page; it has {}", known.join(", "))
    })?;
    let runs = record.plan().runs().len();
    let run = run.parse().ok().filter(|&run| run < runs);
    Ok((record, run.ok_or_else(|| format!("{target}: {id} has runs 0 to {}", runs - 1))?))
}

/// How many digits the clause behind `to` asks for.
pub(crate) fn digits(clause: Option<&str>) -> Result<Digits, String> {
    match clause {
        None => Ok(Digits::Significant(3)),
        Some("all") => Ok(Digits::All),
        Some(n) if n.starts_with('.') => {
            let n = n[1..].parse().ok().filter(|n| (1..=17).contains(n));
            n.map(Digits::Decimals).ok_or_else(|| "`to .` takes 1 to 17 digits behind the point".into())
        }
        Some(n) => {
            let n = n.parse().ok().filter(|n| (1..=17).contains(n));
            n.map(Digits::Significant).ok_or_else(|| "`to` takes 1 to 17 significant digits, or all".into())
        }
    }
}

fn said(value: Value, digits: Digits, place: Place) -> String {
    match value {
        Value::Number(n) => write(n, digits, place),
        Value::Count(n) => n.to_string(),
        Value::Pair([a, b]) => {
            let space = if place == Place::Formula { "\\; " } else { "\u{a0}" };
            format!("({},{space}{})", write(a, digits, place), write(b, digits, place))
        }
    }
}
