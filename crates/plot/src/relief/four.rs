//! Four numbers of single precision side by side: one vector of the machine where wasm has them. No operation mixes
//! them, so that every form makes the same bits.

#[cfg_attr(target_feature = "simd128", path = "four/vector.rs")]
#[cfg_attr(not(target_feature = "simd128"), path = "four/plain.rs")]
mod form;

pub(super) use form::Four;

impl std::fmt::Debug for Four {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Four").field(&self.lanes()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Four;

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
        assert_eq!(Four::of([2.9, -2.9, 3e9, f32::NAN]).whole(), [2, -2, i32::MAX, 0]);
    }
}
