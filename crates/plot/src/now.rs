//! A moment of a figure: how far it has played, how far it may show, and what the reader answered.

use ponder::math::smaller;
use ponder::note::Part;

/// A moment of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Now {
    /// How many steps were made; between two points the heads glide.
    pub step: f64,
    /// No point after this step is drawn, nor sets a range: the next unanswered question.
    pub limit: usize,
    /// The part of the update that leaves `step` which the reader looks at; the others and the way so far are dimmed.
    /// Of the update that led here it can only be that it has arrived.
    pub part: Option<Part>,
    /// Answers and truths.
    pub marks: Vec<PonderMark>,
}

/// A reader's answer on the parameter plane, or what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub enum PonderMark {
    /// The point a reader chose.
    Guess([f64; 2]),
    /// The point it is.
    Truth([f64; 2]),
    /// The arrow a reader drew.
    GuessArrow {
        /// Where it starts.
        from: [f64; 2],
        /// Where it points.
        to: [f64; 2],
    },
    /// The arrow it is.
    TruthArrow {
        /// Where it starts.
        from: [f64; 2],
        /// Where it points.
        to: [f64; 2],
    },
    /// The difference between the two, with its number.
    Gap {
        /// The answer.
        from: [f64; 2],
        /// The truth.
        to: [f64; 2],
        /// How large it is.
        text: String,
    },
}

impl Now {
    /// The first moment of a figure that may show everything.
    pub fn start(steps: usize) -> Self {
        Self { step: 0.0, limit: steps, ..Self::default() }
    }

    /// The same moment within what exists and what may be shown.
    pub(crate) fn within(&self, steps: usize) -> Self {
        let limit = self.limit.min(steps);
        let step = if self.step > 0.0 { smaller(self.step, limit as f64) } else { 0.0 };
        Self { step, limit, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_moment_lies_beyond_its_limit() {
        let now = |step, limit| Now { step, limit, ..Now::default() }.within(100);
        assert_eq!(now(7.5, 50), Now { step: 7.5, limit: 50, ..Now::default() });
        assert_eq!(now(70.0, 50).step, 50.0);
        assert_eq!(now(f64::INFINITY, usize::MAX), Now { step: 100.0, limit: 100, ..Now::default() });
        for bad in [f64::NAN, -3.0, f64::NEG_INFINITY] {
            assert_eq!(now(bad, 50).step, 0.0);
        }
    }
}
