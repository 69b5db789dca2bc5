//! The tug-of-war in a batch: how far each of its points alone would pull the run downhill, and what that makes
//! together, the gradient of the batch.

use ponder::model::Reduce;
use ponder::note::Part;
use ponder::text::human;
use ponder::{Entry, Landscape, Surface, Vector};

use super::{Layer, Stage, arrows};
use crate::scene::{Anchor, Mark};
use crate::shape;
use crate::theme::Role;
use crate::words;

pub(super) const ENTRY: Layer = Layer::on_demand("pull", None, marks);

/// Of more points than this the arrows have no names.
const FEW: usize = 8;

/// Minus rate times gradient of every point of a batch, as it goes into the batch's.
#[derive(Clone, Debug)]
struct Tug {
    at: [f64; 2],
    /// The point's index and its pull.
    pulls: Vec<(usize, [f64; 2])>,
}

impl Tug {
    fn of(surface: &Surface, entry: &Entry) -> Option<Self> {
        let (rows, update) = (entry.batch.as_ref()?, entry.update.as_ref()?);
        let at = entry.at.as_slice().try_into().ok()?;
        let looked = Vector(update.part(Part::LookedAt)?.try_into().ok()?);
        let reduce = match surface {
            Surface::Neuron(land) => land.reduce(),
            Surface::Linear(land) => land.reduce(),
            _ => return None,
        };
        let share = update.factor() * weight(reduce, rows.len());
        let mut alone = surface.clone();
        let mut pull = |row: usize| {
            alone.draw(surface, &[row]);
            (row, (-share * alone.slope(looked)).0)
        };
        let pulls: Vec<_> = rows.iter().map(|&row| pull(row)).collect();
        pulls.iter().all(|(_, v)| v.iter().all(|c| c.is_finite())).then_some(Self { at, pulls })
    }

    fn sum(&self) -> [f64; 2] {
        self.pulls.iter().fold([0.0; 2], |sum, (_, v)| arrows::add(sum, *v, 1.0))
    }
}

/// How much of the gradient of one point alone goes into that of a batch.
fn weight(reduce: Reduce, points: usize) -> f64 {
    reduce.factor(points) / reduce.factor(1)
}

fn marks(stage: &Stage) -> Vec<Mark> {
    let tugs: Vec<Tug> = stage.entries.iter().flatten().filter_map(|entry| Tug::of(stage.surface, entry)).collect();
    let mut vectors = Vec::new();
    for tug in &tugs {
        vectors.extend(tug.pulls.iter().map(|(_, v)| (tug.at, *v)));
        vectors.push((tug.at, tug.sum()));
    }
    let factor = arrows::magnified(stage, &vectors);
    let mut marks = Vec::new();
    for tug in &tugs {
        draw(stage, tug, factor, &mut marks);
    }
    let rect = stage.plane.rect;
    let says = format!("{} × {}", stage.tongue.say("pulls"), human(factor));
    let note = Mark::text([rect.right() - 8.0, rect.bottom() - 12.0], says, Role::Ink, Anchor::Right);
    if factor > 1.0 && !tugs.is_empty() {
        marks.push(note);
    }
    marks
}

fn draw(stage: &Stage, tug: &Tug, factor: f64, marks: &mut Vec<Mark>) {
    let arrow = |v: [f64; 2], role| arrows::arrow(stage, tug.at, v.map(|c| factor * c), Part::Gradient, role);
    // One point alone is its own sum.
    let sum = if tug.pulls.len() > 1 { arrow(tug.sum(), Role::Part(Part::Gradient)) } else { None };
    let sum_name = sum.as_ref().and_then(|sum| arrows::name(sum, stage.tongue.say("together")));
    let named = tug.pulls.len() <= FEW && stage.tracks.len() == 1;
    let mut names = Vec::new();
    for (row, v) in &tug.pulls {
        let Some(arrow) = arrow(*v, Role::Data) else { continue };
        names.extend(index(&arrow, *row).filter(|_| named));
        marks.push(arrow);
    }
    apart(&mut names, sum_name.as_ref());
    marks.append(&mut names);
    marks.extend(sum);
    marks.extend(sum_name);
}

/// Leaves those names that do not stand on another, nor on the name of the sum: the first of a crowd stands for it.
fn apart(names: &mut Vec<Mark>, sum: Option<&Mark>) {
    let mut taken: Vec<_> = sum.and_then(words::place).into_iter().collect();
    names.retain(|name| {
        let Some(place) = words::place(name) else { return false };
        let free = taken.iter().all(|other| !other.meets(&place));
        taken.push(place);
        free
    });
}

/// The index of a point, beyond the tip of its arrow.
fn index(arrow: &Mark, row: usize) -> Option<Mark> {
    let Mark::Arrow { from, to, role, .. } = arrow else { return None };
    let length = shape::distance(*from, *to);
    let beyond = |i: usize| to[i] + 9.0 * (to[i] - from[i]) / length;
    (length > 3.0).then(|| Mark::text([beyond(0), beyond(1)], row.to_string(), *role, Anchor::Middle))
}
