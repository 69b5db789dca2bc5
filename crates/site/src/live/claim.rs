//! A claim of the course as a card: what is said and what is measured; then the reader's verdict, then ours, with its
//! numbers, its bounds, and a run that shows where the claim fails.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Tree, catalogue, text};
use ponder_course::{CLAIMS, Claim, Findings, Verdict};
use serde_json::json;

use super::{Drawn, Kind, Scope};
use crate::exhibit::bare;
use crate::figure::Figure;
use crate::html::escape;
use crate::measured::said;
use crate::record::Record;

pub(super) const ENTRY: Kind = Kind::new("claim", draw).commits().asks(answer).in_own_words();

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let claim = read(fields)?;
    let findings = claim.findings();
    let html = format!(
        "<div class=\"card\">\n<blockquote><p>{}</p></blockquote>\n<p>{}</p>\n</div>\n\
         <template class=\"result\">\n{}{}</template>\n\
         <noscript><p>Does it hold, does it fail, or does it depend? The verdict stands under Answers.</p></noscript>\n",
        escape(claim.says),
        escape(claim.measure),
        result(claim, &findings),
        counter(claim, &findings).unwrap_or_default(),
    );
    let record = format!("{}, {}.", claim.source(), claim.rows.join(", "));
    let title = format!("{}. {}", claim.id, claim.title);
    Some(Drawn { data: json!({}), html, record, title: Some(title) })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    let claim = catalogue::find(CLAIMS, tree.get("claim")?.text()?).ok()?;
    let title = escape(claim.title);
    Some(format!("<p><b>{}. {title}.</b> {}</p>\n{}", claim.id, escape(claim.says), result(claim, &claim.findings())))
}

fn read(fields: &mut Fields<'_, '_>) -> Option<&'static Claim> {
    let tree = fields.required("claim", "the id of a claim, as C3")?;
    let found = catalogue::find(CLAIMS, tree.text().unwrap_or_default());
    found.map_err(|known| fields.wrong("claim", tree, format!("allowed is {known}"))).ok()
}

/// Verdict, reason, cases, numbers and bounds.
fn result(claim: &Claim, findings: &Findings) -> String {
    let verdict = match findings.verdict() {
        Verdict::Holds => "It holds.",
        Verdict::Fails => "It fails.",
        Verdict::Depends => "It depends.",
    };
    let name = findings.verdict().name();
    let mut out = format!(
        "<p data-verdict=\"{name}\"><strong>{verdict}</strong> {}</p>\n<ul class=\"cases\">\n",
        escape(claim.why)
    );
    for case in &findings.cases {
        let mark = if case.holds { "Yes" } else { "No" };
        let _ = writeln!(out, "<li><b>{mark}:</b> {}</li>", escape(&case.what));
    }
    out += "</ul>\n<table class=\"measured\">\n<tbody>\n";
    for number in &findings.numbers {
        let _ = writeln!(out, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escape(&number.what), said(number));
    }
    let bounds: Vec<_> =
        claim.thresholds.iter().map(|(what, bound)| format!("{}: {}", escape(what), text::human(*bound))).collect();
    format!("{out}</tbody>\n</table>\n<p class=\"bounds\">Bounds: {}.</p>\n", bounds.join("; "))
}

/// The run that shows where it fails, one click away.
fn counter(claim: &Claim, findings: &Findings) -> Option<String> {
    let Tree::Map(mut pairs) = findings.recipe(claim.counter?)?.clone() else { return None };
    let texts = |words: &[&str]| Tree::List(words.iter().map(|word| (*word).into()).collect());
    let view = Tree::map([("views", texts(&["contour", "curves", "table"])), ("knobs", texts(&[]))]);
    let title = format!("{}, where it fails", claim.id);
    let alt = format!("The run that speaks against it: {}.", claim.title);
    let words = [("view", view), ("title", title.as_str().into()), ("alt", alt.as_str().into())];
    pairs.extend(words.map(|(key, value)| (key.to_owned(), value)));
    let tree = Tree::Map(pairs);
    let id = format!("{}-counter", claim.id.to_lowercase());
    let plan = ponder::check(&tree).ok().filter(|_| ponder_plot::Figure::new(&tree).is_ok())?;
    let record = Record::new(&id, plan);
    let figure = Figure { id, title, alt, tree, questions: Vec::new() };
    let html = bare(&figure, &record).ok()?;
    Some(format!(
        "<details class=\"counter\">\n<summary>See where it fails</summary>\n<template>\n{html}</template>\n</details>\n"
    ))
}
