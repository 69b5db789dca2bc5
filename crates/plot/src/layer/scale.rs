//! The effective rates of a rule that scales each parameter by itself: an ellipse around its head, as wide and as high
//! as the rates of w and b are to each other.

use ponder::Entry;
use ponder::math::larger;
use ponder::note::Part;
use ponder::text::human;

use super::{Layer, Stage};
use crate::scene::{Anchor, Mark, Pixel};

pub(super) const ENTRY: Layer = Layer::on_demand("scale", Some(Part::Scale), marks);

/// Half the longest axis of all ellipses, in pixels.
const LONGEST: f64 = 44.0;

fn marks(stage: &Stage) -> Vec<Mark> {
    let all: Vec<_> = stage.entries.iter().map(|entry| rates(entry.as_ref()?)).collect();
    let largest = all.iter().flatten().fold(0.0, |largest, (_, [w, b])| larger(larger(largest, *w), *b));
    let mut marks = Vec::new();
    for (run, found) in all.iter().enumerate() {
        let Some((at, rates)) = found.filter(|(at, _)| stage.plane.holds(*at) && largest > 0.0) else { continue };
        let at = stage.plane.place(at);
        outline(stage, run, at, rates.map(|rate| LONGEST * rate / largest), &mut marks);
        // Numbers around several heads would not say whose they are.
        if stage.tracks.len() == 1 && !stage.dims(Part::Scale) {
            marks.extend(words(stage, at, rates, largest));
        }
    }
    marks
}

/// Where an update starts, and the rate of each parameter.
type Rates = ([f64; 2], [f64; 2]);

fn rates(entry: &Entry) -> Option<Rates> {
    let at = entry.at.as_slice().try_into().ok()?;
    let rates: [f64; 2] = entry.update.as_ref()?.part(Part::Scale)?.try_into().ok()?;
    rates.iter().all(|rate| rate.is_finite() && *rate >= 0.0).then_some((at, rates))
}

/// The ellipse and its two axes, cut at the plot's border.
fn outline(stage: &Stage, run: usize, [x, y]: Pixel, [across, along]: [f64; 2], marks: &mut Vec<Mark>) {
    let angles = (0..=96).map(|i| f64::from(i) / 96.0 * std::f64::consts::TAU);
    let ring: Vec<Pixel> = angles.map(|a| [x + across * libm::cos(a), y + along * libm::sin(a)]).collect();
    let [level, upright] = [[[x - across, y], [x + across, y]], [[x, y - along], [x, y + along]]];
    for (points, faint) in [(&*ring, stage.dims(Part::Scale)), (&level, true), (&upright, true)] {
        let data: Vec<[f64; 2]> = points.iter().map(|p| stage.plane.locate(*p)).collect();
        for points in stage.plane.path(&data) {
            marks.push(Mark::Line { points, role: stage.pen(run), faint, dashed: false });
        }
    }
}

/// The two rates, each at the end of its axis.
fn words(stage: &Stage, [x, y]: Pixel, rates: [f64; 2], largest: f64) -> [Mark; 2] {
    let [across, along] = rates.map(|rate| LONGEST * rate / largest);
    let word = |name: &str, rate: f64| format!("η({name}) {}", human(rate));
    let rect = stage.plane.rect;
    let room = x + across + 80.0 < rect.right();
    let (beside, anchor) = if room { (x + across + 8.0, Anchor::Left) } else { (x - across - 8.0, Anchor::Right) };
    let above = if y - along - 20.0 > rect.y { y - along - 11.0 } else { y + along + 11.0 };
    // Where one rate is next to nothing its word would stand on the head.
    let above = if (above - y).abs() < 20.0 { y - 20.0 } else { above };
    let beside = if (beside - x).abs() < 16.0 { x + 16.0 * (beside - x).signum() } else { beside };
    [
        Mark::text([beside, y], word("w", rates[0]), stage.pen(0), anchor),
        Mark::text([x, above], word("b", rates[1]), stage.pen(0), Anchor::Middle),
    ]
}
