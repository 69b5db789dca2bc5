//! A tape of choices: what a recipe is made from. Where it ends, the first of everything is chosen, so that a shorter
//! tape of smaller words is a simpler recipe.

/// Numbers at the ends of what a double can be.
const ENDS: [f64; 7] = [0.0, 5e-324, f64::MIN_POSITIVE, 1.0, 1e12, 1e300, f64::MAX];

/// Words that are read once.
#[derive(Debug)]
pub(crate) struct Tape<'a>(std::slice::Iter<'a, u64>);

impl<'a> Tape<'a> {
    pub(crate) fn new(words: &'a [u64]) -> Self {
        Self(words.iter())
    }

    /// From 0 up to, but not including, 1.
    fn unit(&mut self) -> f64 {
        (self.0.next().copied().unwrap_or(0) >> 11) as f64 * 0.5_f64.powi(53)
    }

    /// A whole number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// Once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) + 1 == n
    }

    /// One of `items`, of which there is at least one.
    pub(crate) fn one<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }

    /// Evenly between two numbers.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// From 10⁻¹² to 10¹², every power of ten as often as another; now and then an end of what a double can be.
    pub(crate) fn size(&mut self) -> f64 {
        if self.once_in(32) { *self.one(&ENDS) } else { 10_f64.powf(self.between(-12.0, 12.0)) }
    }

    /// The same above 0.
    pub(crate) fn divisor(&mut self) -> f64 {
        let size = self.size();
        if size > 0.0 { size } else { 1.0 }
    }

    /// The same on either side of 0.
    pub(crate) fn signed(&mut self) -> f64 {
        let size = self.size();
        if self.once_in(2) { -size } else { size }
    }

    /// Somewhere people would look, or anywhere.
    pub(crate) fn coordinate(&mut self) -> f64 {
        if self.once_in(4) { self.signed() } else { self.between(-6.0, 6.0) }
    }

    /// A whole number from 1 to `most`, small ones more often.
    pub(crate) fn count(&mut self, most: usize) -> usize {
        (most as f64).powf(self.unit()) as usize
    }

    /// Any whole number that JSON and JavaScript know exactly.
    pub(crate) fn seed(&mut self) -> f64 {
        self.between(0.0, (1_u64 << 53) as f64).floor()
    }
}
