//! One lesson, from its file to what stands on its pages.

use std::path::Path;

use crate::figure::{self, Exhibits};
use crate::front::Front;
use crate::mark::{self, Met};
use crate::page::Entry;
use crate::problem::{Problems, Source};
use crate::prose::{self, Body};
use crate::social;
use crate::{answers, closing, fence, front, handout, live, shape};

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

/// A lesson, read and run, before it is rendered.
#[derive(Debug)]
pub struct Draft {
    source: Source,
    front: Front,
    name: String,
    number: usize,
    exhibits: Exhibits,
}

impl Draft {
    /// Reads a lesson and runs its figures.
    pub fn read(source: Source) -> Result<Self, Problems> {
        let front = front::parse(&source)?;
        let name = Path::new(&source.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let number = name.split_once('-').and_then(|(number, _)| number.parse().ok());
        let number = number.ok_or_else(|| source.problem_on(1, "a lesson's file is called NN-name.md"))?;
        let exhibits = figure::read(&source, &fence::all(&source, front.body)?)?;
        Ok(Self { source, front, name, number, exhibits })
    }

    /// Its closing questions, to be lent and completed.
    pub fn asking(&mut self) -> closing::Lesson<'_> {
        closing::Lesson { number: self.number, source: &self.source, recalls: &mut self.exhibits.recalls }
    }

    /// Renders it. `earlier`: whether there are lessons before it.
    pub fn finish(self, earlier: bool) -> Result<Lesson, Problems> {
        let Self { source, front, name, number, exhibits } = self;
        let fences = fence::all(&source, front.body)?;
        let body = prose::render(&source, front.body, &fences, &exhibits)?;
        closing::check(&source, &exhibits.recalls, earlier)?;
        shape::check(&source, &body.sections)?;
        let met = mark::met(&source, &front, &body.marks, &body.sections, &fences)?;
        let entry = Entry {
            number,
            href: format!("lessons/{name}.html"),
            name,
            title: front.title.clone(),
            asks: front.asks.clone(),
            rows: front.said.clone(),
        };
        let handout = handout::sheets(&source, &fences, &exhibits)?;
        let picture = picture(&entry, &exhibits).map_err(|message| source.problem_on(1, message))?;
        let answers = answers::list(&exhibits, &live::answers(&source, &fences)?);
        Ok(Lesson { entry, body, answers, handout, picture, met, front, source })
    }
}

fn picture(entry: &Entry, exhibits: &Exhibits) -> Result<Vec<u8>, String> {
    let first = exhibits.figures.first().and_then(|figure| Some((figure, exhibits.record(&figure.id)?)));
    social::picture(&format!("Ponder · Lesson {}", entry.number), &entry.title, first)
}
