//! A fence into its variants.

use ponder::recipe::fields::Fields;
use ponder::{Fault, Tree};

use super::check;
use super::page::proved;
use super::scope::Scope;
use super::{Body, Choice, Recall, Variant, vary};
use crate::fence::Fence;
use crate::json::Json;
use crate::problem::{Problems, Source};
use crate::record::Record;

/// A fence before its names are filled in.
struct Draft<'t> {
    recipe: Option<&'t Tree>,
    derived: Vec<(&'t str, &'t Tree)>,
    ask: &'t str,
    why: &'t str,
    body: Answering<'t>,
}

enum Answering<'t> {
    Choose { many: bool, options: Vec<Option3<'t>> },
    Type { value: &'t Tree, tolerance: &'t Tree, wrong: Vec<(&'t Tree, &'t str)> },
    Order(Vec<(&'t str, &'t Tree)>),
}

/// Text, right, why.
type Option3<'t> = (&'t str, Option<&'t Tree>, Option<&'t str>);

#[derive(Clone, Copy)]
enum Kind {
    Choose,
    Type,
    Order,
}

const KINDS: &[(&str, Kind)] = &[("choose", Kind::Choose), ("type", Kind::Type), ("order", Kind::Order)];

/// Reads a fence. `records` are the runs of the page; a variant's own run stands before them as `run` for its time.
pub fn read(source: &Source, fence: &Fence<'_>, records: &mut Vec<Record>) -> Result<Recall, Problems> {
    if let Some((lesson, id)) = fence.name.split_once('/') {
        return again(source, fence, lesson, id);
    }
    let json = Json { source, offset: fence.offset, text: fence.text };
    let tree = json.tree()?;
    let mut faults = Vec::new();
    let found = Fields::of(&tree, "", &mut faults).and_then(|mut fields| {
        let variants = vary::read(&mut fields);
        let draft = draft(&mut fields);
        fields.finish("a closing question");
        Some((variants?, draft?))
    });
    let Some((given, draft)) = found.filter(|_| faults.is_empty()) else {
        return Err(Problems(faults.iter().map(|fault| json.problem(fault)).collect()));
    };
    let wrong = |message: String| source.problem(fence.offset, format!("recall {}{message}", fence.name));
    let mut variants = Vec::new();
    for (i, given) in given.into_iter().enumerate() {
        let scope = Scope::new(given);
        let name = scope.said();
        let made = one(&draft, scope, i, records).and_then(|made| check::variant(&made).map(|()| made));
        variants.push(made.and_then(proved).map_err(|why| wrong(format!(", variant {name}: {why}")))?);
    }
    check::together(&variants).map_err(|why| wrong(format!(": {why}")))?;
    Ok(Recall { id: fence.name.clone(), from: None, variants, offset: fence.offset })
}

/// A question of an earlier lesson: its variants come when all lessons are read.
fn again(source: &Source, fence: &Fence<'_>, lesson: &str, id: &str) -> Result<Recall, Problems> {
    let wrong = |message: String| source.problem(fence.offset, message);
    let from = lesson
        .parse()
        .map_err(|_| wrong(format!("recall {}: write a lesson and a question, as 02/one-step", fence.name)))?;
    if !fence.text.trim().is_empty() {
        return Err(wrong(format!(
            "recall {}: what is asked again stands in lesson {from}; leave this empty",
            fence.name
        ))
        .into());
    }
    Ok(Recall { id: id.to_owned(), from: Some(from), variants: Vec::new(), offset: fence.offset })
}

fn draft<'t>(fields: &mut Fields<'t, '_>) -> Option<Draft<'t>> {
    let recipe = fields.any("recipe");
    let derived = derived(fields);
    fields.required("kind", "choose, type or order");
    let kind = fields.word("kind", KINDS);
    let (ask, why) = (words(fields, "ask"), words(fields, "why"));
    let body = match kind? {
        Kind::Choose => choose(fields),
        Kind::Type => number(fields),
        Kind::Order => order(fields),
    };
    Some(Draft { recipe, derived: derived?, ask: ask?, why: why?, body: body? })
}

fn derived<'t>(fields: &mut Fields<'t, '_>) -> Option<Vec<(&'t str, &'t Tree)>> {
    match fields.any("let") {
        None => Some(Vec::new()),
        Some(Tree::Map(pairs)) => {
            let path = fields.path("let");
            for (name, _) in pairs {
                vary::named(name, &path, fields.faults())?;
            }
            Some(pairs.iter().map(|(name, tree)| (name.as_str(), tree)).collect())
        }
        Some(other) => {
            fields.wrong("let", other, "allowed is an object of names and expressions");
            None
        }
    }
}

fn words<'t>(fields: &mut Fields<'t, '_>, key: &'static str) -> Option<&'t str> {
    let tree = fields.required(key, "a text")?;
    let text = tree.text().filter(|text| !text.trim().is_empty());
    if text.is_none() {
        fields.wrong(key, tree, "allowed is a text that says something");
    }
    text
}

/// Every object of the list under `key`, read by `one`.
fn list<'t, T>(
    fields: &mut Fields<'t, '_>,
    key: &'static str,
    one: impl Fn(&mut Fields<'t, '_>) -> Option<T>,
) -> Option<Vec<T>> {
    let tree = fields.required(key, "a list")?;
    let Some(items) = tree.list() else {
        fields.wrong(key, tree, "allowed is a list of objects");
        return None;
    };
    let path = fields.path(key);
    let faults: &mut Vec<Fault> = fields.faults();
    let mut read = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let mut inner = Fields::of(item, &format!("{path}[{i}]"), faults)?;
        let found = one(&mut inner);
        inner.finish("an option");
        read.push(found);
    }
    read.into_iter().collect()
}

fn choose<'t>(fields: &mut Fields<'t, '_>) -> Option<Answering<'t>> {
    let many = fields.flag("many").unwrap_or(false);
    let options =
        list(fields, "options", |option| Some((words(option, "text")?, option.any("right"), option.text("why"))));
    Some(Answering::Choose { many, options: options? })
}

fn number<'t>(fields: &mut Fields<'t, '_>) -> Option<Answering<'t>> {
    let answer = fields.required("answer", "{\"value\", \"tolerance\"}")?;
    let path = fields.path("answer");
    let mut inner = Fields::of(answer, &path, fields.faults())?;
    let (value, tolerance) = (inner.required("value", "a number"), inner.required("tolerance", "a number above zero"));
    inner.finish("an answer");
    let wrong = match fields.any("wrong") {
        Some(_) => list(fields, "wrong", |wrong| Some((wrong.required("value", "a number")?, words(wrong, "why")?)))?,
        None => Vec::new(),
    };
    Some(Answering::Type { value: value?, tolerance: tolerance?, wrong })
}

fn order<'t>(fields: &mut Fields<'t, '_>) -> Option<Answering<'t>> {
    let items = list(fields, "options", |item| Some((words(item, "text")?, item.required("value", "a number")?)));
    Some(Answering::Order(items?))
}

/// One variant, its own run at hand.
fn one(draft: &Draft<'_>, scope: Scope, i: usize, records: &mut Vec<Record>) -> Result<Variant, String> {
    let Some(recipe) = draft.recipe else { return filled(draft, scope, i, records) };
    let plan = ponder::check(&scope.recipe(recipe)?).map_err(|faults| format!("recipe: {faults}"))?;
    records.insert(0, Record::new("run", plan));
    let made = filled(draft, scope, i, records);
    records.remove(0);
    made
}

fn filled(draft: &Draft<'_>, mut scope: Scope, i: usize, records: &[Record]) -> Result<Variant, String> {
    let name = scope.said();
    for (name, tree) in &draft.derived {
        let value = scope.number(tree, records).map_err(|why| format!("let {name}: {why}"))?;
        scope.define(name, value)?;
    }
    let fill = |text: &str| scope.fill(text, records);
    let number = |tree: &Tree| scope.number(tree, records);
    let body = match &draft.body {
        Answering::Choose { many, options } => {
            let option = |(text, right, why): &Option3<'_>| {
                let right = right.map_or(Ok(false), |right| scope.holds(right))?;
                let why = why.filter(|_| !right).map(fill).transpose()?;
                Ok::<_, String>(Choice { text: fill(text)?, right, why })
            };
            let options = options.iter().map(option).collect::<Result<_, _>>()?;
            Body::Choose { many: *many, options: placed(options, i) }
        }
        Answering::Type { value, tolerance, wrong } => {
            let wrong = wrong.iter().map(|(value, why)| Ok::<_, String>((number(value)?, fill(why)?)));
            let wrong = wrong.collect::<Result<_, _>>()?;
            Body::Type { answer: number(value)?, tolerance: number(tolerance)?, wrong }
        }
        Answering::Order(items) => {
            let items = items.iter().map(|(text, value)| Ok::<_, String>((fill(text)?, number(value)?)));
            let mut items: Vec<_> = items.collect::<Result<_, _>>()?;
            items.sort_by(|(_, a), (_, b)| a.total_cmp(b));
            Body::Order(items)
        }
    };
    Ok(Variant { name, ask: fill(draft.ask)?, why: fill(draft.why)?, body })
}

/// Numbers by size; other options turn round from variant to variant, so that nobody learns a place.
fn placed(mut options: Vec<Choice>, i: usize) -> Vec<Choice> {
    let sizes: Option<Vec<f64>> = options.iter().map(|option| check::number_of(&option.text)).collect();
    match sizes {
        Some(_) => options.sort_by(|a, b| {
            let size = |option: &Choice| check::number_of(&option.text).unwrap_or_default();
            size(a).total_cmp(&size(b))
        }),
        None if !options.is_empty() => {
            let by = i % options.len();
            options.rotate_left(by);
        }
        None => {}
    }
    options
}
