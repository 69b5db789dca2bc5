//! Circles, saddles, borders and holes.

use super::*;

const WINDOW: [[f64; 2]; 2] = [[-2.0, 2.0], [-2.0, 2.0]];

fn area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|p| 0.5 * (p[0][0] * p[1][1] - p[1][0] * p[0][1])).sum()
}

fn bowl(nodes: usize) -> Heights {
    Heights::sample(WINDOW, nodes, nodes, |w, b| w * w + b * b)
}

#[test]
fn a_circle_is_one_closed_round_line() {
    for (nodes, most) in [(33, 2e-3), (129, 1.3e-4)] {
        let found = lines(&bowl(nodes), 1.0);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].first(), found[0].last());
        for [w, b] in &found[0] {
            let off = (w * w + b * b).sqrt() - 1.0;
            assert!(off.abs() < most, "{nodes} nodes: {off} off the radius");
        }
        let (inside, round) = (-area(&found[0]), std::f64::consts::PI);
        assert!((inside - round).abs() < 20.0 * most, "the low side is on the right: {inside}");
        assert!(found[0].windows(2).all(|p| p[0] != p[1]), "no point twice");
    }
}

#[test]
fn lines_that_leave_the_window_are_open_and_end_on_its_border() {
    let found = lines(&bowl(65), 6.0);
    assert_eq!(found.len(), 4, "one in each corner");
    for line in &found {
        for end in [line[0], line[line.len() - 1]] {
            assert!(end[0].abs() == 2.0 || end[1].abs() == 2.0, "{end:?} is not on the border");
        }
    }
}

#[test]
fn a_plane_gives_a_straight_line_across() {
    let plane = Heights::sample(WINDOW, 40, 17, |w, b| w + 0.5 * b);
    let found = lines(&plane, 0.3);
    assert_eq!(found.len(), 1);
    assert!(found[0].iter().all(|[w, b]| (w + 0.5 * b - 0.3).abs() < 1e-12));
    assert!(found[0][0][1] > found[0][1][1], "w rises to the east; who has the east on the left walks south");
}

#[test]
fn a_saddle_is_decided_by_its_mean() {
    let corners = |values: [f64; 4]| Heights { window: [[0.0, 1.0]; 2], columns: 2, rows: 2, values: values.to_vec() };
    let joined =
        |found: &[Vec<[f64; 2]>]| found.iter().any(|l| l.iter().any(|p| p[1] == 0.0) && l.iter().any(|p| p[0] == 1.0));
    let low = lines(&corners([1.0, -1.0, -1.0, 0.9]), 0.0);
    let high = lines(&corners([1.0, -1.0, -1.0, 1.1]), 0.0);
    assert_eq!((low.len(), high.len()), (2, 2));
    assert!(!joined(&low), "low middle: each high corner is cut off by itself");
    assert!(joined(&high), "high middle: the low corners are cut off");
    let turned = lines(&corners([-1.0, 1.0, 1.1, -1.0]), 0.0);
    assert!(!joined(&turned) && turned.len() == 2);
    let total = |level: f64, grid: &Heights| bands(grid, level).iter().map(|r| area(r)).sum::<f64>();
    assert!((total(0.0, &corners([1.0, -1.0, -1.0, 1.0])) - 0.75).abs() < 1e-12, "the tie counts as high");
}

#[test]
fn areas_follow_the_window() {
    let grid = bowl(129);
    let whole = bands(&grid, -1.0);
    assert_eq!(whole.len(), 1);
    assert_eq!(whole[0].len(), 5, "a rectangle has four corners and ends where it starts: {:?}", whole[0]);
    assert!((area(&whole[0]) - 16.0).abs() < 1e-12);
    assert!(bands(&grid, 9.0).is_empty());
    let with_hole = bands(&grid, 1.0);
    assert_eq!(with_hole.len(), 2);
    let sum: f64 = with_hole.iter().map(|ring| area(ring)).sum();
    assert!((sum - (16.0 - std::f64::consts::PI)).abs() < 3e-3, "border left, hole right: {sum}");
}

#[test]
fn every_ring_is_closed_and_areas_shrink_upwards() {
    let waves = |w: f64, b: f64| libm::sin(3.0 * w) * libm::cos(2.0 * b) + 0.1 * w * b;
    let grid = Heights::sample(WINDOW, 60, 47, waves);
    let mut last = 16.1;
    for step in -12..=12 {
        let rings = bands(&grid, 0.1 * f64::from(step));
        assert!(rings.iter().all(|ring| ring.len() > 3 && ring.first() == ring.last()));
        let now: f64 = rings.iter().map(|ring| area(ring)).sum();
        assert!(now <= last && now >= 0.0, "level {step}: {now} after {last}");
        last = now;
    }
}

#[test]
fn every_line_is_part_of_the_border_of_its_area() {
    let grid = Heights::sample(WINDOW, 31, 29, |w, b| libm::sin(3.0 * w) * libm::cos(2.0 * b) + 0.1 * w * b);
    for level in [-0.4, 0.05, 0.3] {
        let corners: Vec<[f64; 2]> = bands(&grid, level).concat();
        assert!(lines(&grid, level).iter().flatten().all(|p| corners.contains(p)), "at {level}");
    }
}

#[test]
fn a_hole_has_no_line_and_no_land() {
    for nothing in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let grid = Heights::sample(WINDOW, 65, 65, |w, b| if w * w + b * b < 0.25 { nothing } else { w });
        for line in lines(&grid, 0.0) {
            assert!(line.iter().all(|[w, b]| w * w + b * b >= 0.25 && w.abs() < 1e-12), "{line:?}");
        }
        assert_eq!(lines(&grid, 0.0).len(), 2, "the line is broken by the hole");
        let sum: f64 = bands(&grid, -9.0).iter().map(|ring| area(ring)).sum();
        assert!((sum - (16.0 - 0.25 * std::f64::consts::PI)).abs() < 0.1, "{sum}");
        assert_eq!(bands(&grid, -9.0).len(), 2);
    }
}

#[test]
fn nothing_and_everything_is_survived() {
    let grid = bowl(9);
    for level in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308] {
        assert!(lines(&grid, level).is_empty());
    }
    assert!(lines(&grid.map(|_| f64::NAN), 0.0).is_empty());
    assert!(bands(&grid.map(|_| f64::NAN), 0.0).is_empty());
    let vast = lines(&grid.map(|v| (v - 1.0) * 1e308), 0.0);
    assert!(vast.iter().flatten().all(|p| p[0].is_finite() && p[1].is_finite()) && !vast.is_empty());
    let ragged = Heights { values: vec![0.0; 7], ..bowl(9) };
    assert!(lines(&ragged, 0.5).is_empty(), "a grid with numbers missing has no lines");
}

#[test]
fn a_level_that_meets_nodes_exactly_stays_clean() {
    let steps = Heights::sample(WINDOW, 9, 9, |w, b| w.abs() + b.abs());
    for line in lines(&steps, 1.0) {
        assert_eq!(line.first(), line.last());
        assert!(line.windows(2).all(|p| p[0] != p[1]));
    }
    assert!(lines(&steps.map(|_| 1.0), 1.0).is_empty(), "flat ground at the level has no line");
    assert_eq!(bands(&steps.map(|_| 1.0), 1.0).len(), 1, "but it is land at that level");
}
