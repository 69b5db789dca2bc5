//! One lesson, from its file to what stands on its pages.

use std::path::Path;

use crate::figure::{self, Exhibits};
use crate::front::Front;
use crate::mark::{self, Met};
use crate::page::Entry;
use crate::problem::{Problems, Source};
use crate::prose::{self, Body};
use crate::social;
use crate::{answers, fence, front, handout, shape};

/// A lesson, rendered.
#[derive(Debug)]
pub struct Lesson {
    /// Where it comes from.
    pub source: Source,
    /// What it says of itself.
    pub front: Front,
    /// What the others see of it.
    pub entry: Entry,
    /// Its text.
    pub body: Body,
    /// Its answers.
    pub answers: String,
    /// The sheets of its handout.
    pub handout: String,
    /// The picture that stands for it.
    pub picture: Vec<u8>,
    /// The rows that it meets.
    pub met: Vec<Met>,
}

/// Reads and renders a lesson.
pub fn read(source: Source) -> Result<Lesson, Problems> {
    let front = front::parse(&source)?;
    let stem = Path::new(&source.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let number = stem.split_once('-').and_then(|(number, _)| number.parse().ok());
    let number = number.ok_or_else(|| source.problem_on(1, "a lesson's file is called NN-name.md"))?;
    let fences = fence::all(&source, front.body)?;
    let exhibits = figure::read(&source, &fences)?;
    let body = prose::render(&source, front.body, &fences, &exhibits)?;
    shape::check(&source, &body.sections)?;
    let met = mark::met(&source, &front, &body.marks, &body.sections, &fences)?;
    let entry = Entry {
        number,
        name: stem.to_owned(),
        href: format!("lessons/{stem}.html"),
        title: front.title.clone(),
        asks: front.asks.clone(),
        rows: front.said.clone(),
    };
    let handout = handout::sheets(&source, &fences, &exhibits)?;
    let picture = picture(&entry, &exhibits).map_err(|message| source.problem_on(1, message))?;
    let answers = answers::list(&exhibits);
    Ok(Lesson { entry, body, answers, handout, picture, met, front, source })
}

fn picture(entry: &Entry, exhibits: &Exhibits) -> Result<Vec<u8>, String> {
    let first = exhibits.figures.first().and_then(|figure| Some((figure, exhibits.record(&figure.id)?)));
    social::picture(&format!("Ponder · Lesson {}", entry.number), &entry.title, first)
}
