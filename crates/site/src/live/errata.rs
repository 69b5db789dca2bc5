//! Misprints of one group: what is printed, what was meant, what difference it makes.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder_course::erratum::{self, Group};
use ponder_course::{ERRATA, Erratum};
use serde_json::Value;

use super::{Drawn, Kind, Scope};
use crate::html::escape;
use crate::maths::Maths;
use crate::number::Place;
use crate::template::fill;

pub(super) const ENTRY: Kind = Kind::new("errata", draw).in_own_words();

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let tree = fields.required("group", "the name of a group")?;
    let group = fields.word("group", &Group::ALL)?;
    let (maths, mut html) = (Maths::default(), "<dl class=\"errata\">\n".to_owned());
    for erratum in ERRATA.iter().filter(|erratum| erratum.group == group) {
        match entry(erratum, &maths) {
            Ok(entry) => html += &entry,
            Err(message) => {
                fields.wrong("group", tree, format!("{}: {message}", erratum.id));
                return None;
            }
        }
    }
    Some(Drawn { data: Value::Null, html: html + "</dl>\n", record: String::new(), title: Some(String::new()) })
}

fn entry(erratum: &Erratum, maths: &Maths) -> Result<String, String> {
    let kind = match erratum.kind {
        erratum::Kind::Behaviour => "changes what happens",
        erratum::Kind::Number => "changes a number",
        erratum::Kind::Typesetting => "changes no number",
    };
    let filled = |said: &str| fill(said, &[], Place::Prose).and_then(|said| maths.words(&said));
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<div id=\"{}\"><dt><b>{}</b> {}, {} <i>{kind}</i></dt>",
        erratum.id.to_lowercase(),
        erratum.id,
        erratum.text,
        escape(erratum.place)
    );
    let _ = writeln!(out, "<dd><span class=\"label\">printed</span> {}</dd>", filled(erratum.printed)?);
    let _ = writeln!(out, "<dd><span class=\"label\">right</span> {}</dd>", filled(erratum.right)?);
    let _ = writeln!(out, "<dd><span class=\"label\">effect</span> {}</dd></div>", filled(erratum.matters)?);
    Ok(out)
}
