//! The picture against rays marched through the formula, and what must hold for any picture.

use super::*;
use crate::heights::Heights;
use crate::levels::Levels;
use crate::shade::Palette;

const WINDOW: [[f64; 2]; 2] = [[-1.0, 1.0], [-1.0, 1.0]];
const FRAME: [[f64; 2]; 2] = [[10.0, 330.0], [5.0, 245.0]];
const TALL: f64 = 0.8;

/// A steep hill beside a valley.
fn hill(w: f64, b: f64) -> f64 {
    let bump = |x: f64, y: f64, size: f64| libm::exp(-((w - x) * (w - x) + (b - y) * (b - y)) / size);
    0.25 + 0.7 * bump(-0.25, -0.35, 0.09) - 0.2 * bump(0.4, 0.4, 0.2)
}

fn grid() -> Heights {
    Heights::sample(WINDOW, 101, 101, hill)
}

fn drawn(heights: &Heights, camera: &Camera, palette: &Palette, levels: &Levels) -> Relief {
    let mut relief = Relief::default();
    relief.render(&Land { heights, rise: &|height| height, levels, palette }, camera, 1.0);
    relief
}

fn plain(heights: &Heights, camera: &Camera) -> Relief {
    drawn(heights, camera, &Palette::LIGHT, &Levels::default())
}

fn cameras() -> impl Iterator<Item = Camera> {
    (0..24).flat_map(|turn| {
        let yaw = 0.1 + f64::from(turn) * std::f64::consts::PI / 12.0;
        [0.25, 0.6, 1.2].map(|pitch| Camera::new(yaw, pitch, TALL, FRAME))
    })
}

/// How far the ray from a point of the land to the eye stays above the land (or below it, if the land's underside is
/// what is seen): lowest and highest clearance on the way.
fn clearance(camera: &Camera, seen: [f64; 3]) -> [f64; 2] {
    let mut reach = [0.0_f64; 2];
    for step in 6..400 {
        let [x, y, z] = camera.unproject([seen[0], seen[1], seen[2] - 0.008 * f64::from(step)]);
        if x.abs() > 1.0 || y.abs() > 1.0 {
            break;
        }
        let above = z - TALL * hill(x, y);
        reach = [if above < reach[0] { above } else { reach[0] }, if above > reach[1] { above } else { reach[1] }];
    }
    reach
}

fn spots() -> impl Iterator<Item = [f64; 2]> {
    (0..17).flat_map(|i| (0..17).map(move |j| [-0.93 + 0.116 * f64::from(i), -0.93 + 0.116 * f64::from(j)]))
}

#[test]
fn what_a_ray_meets_first_is_what_is_seen() {
    let grid = grid();
    let (mut shown, mut hidden) = (0, 0);
    for camera in cameras() {
        let relief = plain(&grid, &camera);
        for [w, b] in spots() {
            let seen = camera.project([w, b, TALL * hill(w, b)]);
            let [low, high] = clearance(&camera, seen);
            let around = [[-2.0, 0.0], [2.0, 0.0], [0.0, -2.0], [0.0, 2.0]];
            let behind = |[low, high]: [f64; 2]| low < -0.02 && high > 0.02;
            if behind([low, high])
                && around.iter().all(|d| behind(clearance(&camera, [seen[0] + d[0], seen[1] + d[1], seen[2]])))
            {
                hidden += 1;
                assert!(!relief.visible(seen), "{camera:?}: {w} {b} is hidden");
            } else if low == 0.0 || high == 0.0 {
                shown += 1;
                assert!(relief.visible(seen), "{camera:?}: {w} {b} is visible, {low} {high}");
            }
        }
    }
    assert!(hidden > 300 && shown > 12_000, "both happen: {hidden} {shown}");
}

#[test]
fn a_pick_finds_the_point_that_was_projected() {
    let grid = grid();
    for camera in cameras() {
        let relief = plain(&grid, &camera);
        for [w, b] in spots() {
            let seen = camera.project([w, b, TALL * hill(w, b)]);
            // Points that face the eye: edge-on, one pixel spans much land.
            let near = camera.unproject([seen[0], seen[1], seen[2] - 0.02]);
            let facing = near[2] - TALL * hill(near[0], near[1]) > 0.01;
            let around = [[0.0, 0.0], [-1.0, 0.0], [1.0, 0.0], [0.0, -1.0], [0.0, 1.0]];
            let clear = |d: &[f64; 2]| clearance(&camera, [seen[0] + d[0], seen[1] + d[1], seen[2]])[0] == 0.0;
            if !facing || !around.iter().all(clear) {
                continue;
            }
            let [pw, pb] = relief.pick(seen[0], seen[1]).expect("there is land");
            assert!((pw - w).abs() < 0.05 && (pb - b).abs() < 0.05, "{camera:?}: {w} {b} became {pw} {pb}");
            let again = camera.project([pw, pb, TALL * grid.at(pw, pb)]);
            assert!((again[0] - seen[0]).abs() < 1.1 && (again[1] - seen[1]).abs() < 1.1, "{again:?} {seen:?}");
        }
    }
}

#[test]
fn nothing_is_picked_beside_the_land() {
    let camera = Camera::new(0.7, 0.5, TALL, FRAME);
    let relief = plain(&grid(), &camera);
    for (x, y) in [(11.0, 6.0), (-50.0, 100.0), (1e300, 3.0), (f64::NAN, 100.0), (329.9, 244.9)] {
        assert_eq!(relief.pick(x, y), None);
        assert_eq!(relief.depth_at(x, y), None);
        assert!(relief.visible([x, y, 99.0]));
    }
    assert_eq!(Relief::default().pick(20.0, 20.0), None, "nothing is drawn yet");
}

#[test]
fn a_plane_has_no_cracks_and_its_edges_are_smooth() {
    let plane = Heights::sample(WINDOW, 41, 31, |w, b| 0.5 + 0.2 * w - 0.1 * b);
    for camera in cameras() {
        let relief = plain(&plane, &camera);
        let corners = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]].map(|[w, b]| {
            let [x, y, _] = camera.project([w, b, TALL * plane.at(w, b)]);
            [x, y]
        });
        let area: f64 =
            (0..4).map(|i| (corners[i], corners[(i + 1) % 4])).map(|(p, q)| 0.5 * (p[0] * q[1] - q[0] * p[1])).sum();
        let opacity = |pixels: &[[u8; 4]]| pixels.iter().map(|p| f64::from(p[3]) / 255.0).sum::<f64>();
        let covered = opacity(relief.rgba().as_chunks().0);
        assert!((covered - area.abs()).abs() < 6.0, "{camera:?}: {covered} px of {area}");
        for row in relief.rgba().as_chunks::<4>().0.chunks(relief.width()) {
            let land = |p: &[u8; 4]| p[3] > 0;
            let from = row.iter().position(land).unwrap_or(0);
            let to = row.iter().rposition(land).unwrap_or(0);
            let solid = row.get(from + 2..to.saturating_sub(1)).unwrap_or(&[]);
            let holes = solid.iter().take_while(|p| p[3] > 0).count();
            assert_eq!(holes, solid.len(), "{camera:?}: a hole in a row");
        }
    }
}

#[test]
fn the_ceiling_cuts_flat() {
    let bowl = Heights::sample(WINDOW, 61, 61, |w, b| 1.6 * (w * w + b * b));
    for camera in cameras() {
        let relief = plain(&bowl, &camera);
        let mut highest = 0.0_f64;
        for row in 0..relief.height() {
            for column in 0..relief.width() {
                let at = [FRAME[0][0] + column as f64 + 0.5, FRAME[1][0] + row as f64 + 0.5];
                if let Some(depth) = relief.depth_at(at[0], at[1]) {
                    let [x, y, z] = camera.unproject([at[0], at[1], depth]);
                    highest = if z > highest { z } else { highest };
                    assert!(1.6 * (x * x + y * y) < 1.02, "{camera:?}: land outside the rim at {x} {y}");
                }
            }
        }
        assert!(highest < TALL + 1e-4 && highest > 0.97 * TALL, "{camera:?}: {highest}");
    }
}

#[test]
fn the_same_land_gives_the_same_bytes() {
    let (grid, levels) = (grid(), Levels::linear(&grid(), 12));
    let camera = Camera::new(0.4, 0.6, TALL, FRAME);
    let first = drawn(&grid, &camera, &Palette::LIGHT, &levels);
    let mut used = drawn(&grid, &Camera::new(2.0, 0.3, TALL, [[0.0, 700.0], [0.0, 500.0]]), &Palette::DARK, &levels);
    used.render(&Land { heights: &grid, rise: &|h| h, levels: &levels, palette: &Palette::LIGHT }, &camera, 1.0);
    assert!(first.rgba() == used.rgba(), "what was drawn before leaves no trace");
    let dark = drawn(&grid, &camera, &Palette::DARK, &levels);
    assert!(first.rgba() != dark.rgba());
    assert_eq!(first.rgba().len(), 4 * first.width() * first.height());
    assert_eq!((first.width(), first.height()), (320, 240));
    assert_eq!(used.pick(170.0, 125.0), first.pick(170.0, 125.0));
}

#[test]
fn holes_and_monsters_are_survived() {
    let camera = Camera::new(0.4, 0.6, TALL, FRAME);
    for nothing in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let bare = grid().map(|_| nothing);
        assert!(plain(&bare, &camera).rgba().iter().all(|&byte| byte == 0));
        let holed = Heights::sample(WINDOW, 101, 101, |w, b| if w > 0.0 && b > 0.0 { nothing } else { 0.4 });
        let relief = plain(&holed, &camera);
        let [x, y, _] = camera.project([0.5, 0.5, TALL * 0.4]);
        assert_eq!(relief.pick(x, y), None, "one looks through the hole");
        let [x, y, _] = camera.project([-0.5, 0.5, TALL * 0.4]);
        assert!(relief.pick(x, y).is_some());
    }
    for wild in [1e300, -1e300, f64::MAX] {
        let odd = Heights::sample(WINDOW, 20, 20, |w, b| if w * b > 0.3 { wild } else { 0.3 });
        let levels = Levels { values: vec![0.1, 0.3, 0.5], major: vec![false, true, false] };
        drawn(&odd, &camera, &Palette::DARK, &levels);
    }
    for frame in [[[0.0, 0.0], [0.0, 0.0]], [[0.0, f64::NAN], [0.0, 9.0]], [[0.0, 1e300], [0.0, 9.0]]] {
        let relief = plain(&grid(), &Camera::new(0.4, 0.6, TALL, frame));
        assert!(relief.width() >= 1 && relief.height() >= 1);
    }
}

#[test]
fn lines_lie_on_their_level_and_give_way_where_they_crowd() {
    let slope = Heights::sample(WINDOW, 51, 51, |w, _| 0.5 + 0.4 * w);
    let camera = Camera::new(0.0, 1.0, TALL, FRAME);
    let levels = |values: Vec<f64>| Levels { major: vec![false; values.len()], values };
    let brightness = |relief: &Relief, w: f64| {
        let [x, y, _] = camera.project([w, 0.0, TALL * (0.5 + 0.4 * w)]);
        let (column, row) = ((x - FRAME[0][0]) as usize, (y - FRAME[1][0]) as usize);
        let pixel = &relief.rgba()[4 * (row * relief.width() + column)..];
        i32::from(pixel[0]) + i32::from(pixel[1]) + i32::from(pixel[2])
    };
    let bare = plain(&slope, &camera);
    let lined = drawn(&slope, &camera, &Palette::LIGHT, &levels(vec![0.42]));
    assert!(brightness(&lined, -0.2) < brightness(&bare, -0.2) - 40, "a line where the land is 0.42 high");
    for w in [-0.3, -0.1, 0.5] {
        assert_eq!(brightness(&lined, w), brightness(&bare, w), "and nowhere else");
    }
    let crowd = drawn(&slope, &camera, &Palette::LIGHT, &levels((0..600).map(|i| f64::from(i) / 600.0).collect()));
    for w in [-0.31, -0.2, 0.0, 0.137] {
        assert_eq!(brightness(&crowd, w), brightness(&bare, w), "lines closer than pixels are left out");
    }
}
