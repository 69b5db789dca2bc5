//! What must hold of any text at the three places where texts come in: a formula, a recipe file, a link.
//!
//! `tests/fuzz` asks this of texts that libFuzzer makes; what it found worth keeping is asked again here.

use ponder::{Expression, Landscape, Tree, Vector};

use crate::{hold, link as links};

/// Where a formula is asked for its value: plain places, poles, the ends of the numbers.
const PLACES: [[f64; 2]; 5] = [[0.0, 0.0], [1.0, -1.0], [-2.5, 3.5], [1e300, 1e-300], [f64::MIN_POSITIVE, -40.0]];

/// It is refused with a reason and a place in it, or has a value and a slope everywhere.
pub(crate) fn expression(text: &str) -> Result<(), String> {
    let parsed = match Expression::parse(text) {
        Err(error) if error.to_string().is_empty() => return Err("refused for no reason".into()),
        Err(_) => return Ok(()),
        Ok(parsed) => parsed,
    };
    for place in PLACES {
        let value = parsed.value(Vector(place));
        let (again, _) = parsed.value_and_slope(Vector(place));
        if value.to_bits() != again.to_bits() && !(value.is_nan() && again.is_nan()) {
            return Err(format!("{value} is not {again} at {place:?}"));
        }
    }
    if parsed.python().is_empty() || parsed.tex().is_empty() {
        return Err("it cannot be written".into());
    }
    Ok(())
}

/// JSON of any kind is refused with reasons that name places, or runs.
pub(crate) fn recipe(text: &str) -> Result<(), String> {
    serde_json::from_str(text).map_or(Ok(()), |tree: Tree| hold::is_refused_or_runs(&tree))
}

/// It opens a right figure that has the same link, or says why not.
pub(crate) fn link(text: &str) -> Result<(), String> {
    links::opens_or_says_why(&Tree::Text(text.into()))
}
