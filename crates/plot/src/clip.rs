//! Clipping to an upright rectangle, so that nothing far away reaches a renderer that counts in whole pixels.
//!
//! Coordinates may be as large as doubles go: differences are taken of halves. A point that is not finite ends its piece.

/// `[[x0, x1], [y0, y1]]`, both rising.
pub type Frame = [[f64; 2]; 2];

/// The pieces of a polyline inside the frame. Points inside stay as they are; cut ends lie exactly on the border.
pub fn polyline(line: &[[f64; 2]], frame: Frame) -> Vec<Vec<[f64; 2]>> {
    let mut pieces: Vec<Vec<[f64; 2]>> = Vec::new();
    let mut open = false;
    for pair in line.windows(2) {
        let Some([from, to]) = segment(pair[0], pair[1], frame) else {
            open = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if open && piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
        open = to == pair[1];
    }
    pieces.retain(|piece| piece.len() > 2 || piece[0] != piece[1]);
    pieces
}

/// The part of a segment inside the frame (Liang and Barsky, 1984).
pub fn segment(from: [f64; 2], to: [f64; 2], frame: Frame) -> Option<[[f64; 2]; 2]> {
    if from.iter().chain(&to).any(|c| !c.is_finite()) {
        return None;
    }
    let inside = |point: [f64; 2]| (0..2).all(|axis| frame[axis][0] <= point[axis] && point[axis] <= frame[axis][1]);
    if inside(from) && inside(to) {
        return Some([from, to]);
    }
    let (mut enter, mut leave) = (Cut::START, Cut::END);
    for axis in 0..2 {
        let run = 0.5 * to[axis] - 0.5 * from[axis];
        for (edge, outward) in [(frame[axis][0], -1.0), (frame[axis][1], 1.0)] {
            let room = (0.5 * edge - 0.5 * from[axis]) * outward;
            if run == 0.0 {
                if room < 0.0 {
                    return None;
                }
                continue;
            }
            let cut = Cut { share: room * outward / run, at: Some((axis, edge)) };
            if run * outward < 0.0 && cut.share > enter.share {
                enter = cut;
            } else if run * outward > 0.0 && cut.share < leave.share {
                leave = cut;
            }
        }
    }
    (enter.share <= leave.share).then(|| [enter.point(from, to, frame), leave.point(from, to, frame)])
}

/// A closed ring cut to the frame (Sutherland and Hodgman, 1974), closed again; empty if nothing is left. Where the
/// ring leaves and returns, it follows the border.
pub fn ring(ring: &[[f64; 2]], frame: Frame) -> Vec<[f64; 2]> {
    let mut points: Vec<[f64; 2]> = ring.iter().copied().filter(|p| p[0].is_finite() && p[1].is_finite()).collect();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    for (axis, [low, high]) in frame.into_iter().enumerate() {
        points = half(&half(&points, axis, low, 1.0), axis, high, -1.0);
    }
    if points.len() < 3 {
        return Vec::new();
    }
    points.push(points[0]);
    points
}

/// The part of an open list of corners on the inner side of one edge.
fn half(points: &[[f64; 2]], axis: usize, edge: f64, inward: f64) -> Vec<[f64; 2]> {
    let inside = |p: &[f64; 2]| p[axis] * inward >= edge * inward;
    let mut kept = Vec::with_capacity(points.len() + 4);
    let Some(mut last) = points.last() else { return kept };
    for point in points {
        if inside(point) != inside(last) {
            let other = crossing(*last, *point, axis, edge);
            kept.push(if axis == 0 { [edge, other] } else { [other, edge] });
        }
        if inside(point) {
            kept.push(*point);
        }
        last = point;
    }
    kept
}

/// Where a segment crosses the border: how far along, and on which edge (none at its own ends).
#[derive(Clone, Copy)]
struct Cut {
    share: f64,
    at: Option<(usize, f64)>,
}

impl Cut {
    const START: Self = Self { share: 0.0, at: None };
    const END: Self = Self { share: 1.0, at: None };

    fn point(self, from: [f64; 2], to: [f64; 2], frame: Frame) -> [f64; 2] {
        let Some((axis, edge)) = self.at else {
            return if self.share == 0.0 { from } else { to };
        };
        // What is inside by reason stays inside in numbers.
        let [low, high] = frame[1 - axis];
        let kept = match crossing(from, to, axis, edge) {
            other if other < low => low,
            other if other > high => high,
            other => other,
        };
        if axis == 0 { [edge, kept] } else { [kept, edge] }
    }
}

/// The other coordinate where a segment crosses an edge, counted from its nearer end: an end far away costs no digits.
fn crossing(from: [f64; 2], to: [f64; 2], axis: usize, edge: f64) -> f64 {
    let from_far = (0.5 * from[axis] - 0.5 * edge).abs() > (0.5 * to[axis] - 0.5 * edge).abs();
    let (near, far) = if from_far { (to, from) } else { (from, to) };
    let share = (0.5 * edge - 0.5 * near[axis]) / (0.5 * far[axis] - 0.5 * near[axis]);
    2.0 * (0.5 * near[1 - axis] + share * (0.5 * far[1 - axis] - 0.5 * near[1 - axis]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Frame = [[0.0, 1.0], [0.0, 1.0]];

    fn area(ring: &[[f64; 2]]) -> f64 {
        ring.windows(2).map(|p| 0.5 * (p[0][0] * p[1][1] - p[1][0] * p[0][1])).sum()
    }

    #[test]
    fn what_is_inside_is_left_alone() {
        let line = [[0.1, 0.2], [0.9, 0.3], [0.5, 1.0], [0.0, 0.0]];
        assert_eq!(polyline(&line, UNIT), [line.to_vec()]);
    }

    #[test]
    fn a_path_that_leaves_and_returns_comes_in_pieces() {
        let line = [[0.5, 0.5], [1.5, 0.5], [1.5, 0.75], [0.5, 0.75], [0.5, 2.0]];
        let pieces = polyline(&line, UNIT);
        assert_eq!(pieces, [vec![[0.5, 0.5], [1.0, 0.5]], vec![[1.0, 0.75], [0.5, 0.75], [0.5, 1.0]]]);
    }

    #[test]
    fn a_segment_across_everything_is_cut_at_both_borders() {
        assert_eq!(segment([-1.0, 0.5], [3.0, 0.5], UNIT), Some([[0.0, 0.5], [1.0, 0.5]]));
        assert_eq!(segment([-1.0, -1.0], [2.0, 2.0], UNIT), Some([[0.0, 0.0], [1.0, 1.0]]));
        assert_eq!(segment([-1.0, 0.5], [-0.5, 9.0], UNIT), None);
        assert_eq!(segment([0.5, 1.1], [0.7, 1.1], UNIT), None);
    }

    #[test]
    fn huge_values_stay_on_their_line() {
        for far in [1e9, 1e30, 1e300, f64::MAX] {
            let pieces = polyline(&[[-far, -far], [far, far], [0.5, 0.5], [0.5, -far]], UNIT);
            assert_eq!(pieces.len(), 2, "{far}: {pieces:?}");
            let points = pieces.iter().flatten();
            assert!(points.clone().all(|p| (0.0..=1.0).contains(&p[0]) && (0.0..=1.0).contains(&p[1])), "{pieces:?}");
            assert_eq!(pieces[1], [[1.0, 1.0], [0.5, 0.5], [0.5, 0.0]], "{far}");
        }
    }

    #[test]
    fn what_is_not_finite_ends_a_piece() {
        let line = [[0.1, 0.1], [0.2, 0.2], [f64::NAN, 0.3], [0.4, 0.4], [0.5, 0.5], [f64::INFINITY, 0.5]];
        let pieces = polyline(&line, UNIT);
        assert_eq!(pieces, [vec![[0.1, 0.1], [0.2, 0.2]], vec![[0.4, 0.4], [0.5, 0.5]]]);
        assert!(polyline(&[[0.5, 0.5]], UNIT).is_empty());
        assert!(polyline(&[[0.5, 0.5], [0.5, 0.5]], UNIT).is_empty(), "a point is no line");
    }

    #[test]
    fn a_ring_keeps_its_area_and_its_turn() {
        let whole = [[-1.0, -1.0], [2.0, -1.0], [2.0, 2.0], [-1.0, 2.0], [-1.0, -1.0]];
        assert!((area(&ring(&whole, UNIT)) - 1.0).abs() < 1e-12);
        let tip = [[0.5, 0.5], [1.5, 0.5], [0.5, 1.5], [0.5, 0.5]];
        let cut = ring(&tip, UNIT);
        assert_eq!(cut.first(), cut.last());
        assert!((area(&cut) - 0.25).abs() < 1e-12);
        let turned: Vec<[f64; 2]> = tip.iter().rev().copied().collect();
        assert!((area(&ring(&turned, UNIT)) + 0.25).abs() < 1e-12);
    }

    #[test]
    fn a_ring_outside_or_of_nothing_is_empty() {
        assert!(ring(&[[2.0, 2.0], [3.0, 2.0], [3.0, 3.0], [2.0, 2.0]], UNIT).is_empty());
        assert!(ring(&[], UNIT).is_empty());
        assert!(ring(&[[f64::NAN, 0.0], [0.5, f64::INFINITY]], UNIT).is_empty());
        let vast = [[-f64::MAX, -f64::MAX], [f64::MAX, -f64::MAX], [f64::MAX, f64::MAX], [-f64::MAX, f64::MAX]];
        assert!((area(&ring(&vast, UNIT)) - 1.0).abs() < 1e-9);
    }
}
