//! Level lines, the heavy ones with their loss where there is a straight stretch for it.

use ponder::text::significant;

use super::{Draw, Layer, Stage};
use crate::contour::{self, Labels, Place};
use crate::format;
use crate::scene::{Anchor, Mark, Pixel};
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("contour-lines", true, &[View::Contour], Draw::Marks(marks));

/// From a level line that is labelled once to one that is long enough for twice, in pixels.
const LONG: f64 = 900.0;

/// Among many pits a loss that has been said so often is not said again.
const OFTEN: usize = 4;

fn marks(stage: &Stage) -> Vec<Mark> {
    let (mut lines, mut names) = (Vec::new(), Vec::new());
    let mut labels = free(stage);
    let levels = &stage.land.levels;
    let digits = digits(stage);
    for (&level, &major) in levels.values.iter().zip(&levels.major) {
        let role = if major { Role::ContourHeavy } else { Role::Contour };
        let text = significant(stage.land.loss(level), digits);
        let mut told = Vec::new();
        for line in contour::lines(&stage.land.heights, level) {
            let points: Vec<Pixel> = line.into_iter().map(|p| stage.plane.place(p)).collect();
            if major && told.len() < OFTEN {
                told.extend(named(&points, &text, &mut labels));
            }
            lines.push(Mark::line(points, role));
        }
        names.extend(told);
    }
    lines.extend(names);
    lines
}

/// How many significant digits tell the named levels from each other.
fn digits(stage: &Stage) -> usize {
    let levels = &stage.land.levels;
    let named = || levels.values.iter().zip(&levels.major).filter(|(_, major)| **major);
    let texts = |digits| named().map(move |(level, _)| significant(stage.land.loss(*level), digits));
    let differ = |digits: &usize| texts(*digits).zip(texts(*digits).skip(1)).all(|(text, next)| text != next);
    (3..15).find(differ).unwrap_or(15)
}

/// Where labels may go: not over the marks that other layers put on the land.
fn free(stage: &Stage) -> Labels {
    let rect = stage.plane.rect;
    let mut labels = Labels::new([[rect.x, rect.right()], [rect.y, rect.bottom()]]);
    let starts = stage.tracks.iter().filter_map(|track| track.at(0));
    for at in stage.facts.minima.iter().copied().chain(starts).filter_map(|at| stage.place(at)) {
        labels.keep_clear(Place { at, angle: 0.0, size: [60.0, 30.0] });
    }
    // The notes on arrows stand in the upper right corner.
    if stage.tracks.len() == 1 {
        labels.keep_clear(Place { at: [rect.right() - 50.0, rect.y + 19.0], angle: 0.0, size: [100.0, 38.0] });
    }
    labels
}

fn named(points: &[Pixel], text: &str, labels: &mut Labels) -> Vec<Mark> {
    let size = Role::ContourName.font().size;
    let length: f64 = points.windows(2).map(|p| crate::shape::distance(p[0], p[1])).sum();
    let times = if length > LONG { 2 } else { 1 };
    let place = |_| labels.place(points, [format::width(text, size), size]);
    let mark = |Place { at, angle, .. }| Mark::Text {
        at,
        text: text.into(),
        role: Role::ContourName,
        anchor: Anchor::Middle,
        angle,
    };
    (0..times).filter_map(place).map(mark).collect()
}
