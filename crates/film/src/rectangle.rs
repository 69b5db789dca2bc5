//! The part of a frame that differs from the one before it.

/// Columns and rows of pixels, the ends not included; one pixel at least, as a frame cannot be nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rectangle {
    pub(crate) left: usize,
    pub(crate) top: usize,
    right: usize,
    bottom: usize,
}

impl Rectangle {
    /// Around all pixels that are `changed`, in a picture so wide.
    pub(crate) fn around(changed: impl Iterator<Item = usize>, width: usize) -> Self {
        let grown = |found: Option<Self>, at: usize| {
            let (x, y) = (at % width, at / width);
            let one = Self { left: x, top: y, right: x + 1, bottom: y + 1 };
            Some(found.map_or(one, |found| found.with(one)))
        };
        changed.fold(None, grown).unwrap_or(Self { left: 0, top: 0, right: 1, bottom: 1 })
    }

    pub(crate) fn width(self) -> usize {
        self.right - self.left
    }

    pub(crate) fn height(self) -> usize {
        self.bottom - self.top
    }

    /// Its part of a picture so wide, a byte a pixel.
    pub(crate) fn cut(self, picture: &[u8], width: usize) -> Vec<u8> {
        let rows = (self.top..self.bottom).map(|y| &picture[y * width + self.left..y * width + self.right]);
        rows.flatten().copied().collect()
    }

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rectangle;

    #[test]
    fn it_holds_all_that_changed_and_no_more() {
        let found = Rectangle::around([7, 13].into_iter(), 5);
        assert_eq!(found, Rectangle { left: 2, top: 1, right: 4, bottom: 3 });
        assert_eq!((found.width(), found.height()), (2, 2));
        let picture: Vec<u8> = (0..20).collect();
        assert_eq!(found.cut(&picture, 5), [7, 8, 12, 13]);
    }

    #[test]
    fn no_change_is_one_pixel() {
        assert_eq!(Rectangle::around(std::iter::empty(), 5).cut(&[9; 10], 5), [9]);
    }
}
