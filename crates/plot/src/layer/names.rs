//! The name of each run beside its head, where there are several; names push each other apart.

use ponder::math;

use super::{Draw, Layer, Stage, heads};
use crate::format;
use crate::order::in_order;
use crate::scene::{Anchor, Mark, Pixel, Rect};
use crate::view::View;

pub(super) const ENTRY: Layer =
    Layer::new("names", false, &[View::Contour, View::Surface, View::Curves, View::Fit], Draw::Marks(marks));

/// From a head to its name.
pub(super) const ASIDE: f64 = 11.0;
/// From one name to the next below it.
const LINE: f64 = 15.0;

/// A name that wants to stand beside a head.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub run: usize,
    pub text: String,
    pub head: Pixel,
    pub width: f64,
    pub left: bool,
    pub y: f64,
}

impl Label {
    /// Whether it would stand on a head.
    fn covers(&self, [x, y]: Pixel) -> bool {
        let [from, to] = span(self);
        x > from - 5.0 && x < to + 5.0 && (y - self.y).abs() < 0.5 * LINE + 4.0
    }
}

fn marks(stage: &Stage) -> Vec<Mark> {
    labels(stage).iter().map(|label| text(stage, label)).collect()
}

/// Where names stand, for words that keep off them.
pub(super) fn places(stage: &Stage) -> Vec<Rect> {
    let place = |label: &Label| {
        let [from, to] = span(label);
        Rect { x: from, y: label.y - 0.5 * LINE, width: to - from, height: LINE }
    };
    labels(stage).iter().map(place).collect()
}

fn labels(stage: &Stage) -> Vec<Label> {
    if stage.tracks.len() < 2 {
        return Vec::new();
    }
    let picture = Rect::of(stage.size).grown(-4.0);
    let runs = 0..stage.tracks.len();
    let heads = runs.clone().filter_map(|run| Some((run, heads::place(stage, run)?)));
    let others: Vec<_> = heads.chain(marked(stage).map(|at| (usize::MAX, at))).collect();
    apart(runs.filter_map(|run| label(stage, run, picture, &others)).collect(), picture)
}

/// What else on a map a name should not stand on: minima and starts.
fn marked<'a>(stage: &'a Stage) -> impl Iterator<Item = Pixel> + 'a {
    let map = stage.view == View::Contour;
    let starts = stage.tracks.iter().filter_map(|track| track.at(0));
    stage.facts.minima.iter().copied().chain(starts).filter_map(move |at| stage.place(at).filter(|_| map))
}

fn label(stage: &Stage, run: usize, picture: Rect, others: &[(usize, Pixel)]) -> Option<Label> {
    let name = &stage.tracks[run].name;
    let (head, text) = match heads::place(stage, run) {
        Some(head) => (head, name.clone()),
        None => (exit(stage, run)?, format!("{name}, {}", stage.tongue.say("outside"))),
    };
    let width = format::width(&text, stage.pen(run).font().size);
    let sides = [false, true].map(|left| Label { run, text: text.clone(), head, width, left, y: head[1] });
    let map = stage.plane.rect;
    let on_map = |label: &Label| stage.view == View::Contour && within(label, map.x, map.right());
    // To the right if there is room on the map and nobody stands there; else to the left; else over the axis.
    let words = super::r#box::places(stage);
    let covers = |label: &Label| {
        let [from, to] = span(label);
        let place = Rect { x: from, y: label.y - 0.4 * LINE, width: to - from, height: 0.8 * LINE };
        let heads = others.iter().filter(|(other, at)| *other != run && label.covers(*at)).count();
        heads + words.iter().chain(stage.words).filter(|word| word.meets(&place)).count()
    };
    let cost = |label: &Label| (!on_map(label), covers(label));
    sides.into_iter().filter(|label| within(label, picture.x, picture.right())).min_by_key(cost)
}

fn within(label: &Label, left: f64, right: f64) -> bool {
    let [from, to] = span(label);
    from >= left && to <= right
}

/// Where the way of a run that is beyond the map was last seen on it.
fn exit(stage: &Stage, run: usize) -> Option<Pixel> {
    let map = stage.view == View::Contour;
    map.then(|| stage.tracks[run].drawn(stage.plane, stage.now.step).pieces)
        .and_then(|pieces| pieces.last()?.last().copied())
}

/// Whether so many labels have room below each other.
pub(super) fn fit(labels: &[Label], room: Rect) -> bool {
    labels.len() as f64 * LINE <= room.height
}

/// Moves labels up and down until no two that stand side by side share a line.
pub(super) fn apart(mut labels: Vec<Label>, picture: Rect) -> Vec<Label> {
    let highest = picture.y + 0.5 * LINE;
    downwards(&mut labels);
    for _ in 0..8 {
        for i in 1..labels.len() {
            for j in 0..i {
                let (a, b) = (&labels[j], &labels[i]);
                let overlap = LINE - (b.y - a.y);
                if overlap > 0.0 && spans_meet(a, b) {
                    labels[j].y -= 0.5 * overlap;
                    labels[i].y += 0.5 * overlap;
                }
            }
        }
        for label in &mut labels {
            label.y = math::within(label.y, [highest, picture.bottom() - 0.5 * LINE]);
        }
        downwards(&mut labels);
    }
    labels
}

fn downwards(labels: &mut [Label]) {
    in_order(labels, |a, b| a.y <= b.y);
}

fn span(label: &Label) -> [f64; 2] {
    let near = if label.left { label.head[0] - ASIDE } else { label.head[0] + ASIDE };
    if label.left { [near - label.width, near] } else { [near, near + label.width] }
}

fn spans_meet(a: &Label, b: &Label) -> bool {
    let (a, b) = (span(a), span(b));
    a[0] < b[1] && b[0] < a[1]
}

pub(super) fn text(stage: &Stage, label: &Label) -> Mark {
    let [from, to] = span(label);
    let (x, anchor) = if label.left { (to, Anchor::Right) } else { (from, Anchor::Left) };
    Mark::text([x, label.y], label.text.clone(), stage.pen(label.run), anchor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: Rect = Rect { x: 0.0, y: 0.0, width: 300.0, height: 200.0 };

    fn at(run: usize, x: f64, y: f64) -> Label {
        Label { run, text: String::new(), head: [x, y], width: 80.0, left: false, y }
    }

    #[test]
    fn names_at_one_place_stand_below_each_other() {
        let labels = apart((0..4).map(|run| at(run, 50.0, 100.0)).collect(), PICTURE);
        for pair in labels.windows(2) {
            assert!(pair[1].y - pair[0].y >= LINE - 0.5, "{labels:?}");
        }
    }

    #[test]
    fn names_far_from_each_other_stay() {
        let wanted = vec![at(0, 10.0, 50.0), at(1, 10.0, 80.0), at(2, 180.0, 80.0)];
        assert_eq!(apart(wanted.clone(), PICTURE), wanted);
    }

    #[test]
    fn names_stay_on_the_picture() {
        for y in [-20.0, 3.0, 198.0, 400.0] {
            let labels = apart((0..3).map(|run| at(run, 50.0, y)).collect(), PICTURE);
            assert!(labels.iter().all(|l| l.y >= 7.0 && l.y <= 193.0), "{labels:?}");
        }
    }
}
