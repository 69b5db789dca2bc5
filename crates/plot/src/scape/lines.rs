//! Level lines laid over the land as strokes, for pictures that are vectors.

use super::Scape;
use crate::contour;
use crate::scene::{Mark, Pixel};
use crate::theme::Role;

/// Lines closer than this, in CSS pixels, are left out: no mush on slopes seen edge-on.
const CROWDED: f64 = 2.4;

/// How far around a place its slope is measured, as a share of the window.
const REACH: f64 = 0.005;

impl Scape<'_> {
    /// Every level line, where it is seen.
    pub(crate) fn lines(&self) -> Vec<Mark> {
        let levels = &self.land.levels;
        let all = levels.values.iter().zip(&levels.major).enumerate();
        all.flat_map(|(index, (&level, &major))| {
            let (role, gap) = (if major { Role::ContourHeavy } else { Role::Contour }, self.gap(index));
            let lines = contour::lines(&self.land.coarse, level);
            let seen = lines.into_iter().flat_map(move |line| self.apart(&line, gap));
            seen.map(move |points| Mark::line(points, role)).collect::<Vec<_>>()
        })
        .collect()
    }

    /// From a level to the nearest other of its weight.
    fn gap(&self, index: usize) -> f64 {
        let levels = &self.land.levels;
        let same = |i: &usize| *i != index && (!levels.major[index] || levels.major[*i]);
        let gaps = (0..levels.values.len()).filter(same).map(|i| (levels.values[i] - levels.values[index]).abs());
        gaps.min_by(f64::total_cmp).unwrap_or(f64::INFINITY)
    }

    /// The stretches of a line that are seen, and are far enough from the next one.
    fn apart(&self, line: &[[f64; 2]], gap: f64) -> Vec<Vec<Pixel>> {
        let open = |pair: &[[f64; 2]]| self.spacing([pair[0], pair[1]], gap).is_none_or(|space| space > CROWDED);
        let mut kept: Vec<Vec<[f64; 2]>> = Vec::new();
        let mut going = false;
        for pair in line.windows(2) {
            let now = open(pair);
            match kept.last_mut() {
                Some(last) if now && going => last.push(pair[1]),
                _ if now => kept.push(pair.to_vec()),
                _ => {}
            }
            going = now;
        }
        let seen = |(pixels, hidden): (Vec<Pixel>, bool)| (!hidden).then_some(pixels);
        kept.iter().flat_map(|piece| self.drape(piece)).filter_map(seen).collect()
    }

    /// How far beside a piece of a level line the next one runs on the picture; nothing where the land is flat.
    fn spacing(&self, [from, to]: [[f64; 2]; 2], gap: f64) -> Option<f64> {
        let (middle, land) = (mean(from, to), self.land);
        let height = land.coarse.at(middle[0], middle[1]);
        let slope = self.slope(middle);
        let square = slope[0] * slope[0] + slope[1] * slope[1];
        let next = [0, 1].map(|i| middle[i] + slope[i] * gap / square);
        let pixel = |at: [f64; 2], height: f64| self.camera.project(self.corner(at, land.share(height)));
        let ([a, b], [here, there]) =
            ([from, to].map(|at| pixel(at, height)), [pixel(middle, height), pixel(next, height + gap)]);
        let (along, way) = ([b[0] - a[0], b[1] - a[1]], [there[0] - here[0], there[1] - here[1]]);
        let across = (way[0] * along[1] - way[1] * along[0]).abs() / libm::hypot(along[0], along[1]);
        across.is_finite().then_some(across)
    }

    /// Which way and how steeply the drawn land rises at a place.
    fn slope(&self, [w, b]: [f64; 2]) -> [f64; 2] {
        let heights = &self.land.coarse;
        let [dw, db] = heights.window.map(|[from, to]| REACH * (to - from));
        [
            (heights.at(w + dw, b) - heights.at(w - dw, b)) / (2.0 * dw),
            (heights.at(w, b + db) - heights.at(w, b - db)) / (2.0 * db),
        ]
    }
}

fn mean(a: [f64; 2], b: [f64; 2]) -> [f64; 2] {
    [0, 1].map(|i| 0.5 * (a[i] + b[i]))
}
