//! Outlines of what plotters has no word for: dashes, arrow heads, markers. Pixels in, pixels out.

use ponder::math::smaller;

use crate::scene::Pixel;
use crate::theme::Marker;

/// A line longer than this, in pixels, is no longer seen as dashes, and may be without end.
const LONGEST: f64 = 200_000.0;

/// Cuts a polyline into dashes of the given lengths (stroke, gap, stroke, …), measured along it.
pub(crate) fn dashed(points: &[Pixel], pattern: &[f64]) -> Vec<Vec<Pixel>> {
    let long: f64 = points.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    if pattern.is_empty() || pattern.iter().any(|l| l.is_nan() || *l < 0.5) || long.is_nan() || long > LONGEST {
        return vec![points.to_vec()];
    }
    let (mut pieces, mut piece) = (Vec::new(), Vec::from_iter(points.first().copied()));
    let (mut phase, mut left) = (0, pattern[0]);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = distance(from, to);
        while length > left {
            from = between(from, to, left / length);
            length -= left;
            if phase % 2 == 0 {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            phase = (phase + 1) % (pattern.len() * 2);
            left = pattern[phase % pattern.len()];
        }
        left -= length;
        if phase % 2 == 0 {
            piece.push(to);
        }
    }
    pieces.push(piece);
    pieces.retain(|p| p.len() > 1);
    pieces
}

/// The shaft and the head of an arrow; too short an arrow is all head, none at all is nothing.
pub(crate) fn arrow(from: Pixel, to: Pixel, width: f64) -> Option<([Pixel; 2], [Pixel; 3])> {
    let length = distance(from, to);
    if length.is_nan() || length < 0.5 {
        return None;
    }
    let head = smaller(4.5 * width, length);
    let along = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    let neck = [to[0] - head * along[0], to[1] - head * along[1]];
    let half = 0.42 * head;
    let left = [neck[0] - half * along[1], neck[1] + half * along[0]];
    let right = [neck[0] + half * along[1], neck[1] - half * along[0]];
    // The shaft ends inside the head, so that its round end never shows at the tip.
    Some(([from, between(neck, to, 0.3)], [to, left, right]))
}

/// Half the width of a marker that looks as large as a circle of radius 1.
const POLYGON: f64 = 1.22;

/// The corners of a marker; a circle and the crossed strokes have none.
pub(crate) fn corners(marker: Marker, at: Pixel, radius: f64) -> Vec<Pixel> {
    let ring = |count: usize, turn: f64, size: &dyn Fn(usize) -> f64| {
        let angle = |i: usize| (turn - 90.0).to_radians() + i as f64 * std::f64::consts::TAU / count as f64;
        (0..count).map(|i| [at[0] + size(i) * libm::cos(angle(i)), at[1] + size(i) * libm::sin(angle(i))]).collect()
    };
    match marker {
        Marker::Polygon(count, turn) => ring(count.into(), turn.into(), &|_| POLYGON * radius),
        Marker::Star(rays) => {
            ring(2 * usize::from(rays), 0.0, &|i| if i % 2 == 0 { 1.4 * radius } else { 0.62 * radius })
        }
        Marker::Circle | Marker::Plus | Marker::Cross => Vec::new(),
    }
}

/// The two strokes of a crossed marker.
pub(crate) fn strokes(marker: Marker, [x, y]: Pixel, radius: f64) -> Vec<[Pixel; 2]> {
    let d = radius * std::f64::consts::FRAC_1_SQRT_2;
    match marker {
        Marker::Plus => vec![[[x - radius, y], [x + radius, y]], [[x, y - radius], [x, y + radius]]],
        Marker::Cross => vec![[[x - d, y - d], [x + d, y + d]], [[x - d, y + d], [x + d, y - d]]],
        Marker::Circle | Marker::Polygon(..) | Marker::Star(_) => Vec::new(),
    }
}

/// The same line with as few points as an error of `tolerance` allows (Ramer, Douglas and Peucker); ends are kept.
pub fn simplified(points: &[Pixel], tolerance: f64) -> Vec<Pixel> {
    let Some(last) = points.len().checked_sub(1).filter(|l| *l > 1) else { return points.to_vec() };
    let mut kept = vec![false; points.len()];
    (kept[0], kept[last]) = (true, true);
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let off = |i: &usize| off_segment(points[*i], points[from], points[to]);
        let farthest = (from + 1..to).max_by(|i, j| off(i).total_cmp(&off(j)));
        if let Some(split) = farthest.filter(|i| off(i) > tolerance) {
            kept[split] = true;
            spans.extend([(from, split), (split, to)]);
        }
    }
    points.iter().zip(kept).filter_map(|(p, keep)| keep.then_some(*p)).collect()
}

fn off_segment(p: Pixel, a: Pixel, b: Pixel) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let square = dx * dx + dy * dy;
    let share = if square > 0.0 { ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square } else { 0.0 };
    distance(p, between(a, b, share.clamp(0.0, 1.0)))
}

/// How far apart two pixels are.
pub(crate) fn distance(a: Pixel, b: Pixel) -> f64 {
    libm::hypot(b[0] - a[0], b[1] - a[1])
}

/// The place at a share of the way from one pixel to another.
pub(crate) fn between(a: Pixel, b: Pixel, share: f64) -> Pixel {
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(line: &[Pixel]) -> f64 {
        line.windows(2).map(|p| distance(p[0], p[1])).sum()
    }

    #[test]
    fn dashes_go_round_corners_and_keep_their_lengths() {
        let corner = [[0.0, 0.0], [6.0, 0.0], [6.0, 14.0]];
        let cut = dashed(&corner, &[8.0, 4.0]);
        assert_eq!(cut, [vec![[0.0, 0.0], [6.0, 0.0], [6.0, 2.0]], vec![[6.0, 6.0], [6.0, 14.0]]]);
        assert_eq!(dashed(&corner, &[]), [corner.to_vec()]);
        assert!(dashed(&[], &[8.0, 4.0]).is_empty());
    }

    #[test]
    fn dashes_do_not_depend_on_how_finely_a_line_is_cut() {
        let coarse = dashed(&[[0.0, 0.0], [100.0, 0.0]], &[7.0, 5.0, 2.0, 5.0]);
        let fine: Vec<_> = (0..=200).map(|i| [f64::from(i) / 2.0, 0.0]).collect();
        let fine = dashed(&fine, &[7.0, 5.0, 2.0, 5.0]);
        assert_eq!(coarse.len(), fine.len());
        for (a, b) in coarse.iter().zip(&fine) {
            assert!((length(a) - length(b)).abs() < 1e-9);
        }
    }

    #[test]
    fn simplifying_keeps_ends_and_corners() {
        let line: Vec<_> = (0..=20).map(|i| [f64::from(i), if i < 10 { 0.0 } else { f64::from(i - 10) }]).collect();
        assert_eq!(simplified(&line, 0.1), [[0.0, 0.0], [10.0, 0.0], [20.0, 10.0]]);
        let ring = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]];
        assert_eq!(simplified(&ring, 0.1), ring);
    }

    #[test]
    fn an_odd_pattern_swaps_strokes_and_gaps() {
        assert_eq!(dashed(&[[0.0, 0.0], [4.0, 0.0]], &[1.0]).len(), 2);
    }

    #[test]
    fn an_arrow_ends_where_it_points() {
        let (shaft, head) = arrow([0.0, 0.0], [30.0, 0.0], 2.0).unwrap();
        assert_eq!(head[0], [30.0, 0.0]);
        assert!(shaft[1][0] < 30.0 && shaft[1][0] > head[1][0]);
        assert!(arrow([1.0, 1.0], [1.0, 1.0], 2.0).is_none());
        assert!(arrow([1.0, 1.0], [f64::NAN, 1.0], 2.0).is_none());
    }

    #[test]
    fn markers_stay_near_their_place() {
        for marker in [Marker::Polygon(3, 0), Marker::Polygon(4, 45), Marker::Star(5)] {
            let corners = corners(marker, [10.0, 10.0], 4.0);
            assert!(corners.len() >= 3 && corners.iter().all(|c| distance(*c, [10.0, 10.0]) < 6.0));
        }
        assert_eq!(strokes(Marker::Plus, [0.0, 0.0], 2.0).len(), 2);
    }
}
