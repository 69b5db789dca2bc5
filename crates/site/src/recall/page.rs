//! A closing question on the page: its variants, inert, for the reader's hand; the first one as plain text for paper and for
//! readers without JavaScript.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Body, Recall, Variant};
use crate::html::{escape, late};
use crate::maths::Maths;
use crate::number;

/// The element, and the question for paper.
pub fn render(recall: &Recall, maths: &Maths) -> Result<String, String> {
    let first = recall.variants.first().ok_or("no variants")?;
    let variants: Vec<_> = recall.variants.iter().map(data).collect();
    let origin = recall.from.map_or_else(String::new, |from| format!(" from=\"{from}\""));
    let asked = format!("<ol class=\"asked\">\n<li>{}</li>\n</ol>\n", asked(recall, first, maths)?);
    // Inert, and only text: a script that is cloned out of a template breaks the page's policy of Trusted Types.
    Ok(format!(
        "<ponder-recall name=\"{}\"{origin}>\n<template>{}</template>\n</ponder-recall>\n{}",
        recall.id,
        escape(&Value::from(variants).to_string()),
        late(&asked)
    ))
}

/// The answers of first variants, one item of a list each.
pub fn answers(recalls: &[Recall], maths: &Maths) -> Result<String, String> {
    let mut out = String::new();
    for recall in recalls {
        let Some(first) = recall.variants.first() else { continue };
        let _ = writeln!(out, "<li>{}</li>", answer(recall, first, maths)?);
    }
    Ok(out)
}

/// A variant all of whose formulas can be set.
pub(super) fn proved(variant: Variant) -> Result<Variant, String> {
    let maths = Maths::default();
    let mut texts: Vec<&str> = vec![&variant.ask, &variant.why];
    match &variant.body {
        Body::Choose { options, .. } => {
            texts.extend(
                options
                    .iter()
                    .flat_map(|option| [Some(&option.text), option.why.as_ref()])
                    .flatten()
                    .map(String::as_str),
            );
        }
        Body::Type { wrong, .. } => texts.extend(wrong.iter().map(|(_, why)| why.as_str())),
        Body::Order(items) => texts.extend(items.iter().map(|(text, _)| text.as_str())),
    }
    texts.into_iter().try_for_each(|text| maths.words(text).map(|_| ()))?;
    Ok(variant)
}

/// A variant as the page's card takes it: in the form of a figure's question.
fn data(variant: &Variant) -> Value {
    let mut data = match &variant.body {
        Body::Choose { many, options } => {
            let option = |option: &super::Choice| match &option.why {
                Some(why) => json!({ "text": option.text, "right": option.right, "why": why }),
                None => json!({ "text": option.text, "right": option.right }),
            };
            json!({ "kind": "choose", "many": many, "options": options.iter().map(option).collect::<Vec<_>>() })
        }
        Body::Type { answer, tolerance, wrong } => {
            let wrong: Vec<_> = wrong.iter().map(|(value, why)| json!({ "value": value, "why": why })).collect();
            json!({ "kind": "type", "answer": { "value": answer, "tolerance": tolerance }, "wrong": wrong })
        }
        Body::Order(items) => {
            json!({ "kind": "order", "options": items.iter().map(|(text, _)| text).collect::<Vec<_>>() })
        }
    };
    data["ask"] = variant.ask.clone().into();
    data["why"] = variant.why.clone().into();
    data
}

fn asked(recall: &Recall, variant: &Variant, maths: &Maths) -> Result<String, String> {
    let origin = recall.from.map_or_else(String::new, |from| format!("<b>From lesson {from}.</b> "));
    Ok(format!(
        "<p>{origin}{}</p>\n{}",
        maths.words(&variant.ask)?,
        list("ol", &variant.options(), |text| maths.words(text))?
    ))
}

fn answer(recall: &Recall, variant: &Variant, maths: &Maths) -> Result<String, String> {
    let title = recall.from.map_or_else(|| "At the end".to_owned(), |from| format!("From lesson {from}"));
    let (ask, why) = (maths.words(&variant.ask)?, maths.words(&variant.why)?);
    let said = match &variant.body {
        Body::Choose { options, .. } => list("ul", options, |option| {
            let text = maths.words(&option.text)?;
            let text = if option.right { format!("<strong>{text}</strong>") } else { text };
            let why =
                option.why.as_deref().map_or(Ok(String::new()), |why| maths.words(why).map(|why| format!(" {why}")))?;
            Ok(text + &why)
        })?,
        Body::Type { answer, .. } => {
            format!("<p><strong>{}</strong></p>\n", number::answer(*answer))
        }
        Body::Order(items) => list("ol", items, |(text, _)| maths.words(text))?,
    };
    Ok(format!("<p><b>{title}.</b> {ask}</p>\n{said}<p>{why}</p>"))
}

/// A list of what is there; nothing for nothing.
fn list<T>(tag: &str, items: &[T], one: impl Fn(&T) -> Result<String, String>) -> Result<String, String> {
    let items =
        items.iter().map(|item| Ok(format!("<li>{}</li>\n", one(item)?))).collect::<Result<String, String>>()?;
    Ok(if items.is_empty() { items } else { format!("<{tag}>\n{items}</{tag}>\n") })
}
