//! The step that the reader points at, in whatever view: a ring around each run's point, a broken line on the curves.

use super::{Draw, Layer, Stage};
use crate::plane::Plane;
use crate::scene::{Mark, Pixel};
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer {
    always: true,
    ..Layer::new("pointed", false, &[View::Contour, View::Surface, View::Curves], Draw::Marks(marks))
};

/// Wider than a head, so that it shows around one.
const RADIUS: f64 = 8.0;
/// On the curves, where nothing else is as large.
const SMALL: f64 = 4.0;

fn marks(stage: &Stage) -> Vec<Mark> {
    match stage.now.pointed {
        Some(t) if stage.view == View::Curves => on_the_curves(stage, t),
        Some(t) => (0..stage.tracks.len()).filter_map(|run| ring(stage, run, stage.tracks[run].at(t)?)).collect(),
        None => Vec::new(),
    }
}

/// A ring is a line, as what lies in it is to be seen.
fn ring(stage: &Stage, run: usize, at: [f64; 2]) -> Option<Mark> {
    let [x, y] = stage.place(at)?;
    let around = |i: u32| {
        let angle = f64::from(i) / 32.0 * std::f64::consts::TAU;
        [x + RADIUS * libm::cos(angle), y + RADIUS * libm::sin(angle)]
    };
    // Cut at the plot's border, as all that is drawn on a map.
    let ring: Vec<Pixel> =
        (0..=32).map(around).filter(|p| stage.scape.is_some() || stage.plane.rect.holds(*p)).collect();
    let hidden = stage.scape.as_ref().is_some_and(|scape| scape.hides(at));
    Some(Mark::Line { points: ring, role: stage.pen(run), faint: hidden, dashed: false })
}

fn on_the_curves(stage: &Stage, t: usize) -> Vec<Mark> {
    let step = t as f64;
    let upright = |plane: &Plane| {
        let x = plane.place([step, plane.window[1][0]])[0];
        Mark::Line {
            points: vec![[x, plane.rect.y], [x, plane.rect.bottom()]],
            role: Role::Gap,
            faint: true,
            dashed: true,
        }
    };
    let dot = |plane: &Plane, value: f64, run: usize| {
        let value = if plane.log { ponder::math::larger(value, plane.window[1][0]) } else { value };
        let at = Some([step, value]).filter(|at| plane.holds(*at)).map(|at| plane.place(at))?;
        Some(Mark::Dot { at, radius: SMALL, role: stage.pen(run), hollow: true })
    };
    let below = || stage.panels.iter().filter(|(plane, _)| *plane != stage.plane);
    let planes = [&stage.plane].into_iter().chain(below().map(|(plane, _)| plane));
    let losses = (below().count() == stage.panels.len())
        .then(|| stage.tracks.iter().enumerate().filter_map(|(run, track)| dot(&stage.plane, track.loss(t), run)));
    let others = stage
        .panels
        .iter()
        .flat_map(|(plane, panel)| panel.lines.iter().filter_map(|line| dot(plane, line.at(step)?, line.run)));
    planes.map(upright).chain(losses.into_iter().flatten()).chain(others).collect()
}
