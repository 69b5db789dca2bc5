//! What is under a pixel: the numbers of the land, a step of a run, an arrow of the present step.

use ponder::math::within;
use ponder::note::Part;

use super::Figure;
use crate::layer::{Draw, LAYERS, Layer, Stage};
use crate::now::Now;
use crate::scene::{Anchor, Mark, Pixel, Size};
use crate::shape;
use crate::theme::Theme;
use crate::view::View;

/// How near to an arrow, in pixels, is on it.
const ON: f64 = 6.0;

impl Figure {
    /// The loss and the gradient at a point of the plane; NaN and nothing where there is no plane.
    pub fn probe(&self, at: [f64; 2]) -> (f64, Vec<f64>) {
        let surface = self.plan.surface();
        (surface.loss(&at), surface.gradient(&at))
    }

    /// The run and the step whose point on the map or on the surface is nearest to a pixel, if it is within `reach`
    /// pixels and no later than `step`. Of points in one place it is the latest.
    pub fn nearest(&self, view: View, size: Size, pixel: Pixel, step: f64, reach: f64) -> Option<(usize, usize)> {
        if !matches!(view, View::Contour | View::Surface) || !self.draws(view) {
            return None;
        }
        let size = size.sane();
        let last = if step > 0.0 { (step as usize).min(self.steps()) } else { 0 };
        let scape = (view == View::Surface).then(|| self.scape(size));
        let plane = self.plane(view, size, self.limit);
        let place = |at: [f64; 2]| match &scape {
            Some(scape) => scape.place(at).filter(|_| !scape.hides(at)),
            None => plane.holds(at).then(|| plane.place(at)),
        };
        let far = |run: usize, t: usize| Some(shape::distance(place(self.tracks[run].at(t)?)?, pixel));
        let all = (0..self.runs()).flat_map(|run| (0..=last).map(move |t| (run, t)));
        let near = all.filter_map(|(run, t)| Some((far(run, t)?, (run, t)))).filter(|(far, _)| *far <= reach);
        near.reduce(|best, next| if next.0 <= best.0 { next } else { best }).map(|(_, found)| found)
    }

    /// The part of the present step whose arrow on the map is under a pixel.
    pub fn part_at(&mut self, size: Size, pixel: Pixel, now: &Now) -> Option<Part> {
        let (size, now) = (size.sane(), now.within(self.steps()));
        if !self.draws(View::Contour) {
            return None;
        }
        let entries = self.entries(View::Contour, &now);
        let (stage, _) = self.stage(View::Contour, size, Theme::Light, &now, &entries);
        let shown = LAYERS.iter().filter(|layer| self.shows(layer, &stage));
        let marks = shown.filter_map(|layer| Some((layer.part?, drawn(layer, &stage))));
        let all = marks.flat_map(|(part, marks)| marks.into_iter().map(move |mark| (part, mark)));
        let near = all.filter_map(|(part, mark)| Some((away(&mark, pixel)?, part))).filter(|(far, _)| *far <= ON);
        near.reduce(|best, next| if next.0 < best.0 { next } else { best }).map(|(_, part)| part)
    }
}

fn drawn(layer: &Layer, stage: &Stage) -> Vec<Mark> {
    match layer.draw {
        Draw::Marks(draw) => draw(stage),
        Draw::Ground(_) => Vec::new(),
    }
}

/// How far a pixel is from what is drawn of a part; texts are no part of it.
fn away(mark: &Mark, pixel: Pixel) -> Option<f64> {
    match mark {
        Mark::Arrow { from, to, .. } => Some(beside(*from, *to, pixel)),
        Mark::Dot { at, .. } => Some(shape::distance(*at, pixel)),
        Mark::Line { points, .. } => {
            points.windows(2).map(|pair| beside(pair[0], pair[1], pixel)).min_by(f64::total_cmp)
        }
        Mark::Area { .. } | Mark::Text { .. } => None,
    }
}

/// The distance of a pixel from a stretch.
fn beside(from: Pixel, to: Pixel, [x, y]: Pixel) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let square = along[0] * along[0] + along[1] * along[1];
    let share = if square > 0.0 { ((x - from[0]) * along[0] + (y - from[1]) * along[1]) / square } else { 0.0 };
    shape::distance(shape::between(from, to, share.clamp(0.0, 1.0)), [x, y])
}

/// What the picture calls a part.
fn word(part: Part) -> Option<&'static str> {
    match part {
        Part::Gradient => Some("gradient"),
        Part::Memory => Some("memory"),
        Part::LookedAt => Some("look-ahead"),
        Part::Scale => Some("rate of each parameter"),
        Part::Move => Some("step"),
        // It says itself what it is.
        Part::Model | Part::Term | Part::Arrived => None,
    }
}

/// The name of the part that the reader looks at, beside the first of its marks; once, also among several runs.
pub(super) fn name(layer: &Layer, stage: &Stage, marks: &[Mark]) -> Option<Mark> {
    let word = stage.tongue.say(word(layer.part.filter(|part| stage.now.part == Some(*part))?)?);
    let rect = stage.plane.rect;
    let (at, role, side) = marks.iter().find_map(|mark| match mark {
        Mark::Arrow { from, to, role, .. } => Some((shape::between(*from, *to, 0.5), *role, across(*from, *to))),
        Mark::Dot { at, role, .. } => Some((*at, *role, [1.0, 0.0])),
        Mark::Line { points, role, .. } => {
            let low = points.iter().copied().max_by(|a, b| a[1].total_cmp(&b[1]))?;
            Some((low, *role, [0.0, 1.0]))
        }
        Mark::Area { .. } | Mark::Text { .. } => None,
    })?;
    let wide = crate::format::width(word, role.font().size);
    let [x, y] = [at[0] + 11.0 * side[0], at[1] + 12.0 * side[1]];
    let anchor = match side[0] {
        right if right > 0.3 && x + wide < rect.right() => Anchor::Left,
        any if any.abs() > 0.3 && x - wide > rect.x => Anchor::Right,
        _ => Anchor::Middle,
    };
    let x = match anchor {
        Anchor::Left => x,
        // Turned round at the border it stands on the other side.
        Anchor::Right if side[0] > 0.0 => x - 22.0 * side[0],
        Anchor::Right => x,
        Anchor::Middle => within(x, [rect.x + 0.5 * wide, rect.right() - 0.5 * wide]),
    };
    Some(Mark::text([x, within(y, [rect.y + 8.0, rect.bottom() - 8.0])], word, role, anchor))
}

/// Upright to an arrow, of its two sides the upper one.
fn across(from: Pixel, to: Pixel) -> Pixel {
    let long = shape::distance(from, to);
    let side = [(to[1] - from[1]) / long, (from[0] - to[0]) / long];
    if side[1] > 0.0 { side.map(|c| -c) } else { side }
}

#[cfg(test)]
mod tests;
