//! The game of guess work, in which the reader is the optimizer.

use super::{Kind, guesses};

pub(super) const ENTRY: Kind = Kind::new("guesswork", guesses::game);
