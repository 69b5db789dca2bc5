//! The colours of a film.

use color_quant::NeuQuant;

/// What stands for "as it was", the last place of every palette.
pub(crate) const CLEAR: u8 = 255;

/// Colours that are kept as they are, where there are too many to keep all: a paper that is not quite white, or a line
/// that changes its colour where the film begins, is seen at once.
const EXACT: usize = 63;

/// How many pixels there are for one that the network learns from, 1 to 30: what it draws from a film's paper, land and
/// lines is no worse for it.
const SAMPLE: i32 = 3;

/// Slots of the memory for what was looked up, a power of two.
const SLOTS: u32 = 1 << 15;

/// Up to 255 colours, and which of them is nearest to another.
pub(crate) struct Palette {
    colours: Vec<[u8; 3]>,
    /// A colour and its place, `red green blue place`.
    known: Vec<[u8; 4]>,
}

impl Palette {
    /// Fitted to pixels of four bytes each; how clear they are is not looked at.
    pub(crate) fn of(rgba: &[u8]) -> Self {
        let counted = counted(rgba);
        let mut colours: Vec<[u8; 3]> = counted.iter().map(|&(_, colour)| colour).collect();
        if colours.len() > usize::from(CLEAR) {
            colours.truncate(EXACT);
            colours.extend(learned(rgba, &colours, usize::from(CLEAR) - EXACT));
        }
        let mut palette = Self { colours, known: Vec::new() };
        // Every slot holds a pair that is right, so that none has to say that it is empty.
        let black = palette.search([0; 3]);
        palette.known = vec![[0, 0, 0, black]; SLOTS as usize];
        palette
    }

    /// All 256, three bytes each, with `CLEAR`.
    pub(crate) fn colours(&self) -> Vec<u8> {
        let mut all = self.colours.as_flattened().to_vec();
        all.resize(3 * (usize::from(CLEAR) + 1), 0);
        all
    }

    /// The place of the nearest colour.
    pub(crate) fn place(&mut self, colour: [u8; 3]) -> u8 {
        let slot = slot(colour);
        let [red, green, blue, place] = self.known[slot];
        if [red, green, blue] == colour {
            return place;
        }
        let place = self.search(colour);
        let [red, green, blue] = colour;
        self.known[slot] = [red, green, blue, place];
        place
    }

    fn search(&self, colour: [u8; 3]) -> u8 {
        let distance = |other: &[u8; 3]| -> i32 {
            let parts = colour.iter().zip(other).map(|(&a, &b)| i32::from(a) - i32::from(b));
            parts.map(|part| part * part).sum()
        };
        let nearest = self.colours.iter().enumerate().min_by_key(|(_, other)| distance(other));
        nearest.map_or(CLEAR, |(place, _)| place as u8)
    }
}

/// Every colour with how often it occurs, the most frequent first.
fn counted(rgba: &[u8]) -> Vec<(usize, [u8; 3])> {
    let mut colours: Vec<[u8; 3]> = rgba.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    colours.sort_unstable();
    let mut counted: Vec<_> = colours.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    counted.sort_by_key(|&(count, colour)| (usize::MAX - count, colour));
    counted
}

/// So many colours for what is not among the `exact` ones.
fn learned(rgba: &[u8], exact: &[[u8; 3]], count: usize) -> Vec<[u8; 3]> {
    let other = |pixel: &&[u8]| !exact.iter().any(|colour| pixel[..3] == colour[..]);
    let others: Vec<u8> = rgba.chunks_exact(4).filter(other).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
    let map = NeuQuant::new(SAMPLE, count, &others).color_map_rgb();
    map.chunks_exact(3).map(|colour| [colour[0], colour[1], colour[2]]).collect()
}

fn slot([red, green, blue]: [u8; 3]) -> usize {
    let key = u32::from_le_bytes([red, green, blue, 0]);
    // Fibonacci hashing: neighbours in colour are none in the table.
    (key.wrapping_mul(0x9e37_79b9) >> (32 - SLOTS.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::{CLEAR, Palette};

    fn pixels(colours: impl Iterator<Item = [u8; 3]>) -> Vec<u8> {
        colours.flat_map(|[red, green, blue]| [red, green, blue, 255]).collect()
    }

    #[test]
    fn few_colours_are_kept_as_they_are() {
        let mut palette = Palette::of(&pixels((0..=254).map(|n| [n, 255 - n, 7])));
        for n in 0..=254 {
            let place = palette.place([n, 255 - n, 7]);
            assert_eq!(palette.colours[usize::from(place)], [n, 255 - n, 7]);
            assert!(place != CLEAR);
        }
    }

    #[test]
    fn of_many_colours_the_frequent_are_exact_and_the_others_near() {
        let ramp = (0..4096_u32).map(|n| [(n >> 4) as u8, (n % 16 * 16) as u8, 90]);
        let paper = [[253, 252, 251]; 999];
        let mut palette = Palette::of(&pixels(ramp.clone().chain(paper)));
        assert!(palette.colours.len() <= usize::from(CLEAR));
        let at = palette.place(paper[0]);
        assert_eq!(palette.colours[usize::from(at)], paper[0]);
        for colour in ramp {
            let place = palette.place(colour);
            let near = palette.colours[usize::from(place)];
            assert!(near.iter().zip(colour).all(|(&a, b)| a.abs_diff(b) < 32), "{colour:?} became {near:?}");
        }
    }

    #[test]
    fn a_place_is_the_same_whether_it_was_looked_up_before() {
        let mut palette = Palette::of(&pixels((0..200).map(|n| [n, n, n])));
        let twice = |palette: &mut Palette| -> Vec<u8> {
            (0..60_000_u32).map(|n| palette.place([(n >> 8) as u8, n as u8, 40])).collect()
        };
        assert_eq!(twice(&mut palette), twice(&mut palette));
    }
}
