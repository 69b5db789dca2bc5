//! What Newton's rule believes: the level lines of q(p) = L + g·(p − p₀) + ½ (p − p₀)·H (p − p₀), the second-order
//! Taylor model at the head, and the place where it is level.
//!
//! Where a figure does not list its layers, only beneath a rule that goes towards that place.

use ponder::math::larger;
use ponder::note::Part;
use ponder::{Entry, Jet, Landscape, Vector};

use super::{Layer, Stage};
use crate::contour;
use crate::format;
use crate::heights::Heights;
use crate::scene::{Anchor, Mark};
use crate::shape;
use crate::theme::Role;

pub(super) const ENTRY: Layer = Layer::arrow("bowl", Part::Model, marks);

/// Nodes of the grid along each side.
const NODES: usize = 161;
/// How many lines, evenly spaced; the second goes through the head, unless that is too close to the middle.
const LINES: u32 = 4;
/// The least distance from the middle to the second line, in pixels.
const APART: f64 = 36.0;

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (run, entry) in stage.entries.iter().enumerate() {
        if let Some(bowl) = entry.as_ref().and_then(|entry| shown(stage, entry)) {
            draw(stage, run, &bowl, &mut marks);
        }
    }
    marks
}

fn shown(stage: &Stage, entry: &Entry) -> Option<Bowl> {
    let at = Vector(entry.at.as_slice().try_into().ok()?);
    let bowl = Bowl::new(at, stage.surface.curve(at))?;
    let listed = stage.listed && !stage.shows(Part::Model);
    (listed || bowl.is_aim_of(entry)).then_some(bowl)
}

/// A Taylor model that is level at one place.
struct Bowl {
    at: Vector,
    jet: Jet,
    level: Vector,
}

impl Bowl {
    fn new(at: Vector, jet: Jet) -> Option<Self> {
        let ([hww, hwb], [gw, gb]) = (jet.hess[0].0, jet.grad.0);
        let hbb = jet.hess[1].0[1];
        let det = hww * hbb - hwb * hwb;
        let level = at - Vector([(hbb * gw - hwb * gb) / det, (hww * gb - hwb * gw) / det]);
        (det != 0.0 && level.is_finite()).then_some(Self { at, jet, level })
    }

    fn value(&self, w: f64, b: f64) -> f64 {
        let d = Vector([w, b]) - self.at;
        let bent = Vector([self.jet.hess[0].dot(d), self.jet.hess[1].dot(d)]);
        self.jet.value + self.jet.grad.dot(d) + 0.5 * d.dot(bent)
    }

    /// Whether the update goes straight towards the level place, by the share that is its rate.
    fn is_aim_of(&self, entry: &Entry) -> bool {
        let Some(update) = &entry.update else { return false };
        let way = update.factor() * (self.level - self.at);
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * (a.abs() + way.norm());
        way != Vector::ZERO && update.part(Part::Move).is_some_and(|step| step.iter().zip(&way.0).all(near))
    }

    /// The heights of the lines, the second of which is `wider` times as far out as the head; where the model is a
    /// saddle, on both sides of its middle.
    fn levels(&self, wider: f64) -> Vec<f64> {
        let [w, b] = self.level.0;
        let middle = self.value(w, b);
        let rise = self.jet.value - middle;
        let sides: &[f64] = if self.is_saddle() { &[1.0, -1.0] } else { &[1.0] };
        let far = |n: u32| 0.5 * wider * f64::from(n);
        let mut levels = Vec::new();
        for side in sides {
            levels.extend((1..=LINES).map(far).map(|far| middle + side * rise * far * far));
        }
        levels.retain(|level| *level != middle);
        levels
    }

    fn is_saddle(&self) -> bool {
        let [[hww, hwb], [_, hbb]] = self.jet.hess.map(|row| row.0);
        hww * hbb < hwb * hwb
    }

    /// What the model has at its level place.
    fn word(&self) -> &'static str {
        match (self.is_saddle(), self.jet.hess[0].0[0] > 0.0) {
            (true, _) => "model’s saddle",
            (false, true) => "model’s minimum",
            (false, false) => "model’s maximum",
        }
    }
}

fn draw(stage: &Stage, run: usize, bowl: &Bowl, marks: &mut Vec<Mark>) {
    let grid = Heights::sample(stage.plane.window, NODES, NODES, |w, b| bowl.value(w, b));
    let near = shape::distance(stage.plane.place(bowl.at.0), stage.plane.place(bowl.level.0));
    let faint = stage.dims(Part::Model);
    for level in bowl.levels(larger(1.0, APART / near)) {
        for line in contour::lines(&grid, level) {
            for points in stage.plane.path(&line) {
                marks.push(Mark::Line { points, role: Role::Model, faint, dashed: true });
            }
        }
    }
    if let Some(at) = stage.place(bowl.level.0).filter(|_| !faint) {
        let role = stage.pen(run);
        marks.push(Mark::Dot { at, radius: 4.0, role, hollow: true });
        if stage.tracks.len() == 1 {
            // On the map, off the arrow that leads here from the head, and below what the true minimum is called.
            let word = stage.tongue.say(bowl.word());
            let room = at[0] + 9.0 + format::width(word, role.font().size) < stage.plane.rect.right();
            let (x, anchor) = if room { (at[0] + 9.0, Anchor::Left) } else { (at[0] - 9.0, Anchor::Right) };
            marks.push(Mark::text([x, at[1] + if room { -11.0 } else { 30.0 }], word, role, anchor));
        }
    }
}
