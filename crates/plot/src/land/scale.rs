//! From losses to heights as drawn: as they are, or as logarithms.

use ponder::Height;

use crate::heights::Heights;

/// How far below the highest ground logarithms go: everything lower is as low as this share of the range.
const DEPTH: f64 = 2e-4;

/// Where the lowest loss of a window is more than this share of its highest, logarithms show no more than losses do.
const ALIKE: f64 = 0.05;

/// From losses to heights as drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scale {
    Linear,
    /// The decimal logarithm of the loss above a base, not below a floor.
    Log {
        base: f64,
        floor: f64,
    },
}

impl Scale {
    /// Logarithms are taken above the lowest ground, or above nothing where the lowest ground is nearly that.
    pub(super) fn new(height: Height, plain: &Heights) -> Self {
        match (height, span(plain)) {
            (Height::Log, Some([low, high])) if high > low && high - low < f64::INFINITY => {
                let span = high - low;
                let base = if low >= 0.0 && low < 1e-3 * span { 0.0 } else { low };
                let above = |share| plain.quantile(share).map_or(0.0, |height| height - base);
                // Beside a corner that dwarfs everything half the land would be as low as that.
                let floor = if above(0.5) < DEPTH * span { above(0.1) } else { DEPTH * span };
                if floor > 0.0 { Self::Log { base, floor } } else { Self::Linear }
            }
            _ => Self::Linear,
        }
    }

    /// The same in another window: above the same base, so that level lines stay at round losses; as they are where the
    /// losses of the window are much alike.
    pub(super) fn within(self, losses: Option<[f64; 2]>) -> Self {
        match (self, losses) {
            (Self::Log { base, .. }, Some([low, high])) if low - base < ALIKE * (high - base) => {
                Self::Log { base, floor: DEPTH * (high - base) }
            }
            _ => Self::Linear,
        }
    }

    pub(super) fn height(self, loss: f64) -> f64 {
        match self {
            Self::Linear => loss,
            Self::Log { base, floor } if loss - base < floor => libm::log10(floor),
            Self::Log { base, .. } => libm::log10(loss - base),
        }
    }
}

/// The lowest and the highest value.
pub(super) fn span(heights: &Heights) -> Option<[f64; 2]> {
    heights.lowest().zip(heights.highest()).map(|(low, high)| [low, high])
}
