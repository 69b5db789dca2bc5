//! Spot the bug: a rule as it is printed, line by line. Once the reader has marked the wrong line, the right form stands
//! beside it, and both are run.

use std::fmt::Write as _;

use ponder::Tree;
use ponder::recipe::fields::Fields;
use ponder_course::wrong::{Column, Side};
use ponder_course::{Contest, ERRATA, Erratum, TEXTS, Wrong};
use serde_json::json;

use super::chart::{Axis, Chart, short};
use super::{Drawn, Kind, Scope};
use crate::html::escape;
use crate::maths::Maths;
use crate::number::Place;
use crate::template::fill;

pub(super) const ENTRY: Kind = Kind::new("bug", draw).commits().asks(answer).in_own_words();

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let tree = fields.required("erratum", "the id of a misprint that runs, as E33")?;
    let Some((erratum, wrong)) = find(tree) else {
        let known = ERRATA.iter().filter(|erratum| erratum.wrong.is_some()).map(|erratum| erratum.id);
        let known = ponder::catalogue::list(known);
        fields.wrong("erratum", tree, format!("allowed is {known}"));
        return None;
    };
    let maths = Maths::default();
    let lines = lines(wrong.printed, None, &maths).and_then(|lines| Ok((lines, result(erratum, wrong, &maths)?)));
    let (lines, result) = match lines {
        Ok(both) => both,
        Err(message) => {
            fields.wrong("erratum", tree, message);
            return None;
        }
    };
    let html = format!(
        "<ol class=\"lines\">\n{lines}</ol>\n<template class=\"result\">\n{result}</template>\n\
         <noscript><p>One line is wrong. Which? The answer stands under Answers.</p></noscript>\n"
    );
    let text = TEXTS.iter().find(|(id, _)| *id == erratum.text).map_or("", |(_, title)| *title);
    let record = format!("{}: {text}, {}.", erratum.id, erratum.place);
    Some(Drawn { data: json!({}), html, record, title: Some("Spot the bug".into()) })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    let (erratum, wrong) = find(tree.get("erratum")?)?;
    let result = result(erratum, wrong, &Maths::default()).ok()?;
    let line = wrong.line + 1;
    Some(format!("<p><b>{}, {}.</b> Line {line} is wrong.</p>\n{result}", erratum.id, escape(erratum.place)))
}

fn find(tree: &Tree) -> Option<(&'static Erratum, &'static Wrong)> {
    let erratum = ERRATA.iter().find(|erratum| Some(erratum.id) == tree.text())?;
    Some((erratum, erratum.wrong?))
}

fn lines(tex: &[&str], marked: Option<usize>, maths: &Maths) -> Result<String, String> {
    let line = |(i, tex): (usize, &&str)| {
        let class = if marked == Some(i) { " class=\"marked\"" } else { "" };
        Ok(format!("<li{class}>{}</li>\n", maths.render(tex, false)?))
    };
    tex.iter().enumerate().map(line).collect()
}

/// Both forms, both runs, and what it comes to.
fn result(erratum: &Erratum, wrong: &Wrong, maths: &Maths) -> Result<String, String> {
    let contest = wrong.contest();
    let forms = format!(
        "<div class=\"forms\">\n<div><h3>As printed</h3>\n<ol class=\"lines\">\n{}</ol></div>\n\
         <div><h3>As it was meant</h3>\n<ol class=\"lines\">\n{}</ol></div>\n</div>\n",
        lines(wrong.printed, Some(wrong.line), maths)?,
        lines(wrong.meant, Some(wrong.line), maths)?,
    );
    let why = maths.words(&fill(erratum.matters, &[], Place::Prose)?)?;
    Ok(format!("{forms}<p>{why}</p>\n{}{}{}", picture(wrong, &contest), table(wrong, &contest), ends(&contest)))
}

fn ends(contest: &Contest) -> String {
    let last = contest.plan.steps();
    let said = |side: &Side| match (0..=last).find(|t| side.loss(*t).is_nan()) {
        // Not far away, but nowhere.
        Some(t) if t > 0 && side.loss(t - 1).abs() < 1e8 => format!("From step {t} on there is no number."),
        _ => side.outcome.map(|outcome| outcome.to_string()).unwrap_or_default(),
    };
    let [printed, right] = [&contest.printed, &contest.right].map(|side| escape(&said(side)));
    format!("<p><b>As printed:</b> {printed}<br><b>As it was meant:</b> {right}</p>\n")
}

fn name(column: Column) -> &'static str {
    match column {
        Column::W => "w",
        Column::B => "b",
        Column::Loss => "loss",
    }
}

/// A few steps of both.
fn table(wrong: &Wrong, contest: &Contest) -> String {
    let last = contest.plan.steps();
    let parts = contest.parts.unwrap_or(last);
    let mut steps = vec![0, 1, 2, parts, last / 2, last];
    steps.sort_unstable();
    steps.dedup();
    let name = name(wrong.look);
    let mut out = format!(
        "<table class=\"both\">\n<thead><tr><th scope=\"col\">Step</th><th scope=\"col\">{name}, as printed</th>\
         <th scope=\"col\">{name}, as meant</th></tr></thead>\n<tbody>\n"
    );
    for t in steps {
        let [printed, right] = [&contest.printed, &contest.right].map(|side| shown(side.column(wrong.look, t)));
        let _ = writeln!(out, "<tr><th scope=\"row\">{t}</th><td>{printed}</td><td>{right}</td></tr>");
    }
    out + "</tbody>\n</table>\n"
}

fn shown(value: f64) -> String {
    if value.is_finite() { short(value, 4) } else { "no number".into() }
}

/// Both over the steps: the printed rule broken, the right one whole. A loss stands as a power of ten.
fn picture(wrong: &Wrong, contest: &Contest) -> String {
    let last = contest.plan.steps();
    let log = wrong.look == Column::Loss;
    let value = |x: f64| if log { x.max(1e-16).log10() } else { x };
    let series = |side: &Side| -> Vec<[f64; 2]> {
        let all = (0..=last).map(|t| (t as f64, side.column(wrong.look, t)));
        all.take_while(|(_, x)| x.is_finite()).map(|(t, x)| [t, value(x)]).collect()
    };
    let (printed, right) = (series(&contest.printed), series(&contest.right));
    let ys = |points: &[[f64; 2]]| {
        let fold = |f: fn(f64, f64) -> f64, from| points.iter().map(|[_, y]| *y).fold(from, f);
        [fold(f64::min, f64::INFINITY), fold(f64::max, f64::NEG_INFINITY)]
    };
    let ([low, high], [least, most]) = (ys(&right), ys(&printed));
    let room = (high - low).max(0.5);
    let (low, high) = (low.min(least.max(low - room)), high.max(most.min(high + room)));
    let kept = printed.iter().take_while(|[_, y]| (low..=high).contains(y)).copied().collect::<Vec<_>>();
    let title = if log { "loss, as a power of ten" } else { name(wrong.look) };
    let x = Axis { name: "step", range: [0.0, last as f64], parts: 4, unit: "" };
    let chart =
        Chart { size: [440.0, 240.0], plot: [48.0, 424.0, 28.0, 192.0], feet: 18.0, x, y: axis(title, low, high) };
    let end = kept.last().filter(|_| kept.len() <= last);
    let end = end.map_or_else(String::new, |[t, y]| {
        let (x, y) = (chart.x(*t), chart.y(*y));
        format!("<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>")
    });
    let inside = format!(
        "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{}\"/>\n\
         <path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"2.5\" stroke-dasharray=\"6 4\" fill=\"none\" d=\"{}\"/>\n{end}",
        chart.path(right),
        chart.path(kept)
    );
    let alt = format!("Both runs over the steps, {title}: the printed form broken, the meant one whole.");
    let key =
        "<p class=\"key\"><span class=\"broken\">as printed</span> <span class=\"whole\">as it was meant</span></p>\n";
    format!("{}{key}", chart.svg("both", &alt, &inside))
}

/// Round numbers around a range.
fn axis(name: &str, low: f64, high: f64) -> Axis<'_> {
    let step = super::chart::nice((high - low).max(1e-9) / 4.0);
    let (from, to) = ((low / step - 1e-9).floor(), (high / step + 1e-9).ceil());
    Axis { name, range: [from * step, to * step], parts: (to - from) as usize, unit: "" }
}
