//! Level lines in the relief: how much of a pixel each covers, and when it is better left out.

use super::four::{Four, Whole};
use super::vertex::Vertex;
use crate::shade::Land;

/// A level line: where, how wide, in which colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    /// The level, in the unit of a vertex's height.
    pub(super) level: f32,
    /// Half its width in device pixels.
    half: f32,
    /// Distance to the next line of its weight: in the unit of heights times CSS pixels, of which those count in which it
    /// goes from left out to drawn fully.
    gap: f32,
    color: [u8; 4],
    /// In 256ths.
    opacity: f32,
}

/// Widths of fine and heavy lines in CSS pixels.
const WIDTH: [f64; 2] = [0.8, 1.4];
/// Lines closer than the first many CSS pixels are left out, farther than the second drawn fully: no mush on slopes
/// seen edge-on.
const CROWDED: [f32; 2] = [1.8, 4.5];
impl Ink {
    /// One for each level, in order. Heights are counted from the first level in units of the whole range, so that
    /// single precision is enough.
    pub(super) fn all(land: &Land<'_>, scale: f64) -> Vec<Self> {
        let (from, unit) = Self::unit(land);
        let levels = &land.levels.values;
        let heavy = |i: usize| land.levels.major.get(i) == Some(&true);
        let near = |index: usize, major: bool| {
            let same = |i: &usize| !major || heavy(*i);
            let before = (0..index).rev().find(same).map(|i| levels[index] - levels[i]);
            let after = (index + 1..levels.len()).find(same).map(|i| levels[i] - levels[index]);
            before.into_iter().chain(after).reduce(|a, b| if b < a { b } else { a }).unwrap_or(f64::INFINITY)
        };
        let ink = |(index, &level): (usize, &f64)| {
            let major = heavy(index);
            let color = if major { land.palette.major } else { land.palette.line };
            Self {
                level: ((level - from) / unit) as f32,
                half: (0.5 * WIDTH[usize::from(major)] * scale) as f32,
                gap: (near(index, major) / (unit * scale)) as f32 / (CROWDED[1] - CROWDED[0]),
                color,
                opacity: f32::from(color[3]) * (256.0 / 255.0),
            }
        };
        levels.iter().enumerate().map(ink).collect()
    }

    /// The first level and the range of all of them.
    pub(super) fn unit(land: &Land<'_>) -> (f64, f64) {
        match (land.levels.values.first(), land.levels.values.last()) {
            (Some(&first), Some(&last)) if last > first => (first, last - first),
            (Some(&first), _) => (first, 1.0),
            _ => (0.0, 1.0),
        }
    }

    /// It on a triangle where heights change by 1 in `per` pixels, if there is anything to be seen of it; `front`: how much
    /// of its strength is left at this angle.
    #[inline(always)]
    fn stroke(&self, per: f32, front: f32) -> Option<Stroke> {
        let weight = front * self.strength(per) * self.opacity;
        let [red, green, blue, _] = self.color.map(i32::from);
        let color = [red | blue << 16, green | 255 << 16];
        (weight >= 1.0).then_some(Stroke { level: self.level, reach: self.half + 0.5, weight, color })
    }

    /// How strongly it is drawn there.
    fn strength(&self, per: f32) -> f32 {
        (self.gap * per - CROWDED[0] / (CROWDED[1] - CROWDED[0])).clamp(0.0, 1.0)
    }
}

/// A level line on a triangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    level: f32,
    /// How many pixels from its middle it ends.
    reach: f32,
    /// How much of it covers what lies wholly in it, in 256ths.
    weight: f32,
    /// Its colour, two channels at a time.
    color: [i32; 2],
}

impl Stroke {
    /// Four pixels with its part of them, at their heights, where heights change by 1 in `per` pixels.
    #[inline(always)]
    pub(super) fn over(&self, pixels: Whole, heights: Four, per: f32) -> Whole {
        let cover = Four::all(self.reach) - (heights - Four::all(self.level)).abs() * Four::all(per);
        let share = (cover.within(0.0, 1.0) * Four::all(self.weight)).whole();
        if share.any() { self.mixed(pixels, share) } else { pixels }
    }

    /// Opaque pixels with so many 256ths of it over them: two channels at a time, as a product needs twice the bits.
    #[inline(always)]
    fn mixed(&self, pixels: Whole, share: Whole) -> Whole {
        let (rest, odd) = (Whole::all(256) - share, Whole::all(0x00ff_00ff));
        let two = |under: Whole, over: i32| under * rest + Whole::all(over) * share;
        let (one, other) = (two(pixels & odd, self.color[0]), two(pixels.right(8) & odd, self.color[1]));
        (one.right(8) & odd) | (other & odd.left(8))
    }
}

/// Adds the lines that are to be seen on a triangle; `front` is asked only where there are any.
#[inline(always)]
pub(super) fn strokes(
    corners: [&Vertex; 3],
    inks: &[Ink],
    per: f32,
    front: impl FnOnce() -> f32,
    into: &mut Vec<Stroke>,
) {
    let inks = if per.is_finite() { near(corners, inks, per) } else { &[] };
    if !inks.is_empty() {
        let front = front();
        into.extend(inks.iter().filter_map(|ink| ink.stroke(per, front)));
    }
}

/// The lines that touch a triangle or come within their own width of it.
fn near<'a>(corners: [&Vertex; 3], inks: &'a [Ink], per: f32) -> &'a [Ink] {
    let [a, b, c] = corners.map(|v| v.level as usize);
    let (mut from, mut to) = (a.min(b).min(c), a.max(b).max(c));
    let [a, b, c] = corners.map(Vertex::height);
    let least = if a < b { a } else { b };
    let least = if c < least { c } else { least };
    let most = if a > b { a } else { b };
    let most = if c > most { c } else { most };
    let touches = |ink: &Ink, away: f32| away * per < ink.half + 0.5;
    while from > 0 && touches(&inks[from - 1], least - inks[from - 1].level) {
        from -= 1;
    }
    while to < inks.len() && touches(&inks[to], inks[to].level - most) {
        to += 1;
    }
    &inks[from..to]
}

/// A colour over an opaque one.
pub(super) fn blend(under: [u8; 4], over: [u8; 4], share: f32) -> [u8; 4] {
    let share = (share * f32::from(over[3]) * (256.0 / 255.0)) as u32;
    let part = |i: usize| ((u32::from(under[i]) * (256 - share) + u32::from(over[i]) * share) >> 8) as u8;
    [part(0), part(1), part(2), under[3]]
}
