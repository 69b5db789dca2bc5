//! Four numbers of single precision side by side: one vector of the machine where wasm has them. No operation mixes
//! them, so that every form makes the same bits.

#[cfg_attr(target_feature = "simd128", path = "four/vector.rs")]
#[cfg_attr(not(target_feature = "simd128"), path = "four/plain.rs")]
mod form;

pub(super) use form::{Four, Whole};

impl Whole {
    /// Kept within two bounds.
    #[inline(always)]
    pub(super) fn within(self, least: i32, most: i32) -> Self {
        self.most(Self::all(least)).least(Self::all(most))
    }
}

impl std::fmt::Debug for Whole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Whole").field(&self.lanes()).finish()
    }
}

impl std::fmt::Debug for Four {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Four").field(&self.lanes()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Four, Whole};

    #[test]
    fn every_lane_is_by_itself() {
        let (a, b) = ([1.5, -2.0, 0.1, 1e30], [0.3, 7.0, -0.2, 1e9]);
        let [x, y] = [a, b].map(Four::of);
        let each = |f: fn(f32, f32) -> f32| [0, 1, 2, 3].map(|i| f(a[i], b[i]));
        assert_eq!((x + y).lanes(), each(|a, b| a + b));
        assert_eq!((x - y).lanes(), each(|a, b| a - b));
        assert_eq!((x * y).lanes(), each(|a, b| a * b));
        assert_eq!((x / y).lanes(), each(|a, b| a / b));
        assert_eq!(Four::all(2.5).lanes(), [2.5; 4]);
    }

    #[test]
    fn whole_numbers_are_cut_and_kept_in_range() {
        assert_eq!(Four::of([2.9, -2.9, 3e9, f32::NAN]).whole().lanes(), [2, -2, i32::MAX, 0]);
        let [a, b] = [Whole::of([i32::MAX, -7, 3, 0]), Whole::of([1, 5, -2, 9])];
        assert_eq!((a + b).lanes(), [i32::MIN, -2, 1, 9]);
        assert_eq!((a * b).lanes(), [i32::MAX, -35, -6, 0]);
        assert_eq!(a.right(28).lanes(), [7, 15, 0, 0]);
        assert_eq!(a.signed_right(2).lanes(), [0x1fff_ffff, -2, 0, 0]);
        assert_eq!(a.least(b).lanes(), [1, -7, -2, 0]);
        assert_eq!(a.most(b).lanes(), [i32::MAX, 5, 3, 9]);
        assert_eq!(a.within(-3, 2).lanes(), [2, -3, 2, 0]);
        assert_eq!(b.left(3).lanes(), [8, 40, -16, 72]);
    }

    #[test]
    fn a_mask_chooses_lane_by_lane() {
        let (a, b) = (Four::of([1.0, 5.0, -3.0, f32::NAN]), Four::all(2.0));
        let less = a.less(b);
        assert_eq!(less.lanes(), [-1, 0, -1, 0]);
        assert_eq!(a.or_else(less, b).lanes(), [1.0, 2.0, -3.0, 2.0]);
        assert_eq!(a.within(-1.0, 2.0).lanes()[..3], [1.0, 2.0, -1.0]);
        assert_eq!(Whole::all(7).or_else(less, Whole::all(1)).lanes(), [7, 1, 7, 1]);
        assert!(less.any() && !b.less(b).any());
    }
}
