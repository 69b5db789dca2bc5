//! Guesses that somebody made, one by one.

use super::{Kind, guesses};

pub(super) const ENTRY: Kind = Kind::new("replay", guesses::replay);
