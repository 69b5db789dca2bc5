//! Words around a picture that keep out of each other's way: all of each is on the picture, or it is not there.

use ponder::math::{larger, smaller};

use crate::format;
use crate::scene::{Anchor, Mark, Pixel, Rect, Size};
use crate::theme::Role;

/// Room between two words, and between a word and the edge of the picture, in CSS pixels.
const GAP: f64 = 1.5;

/// How far a word may be moved to be on the picture.
const SHIFT: f64 = 7.0;

/// A word and where it would stand.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Where it is anchored.
    pub at: Pixel,
    /// What it says.
    pub text: String,
    /// Its colour and font.
    pub role: Role,
    /// Which way it extends.
    pub anchor: Anchor,
}

impl Word {
    fn rect(&self) -> Rect {
        let size = self.role.font().size;
        let (width, height) = (format::width(&self.text, size), 0.8 * size);
        let left = match self.anchor {
            Anchor::Left => 0.0,
            Anchor::Middle => 0.5 * width,
            Anchor::Right => width,
        };
        Rect { x: self.at[0] - left, y: self.at[1] - 0.5 * height, width, height }.grown(GAP)
    }

    /// The same word wholly on the picture, and how far it was moved.
    fn inside(mut self, picture: Rect) -> (Self, f64) {
        let rect = self.rect();
        let move_by = |low: f64, high: f64, from: f64, to: f64| larger(from - low, smaller(to - high, 0.0));
        let right = move_by(rect.x, rect.right(), picture.x, picture.right());
        let down = move_by(rect.y, rect.bottom(), picture.y, picture.bottom());
        self.at = [self.at[0] + right, self.at[1] + down];
        (self, larger(right.abs(), down.abs()))
    }
}

/// The box around a text, which may be turned; nothing for what is no text.
pub(crate) fn place(mark: &Mark) -> Option<Rect> {
    let Mark::Text { at, text, role, anchor, angle } = mark else { return None };
    let word = Word { at: *at, text: text.clone(), role: *role, anchor: *anchor };
    let Rect { x, y, width, height } = word.rect();
    let (cos, sin) = (libm::cos(*angle).abs(), libm::sin(*angle).abs());
    let (wide, high) = (cos * width + sin * height, sin * width + cos * height);
    Some(Rect { x: x + 0.5 * (width - wide), y: y + 0.5 * (height - high), width: wide, height: high })
}

/// The words that have found a place.
pub(crate) struct Words {
    picture: Rect,
    placed: Vec<(Word, Rect)>,
}

impl Words {
    pub(crate) fn new(size: Size) -> Self {
        Self { picture: Rect::of(size), placed: Vec::new() }
    }

    /// Puts a word there, moved onto the picture if need be.
    pub(crate) fn force(&mut self, word: Word) {
        let (word, _) = word.inside(self.picture);
        let rect = word.rect();
        self.placed.push((word, rect));
    }

    /// Puts a word there, moved a little if need be, unless another one is in the way.
    pub(crate) fn offer(&mut self, word: Word) {
        let (word, moved) = word.inside(self.picture);
        if moved <= SHIFT && !self.taken(&word.rect()) {
            self.force(word);
        }
    }

    /// Puts a word at the first of several places where the fewest others want to stand.
    pub(crate) fn choose(&mut self, places: Vec<Word>, others: &[Word]) {
        let rects: Vec<Rect> = others.iter().map(Word::rect).collect();
        let cost = |word: &Word| {
            let (word, moved) = word.clone().inside(self.picture);
            let rect = word.rect();
            (self.taken(&rect), moved > SHIFT, rects.iter().filter(|other| other.meets(&rect)).count())
        };
        if let Some(best) = places.into_iter().min_by_key(cost) {
            self.force(best);
        }
    }

    pub(crate) fn marks(self) -> impl Iterator<Item = Mark> {
        self.placed.into_iter().map(|(word, _)| Mark::text(word.at, word.text, word.role, word.anchor))
    }

    /// Where they stand.
    pub(crate) fn places(&self) -> Vec<Rect> {
        self.placed.iter().map(|(_, rect)| *rect).collect()
    }

    fn taken(&self, rect: &Rect) -> bool {
        self.placed.iter().any(|(_, other)| other.meets(rect))
    }
}
