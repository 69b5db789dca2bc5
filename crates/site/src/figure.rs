//! The figures of a page, checked whole: recipe, view, questions, words.

use ponder::{Faults, Plan, Tree, check};

use crate::fence::{Fence, Kind};
use crate::json::Json;
use crate::number::Place;
use crate::problem::{Problem, Problems, Source};
use crate::question::{self, At, Question};
use crate::recall::{self, Recall};
use crate::record::Record;
use crate::template;

/// A figure of a page.
#[derive(Debug)]
pub struct Figure {
    /// Its name on the page.
    pub id: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What a reader who cannot see it should know.
    pub alt: String,
    /// Recipe, view, words and questions as the element takes them.
    pub tree: Tree,
    /// Its questions.
    pub questions: Vec<Question>,
}

impl Figure {
    /// The step that its poster shows: the first question, so that nothing is given away; without one, the end.
    #[must_use]
    pub fn poster_step(&self, record: &Record) -> usize {
        let first = self.questions.iter().map(|question| match question.at {
            At::Step(t) => t,
            At::End => record.plan().steps(),
            At::Event(_) => 0,
        });
        first.min().unwrap_or_else(|| record.end())
    }
}

/// What the fences of a page say: every run for its numbers, every figure to be drawn.
#[derive(Debug, Default)]
pub struct Exhibits {
    /// Figures and bare recipes, run.
    pub records: Vec<Record>,
    /// Figures, in the order of the page.
    pub figures: Vec<Figure>,
    /// The algorithms that have a name, and how many lines they have.
    pub algorithms: Vec<(String, usize)>,
    /// The closing questions, in the order of the page.
    pub recalls: Vec<Recall>,
}

impl Exhibits {
    /// The record of a name.
    #[must_use]
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id() == id)
    }
}

/// A figure before its words are filled and its questions read.
struct Draft<'s> {
    id: String,
    json: Json<'s>,
    tree: Tree,
    questions: Option<(Json<'s>, Tree)>,
}

/// Reads every figure, recipe and question of a page.
pub fn read(source: &Source, fences: &[Fence<'_>]) -> Result<Exhibits, Problems> {
    let (mut problems, mut records) = (Problems::default(), Vec::<Record>::new());
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let mut algorithms = Vec::new();
    for fence in fences {
        let json = Json { source, offset: fence.offset, text: fence.text };
        let read = match fence.kind {
            Kind::Figure | Kind::Recipe if records.iter().any(|record| record.id() == fence.name) => Err(source
                .problem(fence.offset, format!("{}: stands twice; a name is for one figure", fence.name))
                .into()),
            Kind::Figure => plan(json, true).map(|(tree, plan)| {
                records.push(Record::new(&fence.name, plan));
                drafts.push(Draft { id: fence.name.clone(), json, tree, questions: None });
            }),
            Kind::Recipe => plan(json, false).map(|(_, plan)| records.push(Record::new(&fence.name, plan))),
            Kind::Ponder => ask(json, drafts.last_mut()),
            Kind::Algorithm if !fence.name.is_empty() => {
                algorithms.push((fence.name.clone(), fence.text.lines().count()));
                Ok(())
            }
            _ => Ok(()),
        };
        problems.0.extend(read.err().into_iter().flat_map(|found| found.0));
    }
    let mut figures = Vec::new();
    for draft in drafts {
        match finish(draft, &records) {
            Ok(figure) => figures.push(figure),
            Err(found) => problems.0.extend(found.0),
        }
    }
    let recalls = closing(source, fences, &mut records).unwrap_or_else(|found| {
        problems.0.extend(found.0);
        Vec::new()
    });
    problems.unless_any(Exhibits { records, figures, algorithms, recalls })
}

/// The closing questions, which may measure every run of the page.
fn closing(source: &Source, fences: &[Fence<'_>], records: &mut Vec<Record>) -> Result<Vec<Recall>, Problems> {
    let (mut problems, mut recalls) = (Problems::default(), Vec::<Recall>::new());
    for fence in fences.iter().filter(|fence| fence.kind == Kind::Recall) {
        match recall::read(source, fence, records) {
            Ok(found) if recalls.iter().any(|other| (&other.id, other.from) == (&found.id, found.from)) => {
                problems.0.push(source.problem(fence.offset, format!("recall {}: stands twice", fence.name)));
            }
            Ok(found) => recalls.push(found),
            Err(found) => problems.0.extend(found.0),
        }
    }
    problems.unless_any(recalls)
}

/// The checked plan of a recipe; of a figure also the view.
fn plan(json: Json<'_>, drawn: bool) -> Result<(Tree, Plan), Problems> {
    let tree = json.tree()?;
    let problems = |faults: Faults| Problems(faults.0.iter().map(|fault| json.problem(fault)).collect());
    let plan = check(&tree).map_err(problems)?;
    if drawn {
        ponder_plot::Figure::new(&tree).map_err(problems)?;
    }
    Ok((tree, plan))
}

fn ask<'s>(json: Json<'s>, figure: Option<&mut Draft<'s>>) -> Result<(), Problems> {
    let figure = figure.ok_or_else(|| json.source.problem(json.offset, "a ponder needs a figure before it"))?;
    if figure.questions.is_some() {
        let message = format!("{} has its questions already; put them into one ponder, as a list", figure.id);
        return Err(json.source.problem(json.offset, message).into());
    }
    figure.questions = Some((json, json.tree()?));
    Ok(())
}

fn finish(draft: Draft<'_>, records: &[Record]) -> Result<Figure, Problems> {
    let Draft { id, json, mut tree, questions } = draft;
    let record = records.iter().find(|record| record.id() == id).expect("a draft is made with its record");
    if tree.get("ponders").is_some() {
        return Err(json
            .source
            .problem(json.offset, "ponders: write them in a ```ponder block behind the figure")
            .into());
    }
    words(&mut tree, records, json, false)?;
    let word = |key: &str| {
        let text = tree.get(key).and_then(Tree::text).filter(|text| !text.is_empty());
        text.map(str::to_owned)
            .ok_or_else(|| json.source.problem(json.offset, format!("{key}: missing; needed is a text")))
    };
    let (title, alt) = (word("title")?, word("alt")?);
    let mut asked = Vec::new();
    if let Some((json, mut list)) = questions {
        words(&mut list, records, json, false)?;
        let problems = |faults: Faults| Problems(faults.0.iter().map(|fault| json.problem(fault)).collect());
        asked = question::read(&list, record.plan().steps()).map_err(problems)?;
        let Tree::Map(pairs) = &mut tree else { unreachable!("a checked recipe is an object") };
        pairs.push(("ponders".into(), if list.list().is_some() { list } else { Tree::List(vec![list]) }));
    }
    Ok(Figure { id, title, alt, tree, questions: asked })
}

/// Fills the templates in every text of a tree. Under `answer` a text that is one template becomes its number.
fn words(tree: &mut Tree, records: &[Record], json: Json<'_>, answer: bool) -> Result<(), Problem> {
    match tree {
        Tree::Text(text) if text.contains("{{") => {
            let offset = json.offset + json.text.find(text.as_str()).unwrap_or_default();
            let number = if answer { template::exact(text, records) } else { None };
            let filled = match number {
                Some(number) => number.map(Tree::Number),
                None => template::fill(text, records, Place::Prose).map(Tree::Text),
            };
            *tree = filled.map_err(|message| json.source.problem(offset, message))?;
            Ok(())
        }
        Tree::List(items) => items.iter_mut().try_for_each(|item| words(item, records, json, answer)),
        Tree::Map(pairs) => {
            pairs.iter_mut().try_for_each(|(key, value)| words(value, records, json, answer || key == "answer"))
        }
        _ => Ok(()),
    }
}
