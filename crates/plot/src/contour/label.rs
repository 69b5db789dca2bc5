//! Where on a level line its number sits: on a straight stretch, inside, upright, away from other labels.

/// A label's middle, its angle and its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its middle, in pixels.
    pub at: [f64; 2],
    /// Clockwise on a picture whose y points down, in radians, -π/2 to π/2: never upside down.
    pub angle: f64,
    /// Width and height in pixels.
    pub size: [f64; 2],
}

/// Places labels one after another, so that none collides with an earlier one.
#[derive(Clone, Debug)]
pub struct Labels {
    frame: [[f64; 2]; 2],
    taken: Vec<Place>,
}

/// Room left free around a label, in pixels.
const GAP: f64 = 4.0;
/// Labels like to be this far from each other, in pixels.
const SPREAD: f64 = 90.0;
/// Distance between the spots that are tried along a line, in pixels.
const STRIDE: f64 = 6.0;
/// How far a line may stray from a label's middle axis, as a share of its height.
const STRAY: f64 = 0.3;

impl Labels {
    /// Labels stay inside the frame (`[[x0, x1], [y0, y1]]` in pixels).
    pub fn new(frame: [[f64; 2]; 2]) -> Self {
        Self { frame, taken: Vec::new() }
    }

    /// Keeps labels away from something else: a mark, another text.
    pub fn keep_clear(&mut self, place: Place) {
        self.taken.push(place);
    }

    /// The best spot on a line (in pixels) for a label of a size, or none. A line has to be half as long again as its
    /// label. Call again with the same line for a second label on a long one.
    pub fn place(&mut self, line: &[[f64; 2]], size: [f64; 2]) -> Option<Place> {
        let path = Path::new(line)?;
        // A single digit needs a straight stretch too, or its angle means nothing.
        let reach = if size[0] > 2.0 * size[1] { size[0] } else { 2.0 * size[1] };
        if !(path.length() >= 1.5 * reach && size[0] > 0.0 && size[1] > 0.0) {
            return None;
        }
        let spots = (((path.length() - reach) / STRIDE) as usize).min(2000);
        let stride = (path.length() - reach) / (spots + 1) as f64;
        let mut best: Option<(f64, Place)> = None;
        for spot in 0..=spots {
            let middle = 0.5 * reach + (spot as f64 + 0.5) * stride;
            if let Some((cost, place)) = self.weigh(&path, middle, reach, size)
                && best.is_none_or(|(least, _)| cost < least)
            {
                best = Some((cost, place));
            }
        }
        let (_, place) = best?;
        self.taken.push(place);
        Some(place)
    }

    /// What is wrong with a spot, or none if it is not allowed at all.
    fn weigh(&self, path: &Path<'_>, middle: f64, reach: f64, size: [f64; 2]) -> Option<(f64, Place)> {
        let (from, to) = (path.at(middle - 0.5 * reach), path.at(middle + 0.5 * reach));
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let chord = (dx * dx + dy * dy).sqrt();
        if chord < 0.9 * reach {
            return None;
        }
        let at = path.at(middle);
        let place = Place { at, angle: upright(dx, dy), size };
        let stray = (1..8)
            .map(|i| path.at(middle + (f64::from(i) / 8.0 - 0.5) * reach))
            .map(|p| ((p[0] - at[0]) * dy - (p[1] - at[1]) * dx).abs() / chord)
            .fold(0.0, |most: f64, stray| if stray > most { stray } else { most });
        if stray > STRAY * size[1] || !place.inside(self.frame) || self.taken.iter().any(|t| t.meets(&place)) {
            return None;
        }
        let crowd: f64 = self.taken.iter().map(|t| closeness(t.at, at)).sum();
        let tilt = (dy / chord).abs();
        Some((2.0 * stray / size[1] + crowd + 0.3 * tilt, place))
    }
}

impl Place {
    /// The four corners, around.
    pub fn corners(&self) -> [[f64; 2]; 4] {
        let (cos, sin) = (libm::cos(self.angle), libm::sin(self.angle));
        let half = [0.5 * self.size[0] + GAP, 0.5 * self.size[1] + 0.5 * GAP];
        [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]].map(|[s, t]| {
            let (x, y) = (s * half[0], t * half[1]);
            [self.at[0] + cos * x - sin * y, self.at[1] + sin * x + cos * y]
        })
    }

    fn inside(&self, frame: [[f64; 2]; 2]) -> bool {
        let within = |v: f64, [from, to]: [f64; 2]| v >= from && v <= to;
        self.corners().iter().all(|c| within(c[0], frame[0]) && within(c[1], frame[1]))
    }

    /// Whether two turned rectangles overlap: no side of either separates them.
    fn meets(&self, other: &Self) -> bool {
        let (a, b) = (self.corners(), other.corners());
        let parts = |axis: [f64; 2]| {
            let reach = |corners: &[[f64; 2]; 4]| {
                corners
                    .iter()
                    .map(|c| c[0] * axis[0] + c[1] * axis[1])
                    .fold([f64::INFINITY, f64::NEG_INFINITY], |r, v| {
                        [if v < r[0] { v } else { r[0] }, if v > r[1] { v } else { r[1] }]
                    })
            };
            let (one, two) = (reach(&a), reach(&b));
            one[1] < two[0] || two[1] < one[0]
        };
        let sides = [(a[0], a[1]), (a[1], a[2]), (b[0], b[1]), (b[1], b[2])];
        !sides.iter().any(|(p, q)| parts([q[0] - p[0], q[1] - p[1]]))
    }
}

/// 1 where another label is, falling to 0 at a distance.
fn closeness(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (dx, dy) = (a[0] - b[0], a[1] - b[1]);
    let near = 1.0 - (dx * dx + dy * dy).sqrt() / SPREAD;
    if near > 0.0 { near } else { 0.0 }
}

/// The angle of a direction or of its opposite, whichever reads from left to right.
fn upright(dx: f64, dy: f64) -> f64 {
    if dx < 0.0 || (dx == 0.0 && dy > 0.0) { libm::atan2(-dy, -dx) } else { libm::atan2(dy, dx) }
}

/// A line with the way walked up to each of its points.
struct Path<'a> {
    line: &'a [[f64; 2]],
    walked: Vec<f64>,
}

impl<'a> Path<'a> {
    fn new(line: &'a [[f64; 2]]) -> Option<Self> {
        let mut walked = Vec::with_capacity(line.len());
        let mut sum = 0.0;
        walked.push(sum);
        for pair in line.windows(2) {
            let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
            sum += (dx * dx + dy * dy).sqrt();
            walked.push(sum);
        }
        (line.len() > 1 && sum.is_finite()).then_some(Self { line, walked })
    }

    fn length(&self) -> f64 {
        self.walked[self.walked.len() - 1]
    }

    fn at(&self, way: f64) -> [f64; 2] {
        let next = self.walked.partition_point(|&w| w <= way).clamp(1, self.line.len() - 1);
        let (from, to) = (self.line[next - 1], self.line[next]);
        let long = self.walked[next] - self.walked[next - 1];
        let share = if long > 0.0 { (way - self.walked[next - 1]) / long } else { 0.0 };
        [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: [[f64; 2]; 2] = [[0.0, 600.0], [0.0, 400.0]];
    const SIZE: [f64; 2] = [30.0, 12.0];

    fn circle(x: f64, y: f64, radius: f64) -> Vec<[f64; 2]> {
        (0..=180)
            .map(|i| f64::from(i) * std::f64::consts::PI / 90.0)
            .map(|a| [x + radius * libm::cos(a), y + radius * libm::sin(a)])
            .collect()
    }

    #[test]
    fn labels_stay_inside_and_never_touch() {
        let mut labels = Labels::new(FRAME);
        let rings: Vec<_> = (1..=12).map(|i| circle(300.0, 200.0, 18.0 * f64::from(i))).collect();
        let placed: Vec<Place> = rings.iter().chain(&rings).filter_map(|ring| labels.place(ring, SIZE)).collect();
        assert!(placed.len() > 15, "{}", placed.len());
        for (i, place) in placed.iter().enumerate() {
            assert!(place.inside(FRAME));
            assert!(placed[..i].iter().all(|other| !other.meets(place)));
        }
    }

    #[test]
    fn a_label_lies_along_its_line_and_reads_from_left_to_right() {
        for turn in 0..72 {
            let angle = f64::from(turn) * std::f64::consts::PI / 36.0;
            let (cos, sin) = (libm::cos(angle), libm::sin(angle));
            let line = [[300.0 - 90.0 * cos, 200.0 - 90.0 * sin], [300.0 + 90.0 * cos, 200.0 + 90.0 * sin]];
            let place = Labels::new(FRAME).place(&line, SIZE).expect("room on an empty picture");
            assert!(place.angle.abs() <= std::f64::consts::FRAC_PI_2 + 1e-12);
            let across = libm::sin(place.angle - angle);
            assert!(across.abs() < 1e-9, "{angle}: {}", place.angle);
        }
    }

    #[test]
    fn a_label_prefers_the_straight_stretch() {
        let mut line = circle(100.0, 200.0, 40.0);
        line.truncate(91);
        line.reverse();
        line.extend([[140.0, 260.0], [140.0, 380.0]]);
        let place = Labels::new(FRAME).place(&line, SIZE).expect("there is a straight stretch");
        assert!(place.at[1] > 215.0, "{place:?}");
    }

    #[test]
    fn short_bent_or_broken_lines_get_none() {
        let mut labels = Labels::new(FRAME);
        assert_eq!(labels.place(&[[10.0, 10.0], [40.0, 10.0]], SIZE), None, "too short");
        assert_eq!(labels.place(&circle(300.0, 200.0, 9.0), SIZE), None, "too bent");
        assert_eq!(labels.place(&[[0.0, 1.0], [600.0, 1.0]], SIZE), None, "on the border");
        assert_eq!(labels.place(&[], SIZE), None);
        assert_eq!(labels.place(&[[0.0, 0.0], [f64::NAN, 5.0], [300.0, 300.0]], SIZE), None);
        assert_eq!(labels.place(&[[0.0, 200.0], [600.0, 200.0]], [f64::NAN, 12.0]), None);
    }
}
